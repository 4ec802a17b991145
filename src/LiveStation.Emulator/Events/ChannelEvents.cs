using System;

namespace LiveStation.Emulator;

/// <summary>Writes what happens to live and VOD2LIVE channels.</summary>
internal sealed class ChannelEvents
{
    private readonly EventState _events;
    private readonly Account _account;

    private ChannelEvents(EventState events, Account account)
    {
        _events = events;
        _account = account;
    }

    public static void Follow(ChannelState channels, VodState vod, EventState events, Account account)
    {
        ChannelEvents it = new(events, account);
        events.KnowAddresses(id => channels.All.Find(id)?.CallbackEndpoint);
        events.KnowAddresses(id => vod.Channels.Find(id)?.CallbackEndpoint);
        channels.Happened += it.Write;
        vod.Happened += it.Write;
    }

    private void Write(IDelivered channel, ChannelNews news, DateTimeOffset now)
    {
        switch (news)
        {
            case ChannelNews.Made:
                Write(channel, now, EventCodes.StreamReserve, "channel has been created.");
                FollowCdn(channel);
                break;
            case ChannelNews.WentOnAir:
                Write(channel, now, EventCodes.PublishStart, "channel publishing has started.");
                FollowThumbnail(channel, now);
                break;
            case ChannelNews.WentOffAir:
                Write(channel, now, EventCodes.PublishEnd, "channel publishing has ended.");
                break;
            case ChannelNews.Changed:
                Write(channel, now, EventCodes.StreamUpdate, "channel settings have been changed.");
                break;
            case ChannelNews.CdnMoved:
                Write(channel, now, EventCodes.StreamUpdate, "channel is moved to another CDN.");
                FollowCdn(channel);
                break;
            case ChannelNews.BackupConnected:
                Write(channel, now, EventCodes.BackupConnected, "channel backup stream has been connected.");
                break;
            default:
                Write(channel, now, channel is Channel { IsOnBackupStream: true } ? EventCodes.BackupStreamEnabled : EventCodes.MainStreamEnabled, "channel stream has been switched.");
                break;
        }
    }

    private void FollowThumbnail(IDelivered channel, DateTimeOffset onAirSince) => _account.At(onAirSince + _account.Pace.Thumbnail, then =>
    {
        if (channel.Life.IsOnAir && channel.Life.OnAirSince == onAirSince)
        {
            Write(channel, then, EventCodes.ThumbnailCreate, "channel thumbnail has been created.");
        }
    });

    private void FollowCdn(IDelivered channel)
    {
        Cdn cdn = channel.Cdn;
        if (cdn.RunsFrom > DateTimeOffset.MinValue)
        {
            _account.At(cdn.RunsFrom, then =>
            {
                if (ReferenceEquals(cdn, channel.Cdn))
                {
                    Write(channel, then, EventCodes.CdnRunning, $"channel CDN {cdn.InstanceNo} is running.");
                }
            });
        }
    }

    private void Write(IDelivered channel, DateTimeOffset now, string code, string what) => _events.Write(now, channel.Id, code, $"{channel.Settings.Name} {what}");
}
