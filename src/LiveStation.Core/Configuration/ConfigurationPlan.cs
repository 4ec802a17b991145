using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace LiveStation;

/// <summary>
/// What lies between a document and an account: a change for each thing, the calls that bring them about in the order in which
/// things rest on each other, and what stands in the way. Things are found by their names.
/// </summary>
internal sealed class ConfigurationPlan
{
    private readonly ConfigurationDocument _document;
    private readonly ConfigurationState _state;
    private readonly ConfigurationOptions _options;
    private readonly List<Row> _rows = [];
    private readonly List<ConfigurationFault> _faults = [];

    private ConfigurationPlan(ConfigurationDocument document, ConfigurationState state, ConfigurationOptions options)
    {
        _document = document;
        _state = state;
        _options = options;
    }

    /// <summary>All things that the document or the account has, section by section.</summary>
    public IReadOnlyList<ConfigurationChange> Changes => [.. _rows.Select(static row => row.Change)];

    /// <summary>What stands in the way.</summary>
    public IReadOnlyList<ConfigurationFault> Faults => _faults;

    /// <summary>The calls, in order. What a new thing lacks after it was made is left to the next plan.</summary>
    public IReadOnlyList<ConfigurationStep> Steps { get; private set; } = [];

    /// <summary>Things of the document that the service is still making, and things to be removed that it is still busy with.</summary>
    public IEnumerable<(ConfigurationSection Section, ServiceRecord Now, bool IsToGo)> Unsettled => _rows
        .Where(static row => row.Now is not null && (row.Item is not null || row.Change.IsWork))
        .Select(static row => (row.Section, row.Now!, row.Change.Action is ConfigurationAction.Remove or ConfigurationAction.Replace))
        .Where(static one => one.Item3 ? !one.Section.IsSettled(one.Item2) : !one.Section.IsMade(one.Item2));

    /// <summary>The id of a thing of the account, by its name.</summary>
    public string? IdOf(string section, string name) => _state.Ids(section, name) is { Count: > 0 } ids ? ids[0] : null;

    /// <summary>Whether there is nothing to do.</summary>
    public bool IsEmpty => _rows.TrueForAll(static row => !row.Change.IsWork);

    /// <summary>The sections to read for a document: its own, and those that its names are looked for in.</summary>
    public static IEnumerable<ConfigurationSection> Sections(ConfigurationDocument document)
    {
        HashSet<string> names = [.. document.Sections.SelectMany(static section => section.Fields.Select(static field => field.RefersTo).Append(section.Name)).OfType<string>()];

        // What is to be replaced may be in use by what the document does not speak of.
        if (names.Contains("qualities"))
        {
            names.Add("qualitySets");
        }

        if (document.Sections.Any(static section => section.Name is "qualities" or "qualitySets"))
        {
            names.UnionWith(["channels", "vodChannels"]);
        }

        return ConfigurationSections.All.Where(section => names.Contains(section.Name));
    }

    /// <summary>Compares.</summary>
    public static ConfigurationPlan Of(ConfigurationDocument document, ConfigurationState state, ConfigurationOptions options)
    {
        ConfigurationPlan plan = new(document, state, options);
        foreach (ConfigurationSection section in document.Sections)
        {
            plan.Match(section);
        }

        plan.Spread();
        plan.Keep();
        plan.Check();
        plan.HintAtRenames();
        plan.Steps = [.. plan.Order()];
        return plan;
    }

