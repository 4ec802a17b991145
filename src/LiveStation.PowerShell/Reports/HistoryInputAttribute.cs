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
    internal override Kind Wanted => Kind.Get(typeof(RecordingKind));

    internal override bool Takes(Kind other) => other is EventKind;

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
        if (thing.BaseObject is Recording or Event)
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
            throw Kind.Leave(IdOfAttribute.Refusal(Wanted, kind));
        }

        ServiceRecord? made = kind is null ? null
            : kind == Wanted ? RecordConverter.Rebuild(thing, typeof(Recording)) : RecordConverter.Rebuild(thing, typeof(Event));
        if (made is null or Recording { RecordId: 0 } or Event { EventCodeText: null, EventCode: EventCode.Unknown })
        {
            throw Kind.Leave("An object was given that has no RecordId and no EventCode, where a recording or an event was meant.");
        }

        made.Origin = Origins.Of(thing);
        return made;
    }
}
