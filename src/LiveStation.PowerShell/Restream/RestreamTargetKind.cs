using System;
using System.Collections.Generic;

namespace LiveStation.PowerShell;

/// <summary>What re-streams are made with.</summary>
internal sealed class RestreamTargetKind : Kind
{
    public override string Noun => "a target of a re-stream";

    public override IReadOnlyList<Type> Records => [typeof(RestreamTarget)];

    public override string? IdName => null;

    public override string Advice => "Targets are what New-LsRestream makes a re-stream with; one that runs is changed with Get-LsRestreamPlatform and Set-LsRestreamPlatform.";
}