    private void Match(ConfigurationSection section)
    {
        IReadOnlyList<ServiceRecord> own = _state.Own(section);
        HashSet<ServiceRecord> matched = new(ReferenceComparer.Instance);
        foreach (ConfigurationItem item in _document.InOrder(section))
        {
            ServiceRecord[] found = [.. own.Where(record => section.NameOf(record) == item.Name)];
            matched.UnionWith(found);
            if (found.Length > 1)
            {
                _faults.Add(ConfigurationFault.At(
                    item.PlaceOf(section.Fields[0].Name),
                    "ConfigurationAmbiguous",
                    $"{found.Length} {section.Plural} are called {Text.Clean(item.Name)}: {string.Join(", ", found.Select(section.IdOf))}. Things are found by their names.",
                    $"Rename or remove all but one; Get-Ls{section.Kind} shows them."));
                continue;
            }

            _rows.Add(found.Length == 0 ? Made(section, item) : Compared(section, item, found[0]));
        }

        foreach (ServiceRecord record in own.Where(record => !matched.Contains(record)).OrderBy(section.NameOf, StringComparer.Ordinal))
        {
            _rows.Add(NotNamed(section, record));
        }
    }

    // Differences are arrays: where a table or a CSV names their type, a collection expression alone would show one of the compiler's names.
    private static Row Made(ConfigurationSection section, ConfigurationItem item) => new(section, item, null, new ConfigurationChange
    {
        Action = ConfigurationAction.Create,
        Kind = section.Kind,
        Name = item.Name,
        Differences = (ConfigurationDifference[])[.. Named(section, item).Select(field => new ConfigurationDifference { Field = field.Name, New = field.Shown(item[field.Name]) })],
    });

    private static Row Compared(ConfigurationSection section, ConfigurationItem item, ServiceRecord record)
    {
        ConfigurationField[] different = [.. Different(section, item, record)];
        bool isFixed = Array.Exists(different, field => IsFixed(field, item, record));
        return new Row(section, item, record, new ConfigurationChange
        {
            Action = different.Length == 0 ? ConfigurationAction.Equal : isFixed ? ConfigurationAction.Replace : ConfigurationAction.Change,
            Kind = section.Kind,
            Name = item.Name,
            Id = section.IdOf(record),
            Differences = (ConfigurationDifference[])[.. different.Select(field => new ConfigurationDifference { Field = field.Name, Old = field.Shown(field.Of(record)), New = field.Shown(item[field.Name]) })],
            Hint = isFixed ? $"{string.Join(", ", different.Where(field => IsFixed(field, item, record)).Select(static field => field.Name))} cannot be changed: -Replace makes it anew"
                : different.Length > 0 ? section.ConsequenceOf(record)
                : null,
        });
    }

    private Row NotNamed(ConfigurationSection section, ServiceRecord record)
    {
        string? kept = !_options.Prune ? ""
            : !section.IsRemovable ? ", and no operation takes it away"
            : section.IsOnAir(record) ? $", and {section.StateOf(record)}: it stays while it is on air or reserved"
            : section.IsBlocked(record) ? $", and {section.StateOf(record)}: it can be removed when Enable-Ls{section.Kind} has made it ready"
            : null;
        return new Row(section, null, record, new ConfigurationChange
        {
            Action = kept is null ? ConfigurationAction.Remove : ConfigurationAction.Leave,
            Kind = section.Kind,
            Name = section.NameOf(record),
            Id = section.IdOf(record),
            Hint = kept is null ? null : "not in the document" + kept,
        });
    }

    // What is made anew takes with it what stands on it, as long as the document knows that too.
    private void Spread()
    {
        bool isMore = true;
        while (isMore)
        {
            isMore = false;
            HashSet<(string, string)> gone = [.. _rows.Where(static row => row.Change.Action == ConfigurationAction.Replace).Select(static row => (row.Section.Name, row.Change.Id!))];
            for (int i = 0; i < _rows.Count; i++)
            {
                Row row = _rows[i];
                if (row is { Now: not null, Item: not null, Change.Action: ConfigurationAction.Equal or ConfigurationAction.Change } && row.Section.StandsOn(row.Now).Any(gone.Contains))
                {
                    _rows[i] = row with { Change = row.Change.With(ConfigurationAction.Replace, "it stands on something that is made anew, and so is made anew too") };
                    isMore = true;
                }
            }
        }
    }

