#Requires -Version 7.2

<#
.SYNOPSIS
Writes the page of help of a cmdlet in docs/en-US, in house form; brings the facts of one that is there up to date.
.DESCRIPTION
Syntax and facts come from the built cmdlet, the words stay as they are. What is new has a placeholder, {{ }}, which the
tests refuse until somebody has written it, or a paragraph of help-paragraphs.md. A parameter that is gone goes. Run it after
a build: build/New-HelpPage.ps1 Get-LsChannel, or without a name for all cmdlets.
#>
[CmdletBinding()]
param([Parameter(Position = 0)] [string[]] $Name)

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version 3.0

$root = Split-Path -Parent $PSScriptRoot
$folder = Join-Path $root 'docs/en-US'
$asking = 'WhatIf', 'Confirm'
$common = @([System.Management.Automation.Cmdlet]::CommonParameters) + [System.Management.Automation.Cmdlet]::OptionalCommonParameters | Where-Object { $_ -notin $asking }

# Sections by their headings, in order; a heading in a fence is text.
function Split-Section([string] $Text, [string] $Mark) {
    $sections = [ordered]@{}
    $heading = ''
    $fenced = $false
    $body = [System.Collections.Generic.List[string]]::new()
    foreach ($line in $Text -split "`n") {
        $fenced = $fenced -xor $line.StartsWith('```')
        if (-not $fenced -and $line.StartsWith($Mark)) {
            $sections[$heading] = ($body -join "`n").Trim("`n")
            $heading = $line.Substring($Mark.Length)
            $body.Clear()
        }
        else {
            $body.Add($line)
        }
    }
    $sections[$heading] = ($body -join "`n").Trim("`n")
    $sections
}

# Unlike an index, nothing where there is none.
function Get-Part($Table, [string] $Key) {
    if ($Table -and $Table.Contains($Key)) { $Table[$Key] } else { '' }
}

function Get-TypeName([type] $Type) {
    if ($Type.IsArray) { return (Get-TypeName $Type.GetElementType()) + '[]' }
    $inner = [System.Nullable]::GetUnderlyingType($Type)
    if ($inner) { $inner.FullName } else { $Type.FullName }
}

function Get-AcceptedValue([type] $Type) {
    if ($Type.IsArray) { $Type = $Type.GetElementType() }
    $inner = [System.Nullable]::GetUnderlyingType($Type)
    if ($inner) { $Type = $inner }

    # Unknown is what a value that is newer than the module reads as: nothing that one would give.
    if ($Type.IsEnum) { [enum]::GetNames($Type) | Where-Object { $_ -ne 'Unknown' } }
}

# What a parameter is worth where it is not given, as the cmdlet's own class says.
function Get-Default([System.Management.Automation.CommandInfo] $Command, [System.Management.Automation.ParameterMetadata] $Parameter) {
    $property = $Command.ImplementingType.GetProperty($Parameter.Name)
    if (-not $property) { return "''" }
    if ($Parameter.SwitchParameter) { return 'Off' }
    $value = @($property.GetValue([System.Activator]::CreateInstance($Command.ImplementingType))) -ne '' -join ', '
    # Braces would be a table of YAML.
    if ($value -match '^[{\[]') { "'$value'" } elseif ($value) { $value } else { "''" }
}

function Format-Entry([string] $Key, [string[]] $Item) {
    if ($Item) { "${Key}:"; $Item | ForEach-Object { "- $_" } } else { "${Key}: []" }
}

# What a set takes only to say that it does not is on no page.
function Test-Shown([System.Management.Automation.CommandParameterSetInfo] $Set, [string] $Name) {
    $own = $Set.Parameters | Where-Object Name -EQ $Name
    -not ($own.Attributes | Where-Object { $_ -is [Parameter] -and $_.ParameterSetName -eq $Set.Name -and $_.DontShow })
}

# Wrapped where a console would cut it, never within a parameter.
function Format-Syntax([string] $Cmdlet, [System.Management.Automation.CommandParameterSetInfo] $Set) {
    $text = "$Set" -replace 'Nullable\[(\w+)\]', '$1'
    $line = $Cmdlet
    foreach ($part in [regex]::Matches($text, '\[\[-\w+\] <[^>]+>\]|\[-\w+( <[^>]+>)?\]( <[^>]+>)?|\[<CommonParameters>\]|-\w+( <[^>]+>)?')) {
        if ($part.Value -match '^\[*-(\w+)' -and -not (Test-Shown $Set $Matches[1])) { continue }
        if ("$line $part".Length -gt 100) { $line; $line = '' }
        $line += " $part"
    }
    $line
}

