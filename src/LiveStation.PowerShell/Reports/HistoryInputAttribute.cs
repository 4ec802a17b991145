using System.Collections;
using System.Collections.Generic;
using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>
/// Takes what is judged: recordings and events, as they came, as copies and as rows. Unlike elsewhere nothing of them is asked anew,
/// so all of their columns count.
/// </summary>
public sealed class HistoryInputAttribute : ThingInputAttribute
{
    /// <summary>Whether channels are taken too.</summary>
    public bool TakesChannels { get; set; }

    internal override Kind Wanted => Kind.Get(typeof(RecordingKind));

    internal override bool Takes(Kind other) => other is EventKind || (TakesChannels && other is ChannelKind);

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        if (inputData is null)
        {
            return null!;
        }

        object input = inputData is PSObject { BaseObject: IList wrapped } ? wrapped : inputData;
        List<ServiceRecord> things = [];
        foreach (object? item in input as IList ?? new[] { input })
        {
            things.Add(item is null ? null! : ThingIn(PSObject.AsPSObject(item)));
        }

        return things.ToArray();
    }

    private ServiceRecord ThingIn(PSObject thing)
    {
        if (thing.BaseObject is Recording or Event || (TakesChannels && thing.BaseObject is Channel))
        {
            return (ServiceRecord)thing.BaseObject;
        }

        if (thing.BaseObject is SavedRecording { Recording: { } saved })
        {
            return saved;
        }

        if (thing.BaseObject is string or System.ValueType)
        {
            throw Kind.Leave($"'{thing}' is no recording and no event.");
        }

        Kind? kind = Kind.Of(thing);
        if (kind is not null && kind != Wanted && !Takes(kind))
        {
            // Where channels are taken too, no other parameter is there for what is left.
            string refusal = IdOfAttribute.Refusal(Wanted, kind);
            throw TakesChannels ? new ArgumentTransformationMetadataException(refusal) : Kind.Leave(refusal);
        }

        if (kind is null)
        {
            throw Kind.Leave("An object was given that is no recording and no event.");
        }

        if (kind is ChannelKind)
        {
            return new Channel { ChannelId = TextIn(thing, nameof(Channel.ChannelId)), ChannelName = TextIn(thing, nameof(Channel.ChannelName)), Origin = Origins.Of(thing) };
        }

        // What only names a recording, such as the result of an export.
        if (thing.Properties[kind is EventKind ? nameof(Event.Timestamp) : nameof(Recording.RecordBeginTime)] is null)
        {
            throw new ArgumentTransformationMetadataException($"An object was given that tells nothing of the time of {kind.Noun}. Nothing was sent for it. Pipe it through Get-LsRecording first.");
        }

        ServiceRecord made = RecordConverter.Rebuild(thing, kind is EventKind ? typeof(Event) : typeof(Recording));
        made.Origin = Origins.Of(thing);
        return made;
    }

    private static string? TextIn(PSObject thing, string property) =>
        System.Convert.ToString(thing.Properties[property]?.Value, System.Globalization.CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : null;
}
