using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text.Json;

namespace LiveStation.PowerShell;

/// <summary>Makes channels like one that is there, with its callback; in the same account or in another one.</summary>
[Cmdlet(VerbsCommon.Copy, "LsChannel", SupportsShouldProcess = true)]
[OutputType(typeof(Channel))]
public sealed class CopyLsChannelCommand : LsDocumentCmdlet
{
    private const string Section = "channels";

    // They belong to the account that they are in.
    private static readonly string[] OfAccount = ["cdnInstanceNo", "cdnDomain", "cdnType"];

    // Another account's profiles have other numbers, and nobody can tell which.
    private static readonly string[] ToBeGiven = ["profileId"];

    private static readonly string[] NotInFinancialZone = ["profileId", "cdnRegionType"];
    private static readonly string[] Drm = ["drmSiteId", "drmContentId"];

    private static readonly ConfigurationSection Channels = ConfigurationSections.Find(Section)!;

    /// <summary>The channel that is copied; nothing else than a channel is taken for one.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)]
    [Alias("Id")]
    [IdOf(typeof(ChannelKind))]
    [ArgumentCompleter(typeof(NameCompleter<ChannelKind>))]
    [ValidateNotNullOrEmpty]
    public string ChannelId { get; set; } = "";

    /// <summary>Name of the copy; with -Count a number is put behind it.</summary>
    [Parameter(Position = 1, Mandatory = true)]
    [Alias("Name")]
    [NameRule("channel", "Korean or Latin letters, digits and underscore")]
    [ArgumentCompleter(typeof(NoFiles))]
    public string ChannelName { get; set; } = "";

    /// <summary>How many.</summary>
    [Parameter]
    [ValidateRange(1, 100)]
    [ArgumentCompleter(typeof(NoFiles))]
    public int Count { get; set; } = 1;

    /// <summary>What the copies have otherwise, by the fields of a configuration; null for what they do not have.</summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(NoFiles))]
    public IDictionary? Override { get; set; }

    /// <summary>The account that they are made in; the channel's own unless given.</summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(NoFiles))]
    public LsContext? ToContext { get; set; }

    /// <summary>How long to wait for the service to be through with them, in seconds.</summary>
    [Parameter]
    [ValidateRange(1, 86400)]
    [ArgumentCompleter(typeof(NoFiles))]
    public int TimeoutSec { get; set; } = 600;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        TurnTo(ChannelId);
        if (!Try((client, token) => client.Channels.GetAsync(ChannelId, token), ChannelId, out Channel? channel))
        {
            return;
        }

