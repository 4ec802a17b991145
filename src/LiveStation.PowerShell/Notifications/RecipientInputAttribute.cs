using System;
using System.Collections;
using System.Collections.Generic;
using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>Takes recipients, people, copies of both and rows about them, for recipients; how people are told is settled later.</summary>
public sealed class RecipientInputAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        if (inputData is null)
        {
            return null!;
        }

        object input = inputData is PSObject { BaseObject: IList wrapped } ? wrapped : inputData;
        List<NotificationRecipient> recipients = [];
        foreach (object? item in input as IList ?? new[] { input })
        {
            recipients.Add(item is null ? null! : RecipientIn(PSObject.AsPSObject(item)));
        }

        return recipients.ToArray();
    }

    private static NotificationRecipient RecipientIn(PSObject thing)
    {
        if (thing.BaseObject is NotificationRecipient recipient)
        {
            return recipient;
        }

        if (thing.BaseObject is string or ValueType)
        {
            // Not quoted: it may be an address.
            throw Kind.Leave("A recipient is no text: pipe people in from Get-LsNotificationManager, or make one with New-LsNotificationRecipient.");
        }

        Kind? kind = Kind.Of(thing);
        if (kind is not null and not NotificationManagerKind)
        {
            // Channels are taken by the parameter beside this one.
            string refusal = IdOfAttribute.Refusal(Kind.Get(typeof(NotificationManagerKind)), kind);
            throw kind is ChannelKind ? Kind.Leave(refusal) : new ArgumentTransformationMetadataException(refusal);
        }

        LanguagePrimitives.TryConvertTo(Value(nameof(NotificationRecipient.NotifyType)), out NotifyType notifyType);
        return LanguagePrimitives.TryConvertTo(Value(nameof(NotificationRecipient.ManagerNo)), out long managerNo) && managerNo != 0
            ? new NotificationRecipient
            {
                ManagerNo = managerNo,
                NotifyType = notifyType,
                EmailAddress = Value(nameof(NotificationRecipient.EmailAddress))?.ToString(),
                CellPhoneNo = Value(nameof(NotificationRecipient.CellPhoneNo))?.ToString(),
                Origin = Origins.Of(thing),
            }
            : throw Kind.Leave("An object was given that has no ManagerNo, where a person to notify was meant.");

        object? Value(string name) => thing.Properties[name]?.Value;
    }
}
