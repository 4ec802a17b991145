using System;
using System.Collections.Generic;
using System.Linq;

namespace LiveStation.Contract.Tests.Calls;

/// <summary>
/// The calls of the client, at least one for each operation of the API. The ids are those that the offline service starts with.
/// A new operation of the client needs an entry here.
/// </summary>
internal static class ContractCalls
{
    public const string Ready = "ls-20200313162828-G60tN";
    public const string Archive = "ls-20260112200000-Wk7sB";
    public const string OnAir = "ls-20260105060000-Nw5aK";
    public const string Blocked = "ls-20250701090000-Ev3nT";

    public const string Restream = "ls-20260118090000-Rs1wQ";
    public const long Relay = 3700;
    public const string Vod = "ls-20250820000000-FdJkJ";
    public const string VodReserved = "ls-20211124000316-5RrSB";
    public const long VodSchedule = 10060;

    private static readonly ChannelFilter Filter = new() { ChannelId = "ls-2026", ChannelName = "아침 & 뉴스", ChannelStatus = ChannelStatus.Publishing };

    private static readonly ChannelSettings Financial = new()
    {
        ChannelName = "금융_뉴스",
        QualitySetId = 3,
        CdnType = CdnType.CdnPlus,
        CdnInstanceNo = 11577,
    };

    private static readonly ShortClipSettings Clip = new()
    {
        StartTime = TimeSpan.FromSeconds(90.25),
        EndTime = TimeSpan.FromMinutes(8),
        BucketName = "show-archive",
        FilePath = "/clips/아침",
        AccessControl = AccessControl.PublicRead,
    };

    private static readonly CurtainContentSettings CurtainFiles = new() { BucketName = "show-archive", FilePath = ["/curtain/쉬는시간.png", "/curtain/music.mp3"] };
    private static readonly Uri Receiver = new("https://hooks.example/live?token=\"x\"&to=뉴스");