    // One that is made anew keeps what the document does not name, as one that is changed does. Whom notices go to nobody knows.
    private void Keep()
    {
        foreach (Row row in _rows.Where(static row => row.Change.Action == ConfigurationAction.Replace))
        {
            ConfigurationItem item = row.Item!;
            foreach (ConfigurationField field in row.Section.Fields.Where(field => !item.Has(field.Name) && field.Call != FieldCall.Notification))
            {
                bool isLed = field.Follows is { } leader && !Equals(item[leader], row.Section.Field(leader).Of(row.Now!));
                bool leads = row.Section.Fields.Any(other => other.Follows == field.Name && item.Has(other.Name));
                bool isIdle = field.Needs is { } need && !need.Is(item[need.Field]);
                object? value = isLed || leads || isIdle ? null : field.Of(row.Now!);
                if (value is SecretReference)
                {
                    Refuse(row, "ConfigurationSecretUnnamed", $"{row} would have to be made anew, and its {field.Name} holds a secret that the document does not name.", $"Add {field.Name} to the document, as {{ \"secret\": \"name\" }}.");
                }
                else
                {
                    item.Set(field.Name, value, item.Place);
                }
            }
        }
    }

    private void Check()
    {
        ConfigurationBuild build = new() { Zone = _options.Zone, IdOf = static (_, _) => 0 };
        foreach (Row row in _rows.Where(static row => row.Item is not null))
        {
            CheckNames(row);
            if (row.Change.Action == ConfigurationAction.Replace)
            {
                CheckReplacement(row);
            }

            foreach (ConfigurationStep step in Calls(row))
            {
                try
                {
                    if (step.Kind == ConfigurationStepKind.Create)
                    {
                        row.Section.Check(step.Wanted!, build);
                    }
                    else
                    {
                        row.Section.CheckChange(step.Now!, step.Call, step.Wanted!, build);
                        if (step.Call == FieldCall.Cdn && row.Section.IsOnAir(row.Now!))
                        {
                            Refuse(row, "ConfigurationOnAir", $"{row} is {row.Section.StateOf(row.Now!)}, and moves to another edge only while it is ready.", "Wait until it is off air, or take the change out of the document.");
                        }
                    }
                }
                catch (LiveStationArgumentException e)
                {
                    _faults.Add(ConfigurationFault.At(row.Item!.Place, e.ErrorId, e.Message.Replace(" Nothing was sent.", ""), e.Recommendation));
                }
            }
        }
    }

    private void CheckReplacement(Row row)
    {
        // All that is needed at once: nobody wants to meet the second refusal after the first is mended.
        const string Replace = "-Replace, which ends what the thing has besides (snapshots, keys, addresses)";
        (string why, string also) = _options.Replace ? ("", "") : ($": {row.Change.Hint}", $", then add {Replace}");
        if (row.Section.IsOnAir(row.Now!))
        {
            Refuse(row, "ConfigurationOnAir", $"{row} is {row.Section.StateOf(row.Now!)}, and would have to be removed and made anew{why}.", $"Wait until it is off air{also}; or take the change out of the document.");
        }
        else if (row.Section.IsBlocked(row.Now!))
        {
            Refuse(row, "ConfigurationBlocked", $"{row} is {row.Section.StateOf(row.Now!)}, and would have to be removed and made anew{why}.", $"Run Enable-Ls{row.Section.Kind} first, for only what is ready can be removed{also}; or take the change out of the document.");
        }
        else if (!_options.Replace)
        {
            Refuse(row, "ConfigurationNotChangeable", $"{row}: {row.Change.Hint}.", $"Add {Replace}, or take the change out of the document.");
        }

        foreach (ConfigurationSection section in ConfigurationSections.All)
        {
            foreach (ServiceRecord user in _state.Own(section).Where(user => section.StandsOn(user).Contains((row.Section.Name, row.Change.Id!))))
            {
                if (!_rows.Exists(other => ReferenceEquals(other.Now, user) && other.Change.IsWork))
                {
                    Refuse(row, "ConfigurationInUse", $"{row} would have to be made anew, and {section.Noun} {Text.Clean(section.NameOf(user))} ({section.IdOf(user)}), which is not in the document, stands on it.", "Put that into the document too, or remove it.");
                }
            }
        }
    }

