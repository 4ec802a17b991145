namespace LiveStation.Contract.Tests.Calls;

/// <summary>Settings of channels.</summary>
internal static class Settings
{
    /// <summary>No more than what the offline service takes.</summary>
    public static ChannelSettings Least { get; } = new()
    {
        ChannelName = "abc",
        QualitySetId = 1,
        CreateCdn = true,
        CdnRegionType = CdnRegionType.Korea,
        ProfileId = 4207,
    };

    /// <summary>Every field.</summary>
    public static ChannelSettings Most { get; } = new()
    {
        ChannelName = "한국어_abc_12345678",
        QualitySetId = 4,
        EnvType = EnvType.Stage,
        OutputProtocol = OutputProtocol.LlHls,
        CreateCdn = false,
        CdnType = CdnType.GlobalEdge,
        CdnRegionType = CdnRegionType.Korea,
        CdnInstanceNo = 11577,
        CdnDomain = "sample11577.edge.example",
        ProfileId = 4207,
        RecordSaveType = RecordSaveType.AutoUpload,
        RecordFormat = RecordFormat.All,
        BucketName = "show-archive",
        FilePath = "/live/\"quoted\"/한글",
        AccessControl = AccessControl.PublicRead,
        UseDvr = true,
        TimemachineMin = 360,
        ImmediateOnAir = true,
        StreamFailOver = true,
        DrmSiteId = "SITE",
        DrmContentId = "content-1",
    };

    /// <summary>Every field of a change.</summary>
    public static ChannelChange Change { get; } = new()
    {
        ChannelName = "other_name",
        EnvType = EnvType.Dev,
        OutputProtocol = OutputProtocol.HlsDash,
        UseDvr = true,
        TimemachineMin = 360,
        ImmediateOnAir = true,
        RecordSaveType = RecordSaveType.AutoUpload,
        RecordFormat = RecordFormat.Hls,
        BucketName = "other-bucket",
        FilePath = "/other",
        AccessControl = AccessControl.PublicRead,
    };

    /// <summary>No more than what notices by mail need.</summary>
    public static NotificationSettings Mail { get; } = new()
    {
        Recipients = [new NotificationRecipient { ManagerNo = 100001, NotifyType = NotifyType.Email, EmailAddress = "sample@example.com", CellPhoneNo = "01012345678" }],
    };

    /// <summary>Every field of notices, by text message.</summary>
    public static NotificationSettings TextMessage { get; } = new()
    {
        AlertChangeStatus = true,
        AlertVodUploadFail = false,
        AlertReStreamFail = true,
        AlertShortClipFail = false,
        AlertStreamFailOver = true,
        AlertGeneralChannelError = false,
        Recipients = [new NotificationRecipient { ManagerNo = 100001, NotifyType = NotifyType.Sms, CellPhoneNo = "01012345678" }, new NotificationRecipient { ManagerNo = 100002, NotifyType = NotifyType.Sms, CellPhoneNo = "01000000002" }],
    };
}
