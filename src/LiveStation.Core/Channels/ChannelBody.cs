using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;

namespace LiveStation;

/// <summary>What creation and change both send: what was asked for, over what is, with what the service wants and an operator would not think of.</summary>
internal sealed record ChannelBody
{
    // The only window that the service takes.
    private const long OnlyWindow = 360;

    private static readonly string NoRecord = WireNames<RecordSaveType>.Write(RecordSaveType.NoRecord)!;
    private static readonly string AutoUpload = WireNames<RecordSaveType>.Write(RecordSaveType.AutoUpload)!;
    private static readonly string ManualUpload = WireNames<RecordSaveType>.Write(RecordSaveType.ManualUpload)!;

    private ChannelBody(string name, string recordType)
    {
        ChannelName = name;
        RecordType = recordType;
    }

    public string ChannelName { get; }

    public string RecordType { get; }

    public string? EnvType { get; private init; }

    public string? OutputProtocol { get; private init; }

    public bool UseDvr { get; private init; }

    public bool ImmediateOnAir { get; private init; }

    public long? TimemachineMin { get; private init; }

    public string? RecordFormat { get; private init; }

    public string? BucketName { get; private init; }

    public string? FilePath { get; private init; }

    public string? AccessControl { get; private init; }

    public bool Records => RecordType != NoRecord;

    public bool Uploads => RecordType == AutoUpload;

    /// <summary>The body for what was asked for.</summary>
    /// <param name="wanted">What was asked for.</param>
    /// <param name="now">The channel as it is; null for one that is to be made.</param>
    /// <exception cref="LiveStationArgumentException">The service wants a field each time that it did not tell and that was not given.</exception>
    public static ChannelBody Of(ChannelOptions wanted, Channel? now)
    {
        string name = wanted.Name ?? now?.ChannelName ?? throw Missing(now?.ChannelId, "-ChannelName");
        string type = Wire(wanted.RecordSaveType)
            ?? (wanted.BucketName is not null ? AutoUpload : null)
            ?? Present(now?.Record?.Type, now?.Record?.TypeText)
            ?? (now is null ? ManualUpload : throw Missing(now?.ChannelId, "-RecordSaveType"));
        bool useDvr = Needed(wanted.UseDvr ?? now?.UseDvr, now, "-UseDvr");
        ChannelRecord? record = type == NoRecord ? null : now?.Record;
        bool uploads = type == AutoUpload;
        return new ChannelBody(name, type)
        {
            EnvType = Wire(wanted.EnvType) ?? Present(now?.EnvType, now?.EnvTypeText),
            OutputProtocol = Wire(wanted.OutputProtocol) ?? Present(now?.OutputProtocol, now?.OutputProtocolText),
            UseDvr = useDvr,
            ImmediateOnAir = Needed(wanted.ImmediateOnAir ?? now?.ImmediateOnAir, now, "-ImmediateOnAir"),
            TimemachineMin = useDvr ? wanted.TimemachineMin ?? (now?.TimemachineMin > 0 ? now.TimemachineMin : OnlyWindow) : null,
            RecordFormat = Wire(wanted.RecordFormat) ?? Present(record?.Format, record?.FormatText) ?? (uploads ? WireNames<RecordFormat>.Write(LiveStation.RecordFormat.Mp4) : null),
            BucketName = wanted.BucketName ?? record?.BucketName,
            FilePath = wanted.FilePath ?? record?.FilePath ?? (uploads ? "/" : null),
            AccessControl = Wire(wanted.AccessControl) ?? Present(record?.AccessControl, record?.AccessControlText) ?? (uploads ? WireNames<AccessControl>.Write(LiveStation.AccessControl.Private) : null),
        };
    }

    /// <summary>Writes the fields in the order of the vendor's pages.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="betweenKindAndDvr">What only a new channel has.</param>
    public void Write(Utf8JsonWriter writer, Action<Utf8JsonWriter>? betweenKindAndDvr = null)
    {
        writer.Text("channelName", ChannelName);
        writer.Text("envType", EnvType);
        writer.Text("outputProtocol", OutputProtocol);
        betweenKindAndDvr?.Invoke(writer);
        writer.Flag("useDvr", UseDvr);
        writer.Flag("immediateOnAir", ImmediateOnAir);
        writer.Number("timemachineMin", TimemachineMin);
        writer.Object("record", record =>
        {
            record.Text("type", RecordType);
            if (Records)
            {
                record.Text("format", RecordFormat);
                record.Text("bucketName", BucketName);
                record.Text("filePath", FilePath);
                record.Text("accessControl", AccessControl);
            }
        });
    }

    /// <summary>What this makes different, by the names of the parameters and in the spelling that is sent.</summary>
    /// <param name="now">The channel as it is.</param>
    public IEnumerable<string> Differences(Channel now)
    {
        ChannelRecord? record = now.Record;
        (string Name, string? Value, string? Was)[] settings =
        [
            ("ChannelName", ChannelName, now.ChannelName),
            ("EnvType", EnvType, Present<EnvType>(now.EnvType, now.EnvTypeText)),
            ("OutputProtocol", OutputProtocol, Present<OutputProtocol>(now.OutputProtocol, now.OutputProtocolText)),
            ("UseDvr", UseDvr.ToString(), now.UseDvr.ToString()),
            ("TimemachineMin", TimemachineMin?.ToString(CultureInfo.InvariantCulture), now.TimemachineMin?.ToString(CultureInfo.InvariantCulture)),
            ("ImmediateOnAir", ImmediateOnAir.ToString(), now.ImmediateOnAir.ToString()),
            ("RecordSaveType", RecordType, Present(record?.Type, record?.TypeText)),
            ("RecordFormat", RecordFormat, Present(record?.Format, record?.FormatText)),
            ("BucketName", BucketName, record?.BucketName),
            ("FilePath", FilePath, record?.FilePath),
            ("AccessControl", AccessControl, Present(record?.AccessControl, record?.AccessControlText)),
        ];
        return settings.Where(setting => setting.Value is not null && setting.Value != setting.Was).Select(setting => $"{setting.Name} = {Text.Clean(setting.Value)}");
    }

    internal static string? Wire<T>(T? value)
        where T : struct, Enum
    {
        return value is { } known ? WireNames<T>.Write(known) : null;
    }

    // A known value goes back in the spelling of the API however it came, an unknown one as it came.
    internal static string? Present<T>(T? value, string? text)
        where T : struct, Enum
    {
        return Wire(value) ?? text;
    }

    private static bool Needed(bool? value, Channel? now, string parameter) => value ?? (now is null ? false : throw Missing(now.ChannelId, parameter));

    internal static LiveStationArgumentException Missing(string? channelId, string parameter) => new(
        "SettingUnknown",
        $"{Text.Clean(channelId)}: the service wants this setting with every change and does not tell its present value: {parameter}. Nothing was sent.",
        $"Give {parameter} as well.");
}