    private void Refuse(Row row, string errorId, string message, string recommendation) =>
        _faults.Add(ConfigurationFault.At(row.Item!.Place, errorId, message, recommendation) with { IsOfApplying = true });

    private void CheckNames(Row row)
    {
        foreach (ConfigurationField field in Named(row.Section, row.Item!).Where(static field => field.RefersTo is not null))
        {
            foreach (string name in row.Item![field.Name] as IReadOnlyList<string> ?? [(string)row.Item[field.Name]!])
            {
                ConfigurationSection section = ConfigurationSections.Find(field.RefersTo!)!;
                int count = _state.Ids(field.RefersTo!, name).Count;
                if (count > 1)
                {
                    Fault("ConfigurationAmbiguous", $"{count} {section.Plural} are called {Text.Clean(name)}: {string.Join(", ", _state.Ids(field.RefersTo!, name))}.", $"Rename or remove all but one; Get-Ls{section.Kind} shows them.");
                }
                else if (count == 0 && !_document[section].Any(item => item.Name == name))
                {
                    Fault("ConfigurationNameUnknown", $"neither the document nor the account has a {section.Noun} called {Text.Clean(name)}.", $"Name one of the account (Get-Ls{section.Kind} -Name), or add it to {section.Name}.");
                }
                else if (_rows.Exists(other => other.Section == section && other.Change is { Action: ConfigurationAction.Remove } gone && gone.Name == name))
                {
                    Fault("ConfigurationNameUnknown", $"{section.Noun} {Text.Clean(name)} is not in {section.Name} of the document, so -Prune removes it.", $"Add it to {section.Name}, or leave -Prune out.");
                }
            }

            void Fault(string errorId, string message, string recommendation) => _faults.Add(ConfigurationFault.At(row.Item!.PlaceOf(field.Name), errorId, $"{row.Change.Name}, {field.Name}: {message}", recommendation));
        }
    }

    // One that is gone and one that is new, and alike in all but the name: somebody renamed it in the console.
    private void HintAtRenames()
    {
        for (int i = 0; i < _rows.Count; i++)
        {
            Row made = _rows[i];
            int gone = made.Change.Action == ConfigurationAction.Create && made.Section.OnlyName is null
                ? _rows.FindIndex(row => row.Section == made.Section && row.Item is null && IsTelling(made.Item!, row) && !Different(row.Section, made.Item!, row.Now!).Any(field => field != row.Section.Fields[0]))
                : -1;
            if (gone >= 0)
            {
                ConfigurationChange other = _rows[gone].Change;
                _rows[i] = made with { Change = made.Change.With(made.Change.Action, $"it is like {Text.Clean(other.Name)} ({other.Id}), which is not in the document: if that was renamed, give it its name back, or change the name in the document") };
                _rows[gone] = _rows[gone] with { Change = other.With(other.Action, $"{(other.Hint is null ? "" : other.Hint + "; ")}it is like {Text.Clean(made.Change.Name)}, which is to be made: was it renamed?") };
            }
        }
    }

    // Things that have little said of them are alike for no reason.
    private static bool IsTelling(ConfigurationItem item, Row other) => 2 * Named(other.Section, item).Count() > Named(other.Section, other.Section.Item(other.Now!)).Count();