        bool isElsewhere = ToContext is not null && ToContext != CurrentContext;
        LsContext? before = Context;
        Context = ToContext ?? Context;
        try
        {
            Copy(channel!, isElsewhere);
        }
        finally
        {
            Context = before;
        }
    }

    private void Copy(Channel channel, bool isElsewhere)
    {
        ConfigurationItem wanted = Wanted(channel, isElsewhere);
        ConfigurationDocument document = new();
        foreach (string name in Names())
        {
            document.Add(Channels, wanted.As("channelName", name));
        }

        ConfigurationOptions options = new(CurrentContext.Zone);
        if (Compare(document, options) is not { } plan)
        {
            return;
        }

        // One that is there is not to become like another: that is what Sync-LsConfiguration is for.
        if (plan.Changes.FirstOrDefault(change => change.Action is not (ConfigurationAction.Create or ConfigurationAction.Leave)) is { } taken)
        {
            Refuse(new LiveStationArgumentException("ChannelNameTaken", ErrorKind.AlreadyExists, $"A channel called {Text.Clean(taken.Name)} is there already ({taken.Id}). Nothing was sent.", "Give another -ChannelName."), taken.Name);
            return;
        }

        Stop(Text.Clean(channel.ChannelName), plan.Faults, "Nothing was sent.");
        List<string> made = [];
        ConfigurationRun run = new(this, CurrentContext.Zone, TimeoutSec)
        {
            Service = Client.Configuration,
            Approve = (target, _) => Approve(target, $"Make it like {Text.Clean(channel.ChannelName)} ({channel.ChannelId}){(wanted.Has("cdnInstanceNo") ? "" : ", with a new CDN")}"),
            Reveal = _ => channel.RevealCallbackEndpoint()!.OriginalString,
            Compare = progress =>
            {
                ConfigurationPlan? next = Compare(document, options);
                Stop(Text.Clean(channel.ChannelName), next?.Faults ?? [], progress);
                return next;
            },
            Done = change => made.Add(change.Name!),
        };
        run.Run(plan);
        foreach (string name in made)
        {
            if (Try((client, token) => client.Channels.GetAsync(run.Made[(Section, name)], token), name, out Channel? copy))
            {
                WriteObject(copy);
            }
        }
    }

    private ConfigurationItem Wanted(Channel channel, bool isElsewhere)
    {
        ConfigurationItem wanted = Channels.Item(channel);
        foreach (ConfigurationField notice in Channels.Fields.Where(static field => field.Call == FieldCall.Notification))
        {
            // Who gets them is told by no operation.
            wanted.Remove(notice.Name);
        }

        ConfigurationItem over = Overrides(channel);
        bool isFinancial = CurrentContext.Zone == Zone.Financial;
        if (isElsewhere)
        {
            string[] lost = [.. OfAccount, .. isFinancial ? NotInFinancialZone : []];
            Array.ForEach(lost, wanted.Remove);
            string[] missing = [.. (isFinancial ? Drm : ToBeGiven).Where(field => wanted.Has(field) && !IsNamed(field))];
            if (missing.Length > 0)
            {
                RefuseParameters(
                    "CopyNeedsOverride",
                    isFinancial
                        ? $"The financial zone has no DRM, and {Text.Clean(channel.ChannelName)} has it ({string.Join(", ", missing)}). Nothing was sent."
                        : $"{string.Join(", ", missing)} of {Text.Clean(channel.ChannelName)} belongs to the account that it is in. Nothing was sent.",
                    isFinancial
                        ? $"Say that the copy has none: -Override @{{ {string.Join("; ", missing.Select(static field => field + " = $null"))} }}."
                        : "Give that of the other account: -Override @{ profileId = 4207 }.");
            }
        }

        // A new CDN where its region or kind is asked for, and the edge of an instance with the instance.
        if (over.Has("cdnInstanceNo") || over.Has("cdnRegionType") || over.Has("cdnType"))
        {
            Array.ForEach([.. OfAccount, "cdnRegionType"], wanted.Remove);
        }

        foreach (ConfigurationField field in Channels.Fields)
        {
            if (IsNamed(field.Name))
            {
                wanted.Remove(field.Name);
                wanted.Set(field.Name, over[field.Name]);
            }
        }

        foreach (ConfigurationField idle in Channels.Fields.Where(field => !IsNamed(field.Name) && field.Needs is { } need && !need.Is(wanted[need.Field])))
        {
            wanted.Remove(idle.Name);
        }

        return wanted;
    }

    private bool IsNamed(string field) => Override is not null && Override.Keys.Cast<object>().Any(key => string.Equals(key.ToString(), field, StringComparison.OrdinalIgnoreCase));

    // Read as a document is, so that the same slips are found and the same advice is given.
    private ConfigurationItem Overrides(Channel channel)
    {
        using MemoryStream bytes = new();
        using (Utf8JsonWriter json = new(bytes))
        {
            json.WriteStartObject();
            json.WriteStartArray(Section);
            json.WriteStartObject();
            json.WriteString("channelName", ChannelName);
            if (!IsNamed("qualitySet"))
            {
                json.WriteString("qualitySet", channel.QualitySetName);
            }

            foreach (DictionaryEntry entry in Override ?? new Hashtable())
            {
                Write(json, entry);
            }

            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        ConfigurationReader reader = ConfigurationReader.Read(bytes.ToArray(), new ConfigurationVariables(), false);
        Stop("-Override", [.. reader.Faults.Select(static fault => fault with { Line = 0, Message = $"{fault.Path.Substring(fault.Path.LastIndexOf('.') + 1)}: {fault.Message}" })], "Nothing was sent.");
        return reader.Document[Channels][0];
    }

    private void Write(Utf8JsonWriter json, DictionaryEntry entry)
    {
        string given = entry.Key.ToString()!;
        string name = Channels.Fields.FirstOrDefault(field => string.Equals(field.Name, given, StringComparison.OrdinalIgnoreCase))?.Name ?? given;
        object? value = entry.Value is PSObject wrapped ? wrapped.BaseObject : entry.Value;
        if (name == "channelName")
        {
            RefuseParameters("OverrideOfName", "The name of the copy is no override. Nothing was sent.", "Give -ChannelName.");
        }

        if (value is not null)
        {
            json.WritePropertyName(name);
            JsonSerializer.Serialize(json, value is Enum known ? WireEnum.Of(known.GetType()).Write(known) : value);
        }
    }

    // show_01 to show_12.
    private IEnumerable<string> Names()
    {
        if (Count == 1)
        {
            return [ChannelName];
        }

        string digits = "D" + Math.Max(2, Count.ToString(CultureInfo.InvariantCulture).Length).ToString(CultureInfo.InvariantCulture);
        string[] names = [.. Enumerable.Range(1, Count).Select(number => $"{ChannelName}_{number.ToString(digits, CultureInfo.InvariantCulture)}")];
        if (names[0].Length > 20)
        {
            RefuseParameters("ChannelNameTooLong", $"With its number '{names[0]}' has {names[0].Length} characters, and the name of a channel has 20 at the most. Nothing was sent.", "Give a shorter -ChannelName.");
        }

        return names;
    }
}
