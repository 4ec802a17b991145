using System.Collections.Generic;
using System.Globalization;
using System.Net.Http;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation;

/// <summary>Schedules of VOD2LIVE channels.</summary>
public sealed class VodScheduleOperations
{
    private readonly HttpPipeline _pipeline;
    private readonly VodChannelOperations _channels;

    internal VodScheduleOperations(HttpPipeline pipeline, Zone zone)
    {
        _pipeline = pipeline;
        _channels = new VodChannelOperations(pipeline, zone);
    }

    /// <summary>Lists the schedules of a channel. The API has no list of schedules: the channel is asked which it has, and each of these is asked for.</summary>
    /// <param name="channelId">The VOD2LIVE channel.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="LiveStationException">A call failed; the schedules before it were given out.</exception>
    /// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-channel-vodchannelinfo</remarks>
    public async IAsyncEnumerable<VodSchedule> ListAsync(string channelId, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        VodChannel channel = await _channels.GetAsync(channelId, cancellationToken).ConfigureAwait(false);
        foreach (VodChannelSchedule schedule in channel.ScheduleList)
        {
            if (schedule.ScheduleId is { } id)
            {
                yield return await GetAsync(id, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Gets one schedule.</summary>
    /// <param name="scheduleId">Its id.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="LiveStationException">The call failed, for example because there is no such schedule.</exception>
    /// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-schedule-schedulelinfo</remarks>
    public Task<VodSchedule> GetAsync(long scheduleId, CancellationToken cancellationToken = default) =>
        OneAsync(ApiRequest.Read(Path(scheduleId), Text(scheduleId)), VodAdvice.Schedules, cancellationToken);

    /// <summary>Makes a schedule. The answer comes while it is still being prepared.</summary>
    /// <param name="settings">What it is to play, where and when.</param>
    /// <param name="cancellationToken">Stops waiting for the answer; the schedule may be made all the same.</param>
    /// <exception cref="LiveStationException">The call failed, for example because the channel has a schedule already.</exception>
    /// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-schedule-schedulecreate</remarks>
    public Task<VodSchedule> CreateAsync(VodScheduleSettings settings, CancellationToken cancellationToken = default)
    {
        string howToLook = $"{VodAdvice.Schedules} -ChannelId {ShellText.Quote(LiveStation.Text.Clean(settings.ChannelId))}";
        return OneAsync(ApiRequest.Write(HttpMethod.Post, ApiPath.Of("vod", "schedule"), settings.ChannelId, howToLook, settings.ToJson()), VodAdvice.Channels, cancellationToken);
    }

    /// <summary>Changes a schedule; only while it waits.</summary>
    /// <param name="scheduleId">Its id.</param>
    /// <param name="change">What is to change.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    /// <exception cref="LiveStationException">The call failed, for example because it is playing.</exception>
    /// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-schedule-scheduleupdate</remarks>
    public Task<VodSchedule> UpdateAsync(long scheduleId, VodScheduleChange change, CancellationToken cancellationToken = default) =>
        WriteAsync(HttpMethod.Put, scheduleId, change.ToJson(), cancellationToken);

    /// <summary>Deletes a schedule.</summary>
    /// <param name="scheduleId">Its id.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    /// <exception cref="LiveStationException">The call failed.</exception>
    /// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-schedule-scheduledelete</remarks>
    public Task<VodSchedule> DeleteAsync(long scheduleId, CancellationToken cancellationToken = default) =>
        WriteAsync(HttpMethod.Delete, scheduleId, null, cancellationToken);

    private static string Text(long scheduleId) => scheduleId.ToString(CultureInfo.InvariantCulture);

    private static string Path(long scheduleId) => ApiPath.Of("vod", "schedule", Text(scheduleId));

    private Task<VodSchedule> WriteAsync(HttpMethod method, long scheduleId, byte[]? body, CancellationToken cancellationToken) =>
        OneAsync(ApiRequest.Write(method, Path(scheduleId), Text(scheduleId), $"{VodAdvice.Schedules} {Text(scheduleId)}", body), VodAdvice.Schedules, cancellationToken);

    private Task<VodSchedule> OneAsync(ApiRequest request, string listing, CancellationToken cancellationToken) =>
        _pipeline.SendJsonAsync(request with { Listing = listing, Advice = VodAdvice.ByError }, VodSchedule.OfAnswer, cancellationToken);
}