    private IEnumerable<ConfigurationStep> Order()
    {
        // What is made anew goes first, and so does what stands on it and goes anyway; all else that goes does so at the end.
        HashSet<(string, string)> early = [.. _rows.Where(static row => row.Change.Action == ConfigurationAction.Replace).Select(Key)];
        Row[] removed = [.. _rows.Where(static row => row.Change.Action == ConfigurationAction.Remove)];
        bool isMore = true;
        while (isMore)
        {
            isMore = false;
            foreach (Row row in removed.Where(row => row.Section.StandsOn(row.Now!).Any(early.Contains)))
            {
                isMore |= early.Add(Key(row));
            }
        }

        Row[] gone = [.. _rows.Where(static row => row.Change.Action is ConfigurationAction.Replace or ConfigurationAction.Remove)];
        return Backwards(gone.Where(row => early.Contains(Key(row))))
            .Concat(_rows.SelectMany(Calls))
            .Concat(Backwards(gone.Where(row => !early.Contains(Key(row)))));

        static (string, string) Key(Row row) => (row.Section.Name, row.Change.Id!);
    }

    private static IEnumerable<ConfigurationStep> Backwards(IEnumerable<Row> rows) => rows
        .OrderByDescending(static row => ConfigurationSections.All.ToList().IndexOf(row.Section))
        .Select(static row => new ConfigurationStep(ConfigurationStepKind.Remove, row.Section, row.Change) { Now = row.Now });

    // The calls that make or change a thing.
    private static IEnumerable<ConfigurationStep> Calls(Row row)
    {
        switch (row.Change.Action)
        {
            case ConfigurationAction.Create or ConfigurationAction.Replace:
                yield return new ConfigurationStep(ConfigurationStepKind.Create, row.Section, row.Change) { Wanted = row.Item };
                break;
            case ConfigurationAction.Change:
                foreach (IGrouping<FieldCall, ConfigurationField> call in Different(row.Section, row.Item!, row.Now!).GroupBy(static field => field.Call).OrderBy(static call => call.Key))
                {
                    yield return new ConfigurationStep(ConfigurationStepKind.Change, row.Section, row.Change) { Now = row.Now, Call = call.Key, Wanted = Part(row, call) };
                }

                break;
        }
    }

    // A change sends what is different. The other calls send all that they can, because they keep nothing by themselves.
    private static ConfigurationItem Part(Row row, IGrouping<FieldCall, ConfigurationField> call)
    {
        ConfigurationItem part = new() { Name = row.Item!.Name, Place = row.Item.Place };
        foreach (ConfigurationField field in call.Key == FieldCall.Update ? call : row.Section.Fields.Where(field => field.Call == call.Key))
        {
            part.Set(field.Name, row.Item[field.Name]);
        }

        return part;
    }

    private static IEnumerable<ConfigurationField> Named(ConfigurationSection section, ConfigurationItem item) => section.Fields.Where(field => item.Has(field.Name));

    // What is not changeable and not told by the service cannot be called different.
    private static IEnumerable<ConfigurationField> Different(ConfigurationSection section, ConfigurationItem item, ServiceRecord record) => Named(section, item).Where(field =>
        field.IsCompared
        && (field.Follows is null || !item.Has(field.Follows))
        && (field.Call != FieldCall.None || field.Of(record) is not null)
        && !field.AreSame(item[field.Name], field.Of(record)));

    private static bool IsFixed(ConfigurationField field, ConfigurationItem item, ServiceRecord record) => field.Call == FieldCall.None || field.IsFixed(record, item[field.Name]!);

    /// <summary>A thing of the document, of the account, or of both.</summary>
    private sealed record Row(ConfigurationSection Section, ConfigurationItem? Item, ServiceRecord? Now, ConfigurationChange Change)
    {
        public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0} {1}", Section.Noun, Text.Clean(Change.Name));
    }

    private sealed class ReferenceComparer : IEqualityComparer<ServiceRecord>
    {
        public static readonly ReferenceComparer Instance = new();

        public bool Equals(ServiceRecord? x, ServiceRecord? y) => ReferenceEquals(x, y);

        public int GetHashCode(ServiceRecord obj) => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(obj);
    }
}
