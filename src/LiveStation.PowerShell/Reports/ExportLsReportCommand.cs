using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation.PowerShell;

/// <summary>Writes a page that shows what was broadcast, what of it is recorded and safe, and what is missing.</summary>
[Cmdlet(VerbsData.Export, "LsReport", DefaultParameterSetName = PipeSet, SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class ExportLsReportCommand : LsCmdlet
{
    // Two sets for objects, because the file comes first where they are piped. Where they are given it has a name: a second place for it
    // would take a slip of the keyboard for the first.
    private const string PipeSet = "Pipe";
    private const string ObjectSet = "Object";
    private const string ChannelSet = "Channel";

    private static readonly string[] Extensions = [".html", ".htm"];

    private readonly Histories _given = new() { Keeps = true };
    private readonly Dictionary<string, string?> _names = new(StringComparer.Ordinal);
    private readonly List<string> _unread = [];
    private string _path = "";

    /// <summary>The file.</summary>
    [Parameter(Position = 0, Mandatory = true, ParameterSetName = PipeSet)]
    [Parameter(Mandatory = true, ParameterSetName = ObjectSet)]
    [Parameter(Position = 0, Mandatory = true, ParameterSetName = ChannelSet)]
    [TextOnly]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>Recordings and events, which are reported as they are, and channels.</summary>
    [Parameter(ValueFromPipeline = true, ParameterSetName = PipeSet)]
    [Parameter(Position = 0, Mandatory = true, ParameterSetName = ObjectSet)]
    [HistoryInput(TakesChannels = true)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(NoFiles))]
    public ServiceRecord[] InputObject { get; set; } = [];

    /// <summary>Ids of channels.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ChannelSet)]
    [IdOf(typeof(ChannelKind), LeavesToOthers = [typeof(RecordingKind), typeof(EventKind)])]
    [ArgumentCompleter(typeof(NameCompleter<ChannelKind>))]
    [ValidateNotNullOrEmpty]
    public string[] ChannelId { get; set; } = [];

    /// <summary>Where the report begins: a time, or how long ago.</summary>
    [Parameter]
    [Since]
    [ArgumentCompleter(typeof(SpanCompleter))]
    public DateTime? Since { get; set; }

    /// <summary>Where it ends.</summary>
    [Parameter]
    [Since(AllowsToCome = true)]
    [ArgumentCompleter(typeof(SpanCompleter))]
    public DateTime? Until { get; set; }

    /// <summary>What stands above it.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NoFiles))]
    [ValidateNotNullOrEmpty]
    public string? Title { get; set; }

    /// <summary>The time zone of its days and times.</summary>
    [Parameter]
    [ZoneInput]
    [ArgumentCompleter(typeof(ZoneCompleter))]
    [ValidateNotNull]
    public TimeZoneInfo TimeZone { get; set; } = TimeZoneInfo.Local;

    /// <summary>Its language.</summary>
    [Parameter]
    [CultureInput]
    [ArgumentCompleter(typeof(ReportCultureCompleter))]
    [ValidateNotNull]
    public CultureInfo Culture { get; set; } = CultureInfo.CurrentUICulture;

    /// <summary>What is shorter is no gap.</summary>
    [Parameter]
    [TimeSpanWithUnit]
    [ArgumentCompleter(typeof(SpanCompleter))]
    public TimeSpan MinimumGap { get; set; } = Histories.Shortest;

    /// <summary>With the events of the channels.</summary>
    [Parameter]
    public SwitchParameter IncludeEvents { get; set; }

    /// <summary>How many calls may be under way at once.</summary>
    [Parameter]
    [ValidateRange(1, 64)]
    [ArgumentCompleter(typeof(NoFiles))]
    public int ThrottleLimit { get; set; } = 8;

    /// <summary>Overwrite a file.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Give the file.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        if (Since > Until)
        {
            RefuseParameters("TimesReversed", "-Since is later than -Until: there is nothing between them.", "Give the earlier time to -Since.");
        }

        _path = OnDisk(Path, nameof(Path), "-Path ./day.html");
        if (!Directory.Exists(_path) && !Extensions.Contains(System.IO.Path.GetExtension(_path), StringComparer.OrdinalIgnoreCase))
        {
            RefuseParameters(
                "ReportNotHtml",
                $"-Path '{Text.Clean(Path)}': the report is a page of HTML, and a file of that name would not open as one. Nothing was sent.",
                "Give a name that ends in .html. To have it as PDF or on paper, print the page from the browser; rows for a spreadsheet come from Get-LsRecording | Export-Csv.");
        }

        Require(OutputFile.Refusal(_path, Force), Path);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (string id in ChannelId)
        {
            TurnTo(id);
            _given.Name(id, CurrentOrigin);
        }

        foreach (ServiceRecord thing in InputObject)
        {
            if (thing is Channel { ChannelId: { } id } channel)
            {
                _names[id] = channel.ChannelName;
                _given.Name(id, channel.Origin);
            }
            else if (!_given.Add(thing))
            {
                WriteError(RecordingKind.ChannelMissing(((Recording)thing).RecordId));
            }
        }
    }

    private protected override void Finish()
    {
        if (!Approve(_path, "Write a report"))
        {
            return;
        }

        bool isAll = ParameterSetName == PipeSet && !MyInvocation.ExpectingInput && !MyInvocation.BoundParameters.ContainsKey(nameof(InputObject));
        ExpectMany();
        ReadChannels(isAll);
        List<ChannelHistory> histories = [.. SideBySide(_given.All, ThrottleLimit, Begin, Read)];
        ReportData data = new(histories, Time.GetUtcNow().UtcDateTime, Since?.ToUniversalTime(), Until?.ToUniversalTime(), MinimumGap);
        ReportPage page = new(Culture);
        try
        {
            // A page is some megabytes at the most.
            using MemoryStream content = new();
            page.Write(content, Title, (data.RecordingCount, data.GapCount), at => data.Write(at, page, TimeZone, NameOf, _unread, isGiven: !isAll));
            OutputFile.Write(_path, content.ToArray(), Force);
            WriteVerbose($"{_path}: {data.RecordingCount.ToString(CultureInfo.InvariantCulture)} recordings, {SaveFailure.Bytes(content.Length)}");
            if (PassThru)
            {
                WriteFile(_path);
            }
        }
        catch (LiveStationSaveException e)
        {
            ThrowTerminatingError(ErrorRecords.Of(e, Path));
        }
    }

    // For their names, and for the account as a whole for the channels themselves.
    private void ReadChannels(bool isAll)
    {
        if (!isAll && _given.All.All(one => _names.ContainsKey(one.History.ChannelId)))
        {
            return;
        }

        Pull<Channel> channels = Start(Client.Channels.ListAsync(null, StopToken));
        int listed = 0;
        try
        {
            while (channels.Next())
            {
                listed++;
                Note(channels.Current);
                if (channels.Current.ChannelId is { } id)
                {
                    _names[id] = channels.Current.ChannelName;
                    if (isAll)
                    {
                        _given.Name(id, null);
                    }
                }
            }
        }
        catch (LiveStationException e)
        {
            WriteBrokenList(e, listed, "channels");
            if (isAll)
            {
                _unread.Add("…");
            }
        }

        channels.End();
    }

    private string? NameOf(string channelId) => _names.TryGetValue(channelId, out string? name) ? name : null;

    private IAsyncEnumerable<ChannelHistory> Begin((ChannelHistory History, object? Origin, bool IsNamed) one)
    {
        TurnTo(one.Origin);
        return ReadAsync(one.History, Client, mayBeOther: !one.IsNamed && !one.History.HasRecordings, StopToken);
    }

    private async IAsyncEnumerable<ChannelHistory> ReadAsync(ChannelHistory history, LiveStationClient client, bool mayBeOther, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (ChannelHistory filled in Histories.FilledAsync<ChannelHistory>(history, client, mayBeOther, static filled => [filled], cancellationToken).ConfigureAwait(false))
        {
            if (IncludeEvents)
            {
                await foreach (Event item in client.Events.ListOfChannelAsync(filled.ChannelId, cancellationToken).ConfigureAwait(false))
                {
                    filled.Add(item, keeps: true);
                }
            }

            yield return filled;
        }
    }

    private IEnumerable<ChannelHistory> Read((ChannelHistory History, object? Origin, bool IsNamed) one, Pull<ChannelHistory>? pull)
    {
        ChannelHistory? filled = null;
        TurnTo(one.Origin);
        try
        {
            filled = pull!.Next() ? pull.Current : null;
        }
        catch (LiveStationException e)
        {
            // The rest is worth a page, which says what is not in it.
            WriteFailure(e, one.History.ChannelId);
            _unread.Add(one.History.ChannelId);
        }

        pull!.End();
        return filled is null ? [] : [filled];
    }
}
