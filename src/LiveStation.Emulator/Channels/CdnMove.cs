using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace LiveStation.Emulator;

/// <summary>The move of channels to another edge, for live and VOD2LIVE channels alike.</summary>
internal static class CdnMove
{
    /// <summary>The call for one.</summary>
    /// <param name="call">The call.</param>
    /// <param name="channel">The channel.</param>
    /// <param name="pace">How long a move takes.</param>
    /// <param name="moved">Told of each that has moved; null for nobody.</param>
    public static Answer One<T>(Call call, T channel, Pace pace, Action<T, DateTimeOffset>? moved = null)
        where T : IDelivered =>
        Move(call, [channel], call.Body, pace, moved, static _ => { });

    /// <summary>The bulk call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="require">The channel with an id, or the refusal.</param>
    /// <param name="pace">How long a move takes.</param>
    /// <param name="moved">Told of each that has moved; null for nobody.</param>
    public static Answer Many<T>(Call call, Func<string, T> require, Pace pace, Action<T, DateTimeOffset>? moved = null)
        where T : IDelivered
    {
        Fields body = call.Body;
        IReadOnlyList<string>? ids = body.Texts("channelList");
        if (ids is null || ids.Count == 0)
        {
            throw new Refusal(250011, "channelList");
        }

        return Move(call, ids.Select(require).ToList(), body, pace, moved, json =>
        {
            json.WriteStartArray("channelList");
            foreach (string id in ids)
            {
                json.WriteStringValue(id);
            }

            json.WriteEndArray();
        });
    }

    // All channels move or none: what the real service does with a mixed list is unknown.
    private static Answer Move<T>(Call call, IReadOnlyList<T> channels, Fields body, Pace pace, Action<T, DateTimeOffset>? moved, Action<Utf8JsonWriter> before)
        where T : IDelivered
    {
        if (!call.Zone.HasGlobalEdge)
        {
            // The call moves channels to a Global Edge. No code is documented for a zone that has none.
            throw new Refusal(250120);
        }

        Fields cdn = body.Object("cdn") ?? throw new Refusal(250011, "cdn");
        long instanceNo = cdn.Whole("cdnInstanceNo") ?? throw new Refusal(250119);
        long profileId = cdn.Whole("profileId") ?? throw new Refusal(250011, "profileId");
        if (channels.Select(channel => channel.StatusAt(call.Now)).FirstOrDefault(status => status != ChannelStatus.Ready) is string status)
        {
            // The page says "only in READY" without a code.
            throw status == ChannelStatus.Publishing ? new Refusal(250102) : new Refusal(250005, "Channel");
        }

        foreach (T channel in channels)
        {
            channel.Cdn = channel.Cdn.MoveTo(instanceNo, profileId, call.Now + pace.CdnChange);
            moved?.Invoke(channel, call.Now);
        }

        Cdn edge = channels[0].Cdn;
        return Answers.One(json =>
        {
            before(json);
            ChannelJson.WriteCdn(json, edge, edge.StatusAt(call.Now));
        });
    }
}
