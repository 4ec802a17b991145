<#
.SYNOPSIS
Begins the help page of a new cmdlet in the form of the house.
.DESCRIPTION
Writes docs/en-US/<cmdlet>.md with its syntax, the facts of its parameters, and the paragraphs that all pages share. What only
a person can say stands as {{ ... }}, and a test finds what is left of that. Run it after a build; it replaces no page.
#>
[CmdletBinding()]
param(
    # Names of cmdlets, such as Get-LsQuality.
    [Parameter(Mandatory)]
    [string[]] $Name
)

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version 3.0

$root = Split-Path -Parent $PSScriptRoot
Import-Module ([System.IO.Path]::Combine($root, 'LiveStation.psd1'))
$shared = @{
    Confirm       = 'Ask before each change.'
    Context       = @'
The account to call, as `Connect-LsAccount` or `Get-LsContext` returns it. Without it the connected
account of this runspace serves, or else the one that the environment or the vendor CLI's file
gives. Needed in `ForEach-Object -Parallel`, whose runspaces know no connection: write
`-Context $using:ctx`. Also from the pipeline, one context for a command: `$studio | Get-LsChannel`.
'@
    Force         = 'Do not ask. `-WhatIf` and an explicit `-Confirm` still count.'
    ThrottleLimit = @'
How many calls may be under way at once, 1 to 64; default 8. Lower it when the service answers
`RateLimited`: other jobs with the same key count too. With 1, what is written belongs to the input
at hand, as `-PipelineVariable` needs.
'@
    TimeoutSec    = 'The longest wait, in seconds, 1 to 86400. Time that runs out is the error `WaitTimeout`; nothing is changed by waiting.'
    WhatIf        = 'Say what would be done, and do nothing.'
}
$common = @'
This cmdlet supports the common parameters: -Debug, -ErrorAction, -ErrorVariable,
-InformationAction, -InformationVariable, -OutBuffer, -OutVariable, -PipelineVariable,
-ProgressAction, -Verbose, -WarningAction, and -WarningVariable. For more information, see
[about_CommonParameters](https://go.microsoft.com/fwlink/?LinkID=113216).
'@

function Format-Syntax([string] $Text) {
    $lines = [System.Collections.Generic.List[string]]::new()
    $line = ''
    foreach ($word in [regex]::Matches($Text, '\[\[?-\w+\]?( <[^>]*>)?\]?|-\w+ <[^>]*>|\S+').Value) {
        if ($line.Length + $word.Length -gt 97) { $lines.Add($line); $line = '' }
        $line += $(if ($line -or $lines.Count) { ' ' }) + $word
    }
    $lines.Add($line)
    $lines -join "`n"
}

# Arrays of nullable enums take no null, they only keep the shell from completing Unknown.
function Get-PlainType([type] $Type) {
    $item = if ($Type.IsArray) { $Type.GetElementType() } else { $Type }
    $plain = [Nullable]::GetUnderlyingType($item)
    if (-not $Type.IsArray) { return $(if ($plain) { "System.Nullable``1[$($plain.FullName)]" } else { $Type.FullName }) }
    "$($(if ($plain) { $plain } else { $item }).FullName)[]"
}

function Get-Default([type] $Cmdlet, [System.Reflection.PropertyInfo] $Property) {
    if ($Property.PropertyType -eq [switch]) { return $(if ($Property.Name -in 'WhatIf', 'Confirm') { "''" } else { 'Off' }) }
    $value = $Property.GetValue([Activator]::CreateInstance($Cmdlet))
    if ($null -eq $value -or @($value).Count -eq 0 -or "$value" -eq '') { "''" } else { "$value" }
}

function Get-Page([System.Management.Automation.CmdletInfo] $Command) {
    $type = $Command.ImplementingType
    $asking = @($Command.Parameters.Values | Where-Object Name -In 'WhatIf', 'Confirm' | ForEach-Object Name)
    $own = @($type.GetProperties() | Where-Object { $_.IsDefined([System.Management.Automation.ParameterAttribute], $true) } | ForEach-Object Name)
    @"
---
document type: cmdlet
external help file: LiveStation.PowerShell.dll-Help.xml
HelpUri: ''
Locale: en-US
Module Name: LiveStation
PlatyPS schema version: 2024-05-01
title: $($Command.Name)
---

# $($Command.Name)

## SYNOPSIS

{{ One sentence. }}

## SYNTAX

"@
    foreach ($set in $Command.ParameterSets) {
        $default = if ($set.IsDefault -and $Command.ParameterSets.Count -gt 1) { ' (Default)' } else { '' }
        "### $($set.Name)$default`n`n``````"
        Format-Syntax "$($Command.Name) $($set -replace 'Nullable\[(\w+)\]', '$1')"
        "```````n"
    }
    @'
## DESCRIPTION

{{ What is sent, what comes back, which states and errors there are, what to do when an answer is lost. }}

## EXAMPLES

### Example 1: {{ What for }}

```powershell
{{ Command }}
```

```output
{{ What it prints at 80 columns }}
```

## PARAMETERS

'@
    foreach ($name in $own + $asking | Sort-Object) {
        $parameter = $Command.Parameters[$name]
        $property = $type.GetProperty($name)
        $value = $parameter.ParameterType
        $enum = [Nullable]::GetUnderlyingType($(if ($value.IsArray) { $value.GetElementType() } else { $value }))
        if (-not $enum) { $enum = if ($value.IsArray) { $value.GetElementType() } else { $value } }
        "### -$name`n"
        if ($shared.ContainsKey($name)) { $shared[$name] } else { '{{ What it is, its unit, its limits. }}' }
        "`n``````yaml"
        "Type: $(Get-PlainType $value)"
        "DefaultValue: $(if ($property) { Get-Default $type $property } else { "''" })"
        "SupportsWildcards: $("$([bool] ($property -and $property.IsDefined([System.Management.Automation.SupportsWildcardsAttribute], $true)))".ToLowerInvariant())"
        if ($parameter.Aliases.Count) { 'Aliases:'; $parameter.Aliases | ForEach-Object { "- $_" } } else { 'Aliases: []' }
        'ParameterSets:'
        foreach ($set in $parameter.ParameterSets.GetEnumerator()) {
            "- Name: $(if ($set.Key -eq '__AllParameterSets') { '(All)' } else { $set.Key })"
            "  Position: $(if ($set.Value.Position -lt 0) { 'Named' } else { $set.Value.Position })"
            "  IsRequired: $("$($set.Value.IsMandatory)".ToLowerInvariant())"
            "  ValueFromPipeline: $("$($set.Value.ValueFromPipeline)".ToLowerInvariant())"
            "  ValueFromPipelineByPropertyName: $("$($set.Value.ValueFromPipelineByPropertyName)".ToLowerInvariant())"
            "  ValueFromRemainingArguments: $("$($set.Value.ValueFromRemainingArguments)".ToLowerInvariant())"
        }
        'DontShow: false'
        if ($enum.IsEnum) { 'AcceptedValues:'; [enum]::GetNames($enum) | ForEach-Object { "- $_" } } else { 'AcceptedValues: []' }
        "HelpMessage: ''`n```````n"
    }
    "### CommonParameters`n`n$common`n`n## INPUTS`n"
    foreach ($parameter in $Command.Parameters.Values | Where-Object { $_.Name -ne 'Context' -and @($_.ParameterSets.Values.ValueFromPipeline) -contains $true }) {
        "### $($parameter.ParameterType.FullName)`n`n{{ What is taken, and what is refused. }}`n"
    }
    if ($Command.Parameters.ContainsKey('Context')) { "### LiveStation.PowerShell.LsContext`n`nThe account to call.`n" }
    "## OUTPUTS`n"
    foreach ($output in $Command.OutputType) {
        "### $(if ($output.Type -eq [void]) { 'None' } else { $output.Name })`n`n{{ One for what. }}`n"
    }
    "## NOTES`n`n{{ What else is worth knowing. }}`n`n## RELATED LINKS`n"
    "- [{{ operation }} (vendor)]({{ address }})`n- [about_LiveStation](about_LiveStation.help.txt)"
}

foreach ($command in Get-Command -Name $Name -Module LiveStation -CommandType Cmdlet) {
    $path = [System.IO.Path]::Combine($root, 'docs', 'en-US', "$($command.Name).md")
    if (Test-Path $path) { throw "$path is there already." }
    $text = (Get-Page $command) -join "`n" -replace "`r"
    [System.IO.File]::WriteAllText($path, "$text`n")
    $path
}
