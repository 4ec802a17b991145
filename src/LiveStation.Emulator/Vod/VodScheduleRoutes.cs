using System.Collections.Generic;
using System.Globalization;

namespace LiveStation.Emulator;

/// <summary>The four operations on schedules.</summary>
internal sealed class VodScheduleRoutes
{
    private readonly VodState _vod;

    private VodScheduleRoutes(VodState vod) => _vod = vod;

    public static IReadOnlyList<Route> For(VodState vod)
    {
        VodScheduleRoutes it = new(vod);
        return
        [
            new("POST", "/vod/schedule", it.Create),
            new("GET", "/vod/schedule/{scheduleId}", it.Get),
            new("PUT", "/vod/schedule/{scheduleId}", it.Update),
            new("DELETE", "/vod/schedule/{scheduleId}", it.Delete),
        ];
    }

    private Answer Create(Call call)
    {
        VodScheduleRequest request = VodScheduleRequest.Read(call);
        VodScheduleRules.Create(request);
        VodChannel channel = _vod.Channels.Require(request.ChannelId!);
        Require(channel, ChannelStatus.Ready, call);
        return One(call, _vod.Schedule(channel, request.Start!.Value, VodScheduleRules.FilesOf(request)!, call.Now));
    }

    private Answer Get(Call call) => One(call, Find(call));

    private Answer Update(Call call)
    {
        VodSchedule schedule = FindKept(call);
        Require(schedule.Channel, VodStatus.Reserved, call);
        VodScheduleRequest request = VodScheduleRequest.Read(call);
        VodScheduleRules.Update(request);
        _vod.Change(schedule, request.Start, VodScheduleRules.FilesOf(request), call.Now);
        return One(call, schedule);
    }

    private Answer Delete(Call call)
    {
        VodSchedule schedule = FindKept(call);
        if (schedule.IsPlaying)
        {
            // Whether one that plays can be deleted is documented nowhere: what cuts a broadcast here is the stop of its channel.
            throw new Refusal(250102);
        }

        _vod.Close(schedule, VodStatus.Deleted, call.Now);
        return One(call, schedule);
    }

    // The pages say in which state a channel has to be, without a code.
    private static void Require(VodChannel channel, string status, Call call)
    {
        string now = channel.StatusAt(call.Now);
        if (now != status)
        {
            throw now == ChannelStatus.Publishing ? new Refusal(250102) : new Refusal(250005, "Channel");
        }
    }

    private static Answer One(Call call, VodSchedule schedule)
    {
        VodScheduleJson written = new(schedule, call.Now);
        return Answers.One(json => written.Write(json, call.Style));
    }

    private VodSchedule Find(Call call) =>
        !long.TryParse(call.Path("scheduleId"), NumberStyles.None, CultureInfo.InvariantCulture, out long id) ? throw new Refusal(250021, "scheduleId", "Integer")
            : _vod.Schedules.Find(id) ?? throw new Refusal(250004, "Schedule");

    // One that is over can be read; to a change it is not there. A guess, as for deleted channels.
    private VodSchedule FindKept(Call call) => Find(call) is { IsOver: false } schedule ? schedule : throw new Refusal(250004, "Schedule");
}