    public static IReadOnlyList<ContractCall> All { get; } =
    [
        new("channelList", client => client.Channels.ListAsync(null, default)),
        new("channelList", client => client.Channels.ListAsync(Filter, default)),
        new("channelGet", client => client.Channels.GetAsync(Ready, default)),
        new("channelCreate", client => client.Channels.CreateAsync(Settings.Least, default)),
        new("channelCreate", client => client.Channels.CreateAsync(Settings.Most, default)),
        new("channelCreate", client => client.Channels.CreateAsync(Financial, default)) { Zone = Zone.Financial },
        new("channelUpdate", client => client.Channels.UpdateAsync(Ready, new ChannelChange { ChannelName = "evening_news" }, default)),
        new("channelUpdate", client => client.Channels.UpdateAsync(Archive, Settings.Change, default)),
        new("channelDelete", client => client.Channels.DeleteAsync(Ready, default)),
        new("channelEnable", client => client.Channels.EnableAsync(Blocked, default)),
        new("channelDisable", client => client.Channels.DisableAsync(Ready, default)),
        new("channelStreamSwitch", client => client.Channels.SwitchStreamAsync(OnAir, default)),
        new("channelServiceUrlList", client => client.Channels.ListServiceUrlsAsync(Ready, ServiceUrlType.General, default)),
        new("channelServiceUrlList", client => client.Channels.ListServiceUrlsAsync(Ready, ServiceUrlType.Thumbnail, default)),
        new("channelServiceUrlList", client => client.Channels.ListServiceUrlsAsync(OnAir, ServiceUrlType.Timemachine, default)),
        new("channelStreamMetadataGet", client => client.Channels.GetStreamMetadataAsync(OnAir, default)),
        new("channelCdnChange", client => client.Channels.SetCdnAsync(new[] { Ready }, 4938, 1008, default)),
        new("channelCdnBulkChange", client => client.Channels.SetCdnAsync(new[] { Ready, Archive }, 4938, 1008, default)),
        new("recordingList", client => client.Recordings.ListAsync(Ready, default)),
        new("recordingGet", client => client.Recordings.GetAsync(Ready, 298, default)),
        new("recordingStart", client => client.Recordings.StartAsync(Ready, default)) { Before = emulator => emulator.Channels.StartPublishing(Ready) },
        new("recordingStop", client => client.Recordings.StopAsync(OnAir, default)),
        new("recordingUpload", client => client.Recordings.UploadAsync("show-archive", new long[] { 298 }, null, default)),
        new("recordingUpload", client => client.Recordings.UploadAsync("b", new long[] { 298, 299 }, AccessControl.PublicRead, default)),
        new("recordingUpload", client => client.Recordings.UploadAsync("b", new long[] { 298 }, AccessControl.Private, default)) { Zone = Zone.Financial },
        new("recordingDelete", client => client.Recordings.DeleteAsync(Ready, new long[] { 298 }, default)),
        new("recordingDelete", client => client.Recordings.DeleteAsync(Ready, new long[] { 298, 299 }, default)),
        new("qualityList", client => client.Qualities.ListAsync(default)),
        new("qualityGet", client => client.Qualities.GetAsync(5, default)),
        new("qualityCreate", client => client.Qualities.CreateAsync(QualityBodies.Least, default)),
        new("qualityCreate", client => client.Qualities.CreateAsync(QualityBodies.Most, default)),
        new("qualityCreate", client => client.Qualities.CreateAsync(QualityBodies.Sound, default)),
        new("qualityDelete", client => client.Qualities.DeleteAsync(6, default)),
        new("qualitySetList", client => client.Qualities.ListSetsAsync(null, default)),
        new("qualitySetList", client => client.Qualities.ListSetsAsync(QualityBodies.Filter, default)),
        new("qualitySetList", client => client.Qualities.FindSetAsync("setting000", default)),
        new("qualitySetGet", client => client.Qualities.GetSetAsync(5, default)),
        new("qualitySetCreate", client => client.Qualities.CreateSetAsync(QualityBodies.LeastSet, default)),
        new("qualitySetCreate", client => client.Qualities.CreateSetAsync(QualityBodies.MostSet, default)),
        new("qualitySetCreate", client => client.Qualities.CreateSetAsync(QualityBodies.LowLatency, default)),
        new("qualitySetUpdate", client => client.Qualities.UpdateSetAsync(5, QualityBodies.Change, default)),
        new("qualitySetDelete", client => client.Qualities.DeleteSetAsync(5, default)),
        new("snapshotCreate", client => client.ShortClips.CreateSnapshotAsync(OnAir, null, default)),
        new("snapshotCreate", client => client.ShortClips.CreateSnapshotAsync(OnAir, TimeSpan.FromMinutes(240), default)),
        new("snapshotGet", client => client.ShortClips.GetSnapshotAsync(OnAir, 7526, default)),
        new("shortClipCreate", client => client.ShortClips.CreateAsync(OnAir, 7526, new ShortClipSettings { EndTime = TimeSpan.FromMilliseconds(100), BucketName = "b" }, default)),
        new("shortClipCreate", client => client.ShortClips.CreateAsync(OnAir, 7526, Clip, default)),
        new("shortClipList", client => client.ShortClips.ListAsync(OnAir, 7526, null, default)),
        new("shortClipList", client => client.ShortClips.ListAsync(OnAir, 7526, ShortClipStatus.UploadFail, default)),
        new("shortClipGet", client => client.ShortClips.GetAsync(OnAir, 101, default)),
        new("curtainContentList", client => client.Curtain.ListAsync(null, default)),
        new("curtainContentList", client => client.Curtain.ListAsync(CurtainContentStatus.ProcessingFail, default)),
        new("curtainContentGet", client => client.Curtain.GetAsync(413, default)),
        new("curtainContentCreate", client => client.Curtain.CreateAsync(CurtainFiles, default)),
        new("curtainContentDelete", client => client.Curtain.DeleteAsync(415, default)),
        new("curtainStart", client => client.Curtain.StartAsync(OnAir, new long[] { 413 }, null, default)),
        new("curtainStart", client => client.Curtain.StartAsync(OnAir, new long[] { 413, 414 }, TimeSpan.FromMinutes(10), default)),
        new("curtainStop", client => client.Curtain.StopAsync(OnAir, default)) { Before = emulator => emulator.Curtain.Start(OnAir, 413) },
        new("eventList", client => client.Events.ListAsync(null, default)),
        new("eventList", client => client.Events.ListAsync(OnAir, default)),
        new("channelEventList", client => client.Events.ListOfChannelAsync(OnAir, default)),
        new("channelPublishEventList", client => client.Events.ListPublishLogAsync(OnAir, default)),
        new("restreamEventList", client => client.Events.ListOfRestreamAsync("ls-20260119060000-Rs2nP", default)),
        new("restreamPublishEventList", client => client.Events.ListRestreamPublishLogAsync("ls-20260119060000-Rs2nP", default)),
        new("restreamCallbackSet", client => client.Callbacks.SetForRestreamAsync("ls-20260118090000-Rs1wQ", Receiver, default)),
        new("vodChannelCallbackSet", client => client.Callbacks.SetForVodChannelAsync("ls-20250820000000-FdJkJ", Receiver, default)),
        new("callbackGet", client => client.Callbacks.GetAsync(default)),
        new("callbackSet", client => client.Callbacks.SetAsync(Receiver, default)),
        new("callbackSet", client => client.Callbacks.SetAsync(Receiver, default)) { Zone = Zone.Financial },
        new("channelCallbackSet", client => client.Callbacks.SetForChannelAsync(Ready, Receiver, default)),
        new("notificationManagerGroupList", client => client.Notifications.ListGroupsAsync(default)),
        new("notificationManagerList", client => client.Notifications.ListManagersAsync(4741, default)),
        new("notificationSet", client => client.Notifications.SetAsync(Ready, Settings.Mail, default)),
        new("notificationSet", client => client.Notifications.SetAsync(Ready, Settings.TextMessage, default)),
        new("notificationSet", client => client.Notifications.SetAsync(Ready, new NotificationSettings { AlertOn = false }, default)),
        new("restreamChannelList", client => client.Restream.ListAsync(default)),
        new("restreamChannelGet", client => client.Restream.GetAsync(Restream, default)),
        new("restreamChannelCreate", client => client.Restream.CreateAsync(RestreamCases.Least, default)),
        new("restreamChannelCreate", client => client.Restream.CreateAsync(RestreamCases.Most, default)),
        new("restreamChannelCreate", client => client.Restream.CreateAsync(RestreamCases.Most, default)) { Zone = Zone.Financial },
        new("restreamChannelDelete", client => client.Restream.DeleteAsync(Restream, default)),
        new("restreamPlatformList", client => client.Restream.ListPlatformsAsync(Restream, default)),
        new("restreamPlatformList", client => client.Restream.WithPlatformsAsync(RestreamCases.Known, default)),
        new("restreamPlatformUpdate", client => client.Restream.UpdatePlatformAsync(Restream, RestreamCases.Running, RestreamCases.KeyAlone, default)),
        new("restreamPlatformUpdate", client => client.Restream.UpdatePlatformAsync(Restream, RestreamCases.Running, RestreamCases.AllOfIt, default)),
        new("vodChannelList", client => client.VodChannels.ListAsync(default)),
        new("vodChannelGet", client => client.VodChannels.GetAsync(Vod, default)),
        new("vodChannelCreate", client => client.VodChannels.CreateAsync(VodSettings.Least, default)),
        new("vodChannelCreate", client => client.VodChannels.CreateAsync(VodSettings.Most, default)),
        new("vodChannelCreate", client => client.VodChannels.CreateAsync(VodSettings.Financial, default)) { Zone = Zone.Financial },
        new("vodChannelUpdate", client => client.VodChannels.UpdateAsync(Vod, new VodChannelChange { ChannelName = "evening_rerun" }, default)),
        new("vodChannelUpdate", client => client.VodChannels.UpdateAsync(Vod, VodSettings.Change, default)),
        new("vodChannelDelete", client => client.VodChannels.DeleteAsync(Vod, default)),
        new("vodChannelEnable", client => client.VodChannels.EnableAsync(VodReserved, default)),
        new("vodChannelDisable", client => client.VodChannels.DisableAsync(VodReserved, default)),
        new("vodChannelServiceUrlList", client => client.VodChannels.ListServiceUrlsAsync(VodReserved, ServiceUrlType.General, default)),
        new("vodChannelServiceUrlList", client => client.VodChannels.ListServiceUrlsAsync(VodReserved, ServiceUrlType.Thumbnail, default)),
        new("vodChannelCdnChange", client => client.VodChannels.SetCdnAsync(new[] { Vod }, 4938, 1008, default)),
        new("vodChannelCdnBulkChange", client => client.VodChannels.SetCdnAsync(new[] { Vod, VodReserved }, 4938, 1008, default)) { Before = emulator => emulator.Vod.Fail(VodSchedule) },
        new("vodScheduleCreate", client => client.VodSchedules.CreateAsync(VodSettings.Schedule, default)),
        new("vodScheduleGet", client => client.VodSchedules.GetAsync(VodSchedule, default)),
        new("vodScheduleGet", client => client.VodSchedules.ListAsync(VodReserved, default)),
        new("vodScheduleUpdate", client => client.VodSchedules.UpdateAsync(VodSchedule, new VodScheduleChange { StartTime = VodSettings.Tomorrow }, default)),
        new("vodScheduleUpdate", client => client.VodSchedules.UpdateAsync(VodSchedule, VodSettings.ScheduleChange, default)),
        new("vodScheduleDelete", client => client.VodSchedules.DeleteAsync(VodSchedule, default)),
        new("channelList", client => client.TestAsync(default)),
        new("channelList", client => client.TestAsync(default)) { Zone = Zone.Financial },
    ];

    /// <summary>A call that ends in an operation.</summary>
    public static ContractCall For(string operation) => All.First(call => call.Operation == operation);
}