function Format-Fact([System.Management.Automation.ParameterMetadata] $Parameter, [System.Management.Automation.CommandInfo] $Command, [string] $Default) {
    '```yaml'
    "Type: $(Get-TypeName $Parameter.ParameterType)"
    "DefaultValue: $Default"
    "SupportsWildcards: $(($Parameter.Attributes.TypeId -contains [System.Management.Automation.SupportsWildcardsAttribute]).ToString().ToLowerInvariant())"
    Format-Entry 'Aliases' $Parameter.Aliases
    'ParameterSets:'
    foreach ($set in $Command.ParameterSets) {
        $own = $set.Parameters | Where-Object Name -EQ $Parameter.Name
        $isEverywhere = $Parameter.ParameterSets.ContainsKey('__AllParameterSets')
        if (-not $own -or -not (Test-Shown $set $Parameter.Name) -or ($isEverywhere -and $set -ne $Command.ParameterSets[0])) { continue }
        "- Name: $(if ($isEverywhere) { '(All)' } else { $set.Name })"
        "  Position: $(if ($own.Position -ge 0) { $own.Position } else { 'Named' })"
        "  IsRequired: $($own.IsMandatory.ToString().ToLowerInvariant())"
        "  ValueFromPipeline: $($own.ValueFromPipeline.ToString().ToLowerInvariant())"
        "  ValueFromPipelineByPropertyName: $($own.ValueFromPipelineByPropertyName.ToString().ToLowerInvariant())"
        "  ValueFromRemainingArguments: $($own.ValueFromRemainingArguments.ToString().ToLowerInvariant())"
    }
    'DontShow: false'
    Format-Entry 'AcceptedValues' @(Get-AcceptedValue $Parameter.ParameterType)
    "HelpMessage: ''"
    '```'
}

function Format-Page([System.Management.Automation.CommandInfo] $Command, [string] $Present) {
    $page = if ($Present) { Split-Section $Present '## ' }
    $written = Split-Section (Get-Part $page 'PARAMETERS') '### '
    $keep = { param($Section, $Otherwise) $text = Get-Part $page $Section; if ($text) { $text } else { $Otherwise } }
    $inputs = @($Command.Parameters.Values | Where-Object { $_.Name -ne 'Context' -and $_.ParameterSets.Values.ValueFromPipeline -contains $true } | ForEach-Object { "### $(Get-TypeName $_.ParameterType)`n`n{{ What is taken, and what is refused. }}" }) + "### LiveStation.PowerShell.LsContext`n`nThe account to call." -join "`n`n"
    $outputs = @($Command.OutputType | ForEach-Object { "### $($_.Name)`n`n{{ One for what. }}" }) -join "`n`n"

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

$(& $keep 'SYNOPSIS' '{{ One sentence: what it does. }}')

## SYNTAX
"@
    foreach ($set in $Command.ParameterSets) {
        ''
        "### $($set.Name)$(if ($set.IsDefault -and $Command.ParameterSets.Count -gt 1) { ' (Default)' })"
        ''
        '```'
        Format-Syntax $Command.Name $set
        '```'
    }
    @"

## DESCRIPTION

$(& $keep 'DESCRIPTION' '{{ What is sent, what is written, what is refused, and what one has to know at night. }}')

## EXAMPLES

$(& $keep 'EXAMPLES' "### Example 1: {{ What for }}`n`n``````powershell`n$($Command.Name)`n```````n`n``````output`n{{ What it prints at 80 columns }}`n``````")

## PARAMETERS
"@
    foreach ($parameter in $Command.Parameters.Values | Where-Object { $_.Name -notin $common } | Sort-Object Name) {
        $old = Get-Part $written "-$($parameter.Name)"
        $words = ($old -replace '(?s)```yaml.*?```', '').Trim("`n")
        if (-not $words) { $words = (Get-Part $paragraphs "-$($parameter.Name)") -replace '(?s)\n\n.*' }
        $default = if ($old -match '(?m)^DefaultValue: (.*)$') { $Matches[1] } else { Get-Default $Command $parameter }
        ''
        "### -$($parameter.Name)"
        ''
        $(if ($words) { $words } else { '{{ What it says, which values it takes, what is refused. }}' })
        ''
        Format-Fact $parameter $Command $default
    }
    @"

### CommonParameters

This cmdlet supports the common parameters: -Debug, -ErrorAction, -ErrorVariable,
-InformationAction, -InformationVariable, -OutBuffer, -OutVariable, -PipelineVariable,
-ProgressAction, -Verbose, -WarningAction, and -WarningVariable. For more information, see
[about_CommonParameters](https://go.microsoft.com/fwlink/?LinkID=113216).

## INPUTS

$(& $keep 'INPUTS' $inputs)

## OUTPUTS

$(& $keep 'OUTPUTS' $(if ($outputs) { $outputs } else { "### None`n`nNothing." }))

## NOTES

$(& $keep 'NOTES' '{{ What else: limits, what the vendor leaves open. }}')

## RELATED LINKS

$(& $keep 'RELATED LINKS' "- [{{ operation }} (vendor)]({{ address }})`n- [about_LiveStation](about_LiveStation.help.txt)")
"@
}

Import-Module (Join-Path $root 'LiveStation.psd1')
$paragraphs = Split-Section ((Get-Content -Raw (Join-Path $PSScriptRoot 'help-paragraphs.md')) -replace "`r") '### '
foreach ($command in Get-Command -Module LiveStation, LiveStation.PowerShell | Where-Object { -not $Name -or $_.Name -in $Name }) {
    $path = Join-Path $folder "$($command.Name).md"
    $present = if (Test-Path $path) { (Get-Content -Raw $path) -replace "`r" }
    $text = ((Format-Page $command $present) -join "`n") -replace "`r"
    [System.IO.File]::WriteAllText($path, $text + "`n")
    Get-Item $path
}
