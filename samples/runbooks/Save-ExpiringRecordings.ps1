#Requires -Version 5.1
<#
.SYNOPSIS
    Exports to a bucket what the service would soon delete, and reports on it.

.DESCRIPTION
    Looks at the recordings of all channels, takes those that expire within the given hours and those whose upload
    failed, exports them to a bucket, waits for the uploads, and writes a CSV report with one row for each recording.
    Safe to run as often as you like: what is on its way already is only waited for.

    Uses the account that is connected in this session, or else the keys of the environment or of the vendor CLI's
    file, so that a scheduler needs no key on a command line.

    Exit code: 0 all safe, 1 at least one recording is not safe, 2 the recordings could not be looked at in full.

.EXAMPLE
    pwsh -NoProfile -File Save-ExpiringRecordings.ps1 -BucketName archive -WithinHours 24 -ReportPath ./rescue.csv
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    [Parameter(Mandatory)]
    [string] $BucketName,

    [ValidateRange(1, 168)]
    [int] $WithinHours = 24,

    [string] $ReportPath = ('rescue-{0:yyyyMMdd-HHmmss}.csv' -f (Get-Date)),

    [ValidateSet('Private', 'PublicRead')]
    [string] $AccessControl = 'Private',

    [ValidateRange(60, 86400)]
    [int] $TimeoutSec = 7200
)

$ErrorActionPreference = 'Continue'

# A caller's strict mode would drop the rows of recordings without a result, which are those that are not safe.
Set-StrictMode -Off
try {
    if (-not (Get-Command -Name Export-LsRecording -ErrorAction Ignore)) {
        # In a checkout the module lies two folders up; elsewhere it is installed.
        $manifest = Join-Path $PSScriptRoot '../../LiveStation.psd1'
        Import-Module -Name $(if (Test-Path $manifest) { $manifest } else { 'LiveStation' }) -ErrorAction Stop
    }

    $all = @(Get-LsRecording -ErrorVariable lookErrors -ErrorAction SilentlyContinue)
}
catch {
    Write-Error -ErrorRecord $_
    exit 2
}

# A recording whose time is up but that is still listed is tried as well: the service decides whether it is too late.
$span = [timespan]::FromHours($WithinHours)
$endangered = @($all | Where-Object {
        $_.Status -eq 'TransferFail' -or
        ($_.Status -eq 'TransferReady' -and ($null -eq $_.TimeLeft -or $_.TimeLeft -le $span))
    })
Write-Verbose "$($endangered.Count) of $($all.Count) recordings are endangered."

$results = @{}
$failures = @{}
if ($endangered) {
    $export = @{
        BucketName     = $BucketName
        AccessControl  = $AccessControl
        Wait           = $true
        TimeoutSec     = $TimeoutSec
        ErrorVariable  = 'exportErrors'
        ErrorAction    = 'SilentlyContinue'
        OutVariable    = 'exported'
        WhatIf         = [bool] $WhatIfPreference
    }
    try {
        $null = $endangered | Export-LsRecording @export
    }
    catch {
        # A time-out ends the export; what was written before is in $exported.
        $exportErrors = @($exportErrors) + $_
    }

    foreach ($result in $exported) { $results["$($result.ChannelId)/$($result.RecordId)"] = $result }
    foreach ($failure in $exportErrors) {
        if ($failure -isnot [System.Management.Automation.ErrorRecord]) { continue }
        $target = $failure.TargetObject
        $name = if ($target -is [string]) { $target } elseif ($target) { "$($target.ChannelId)/$($target.RecordId)" } else { '' }
        $failures[$name] = $failure.Exception.Message
    }
}

if ($WhatIfPreference) { exit $(if ($lookErrors) { 2 } else { 0 }) }

$report = foreach ($recording in $endangered) {
    $name = "$($recording.ChannelId)/$($recording.RecordId)"
    $result = $results[$name]
    [pscustomobject]@{
        ChannelId        = $recording.ChannelId
        RecordId         = $recording.RecordId
        FileName         = $recording.FileName
        RecordBeginTime  = $recording.RecordBeginTime
        Duration         = $recording.Duration
        ShouldDeleteTime = $recording.ShouldDeleteTime
        StatusBefore     = $recording.StatusText
        Status           = $result.StatusText
        Saved            = $null -ne $result -and $result.Status -eq 'TransferFinish'
        BucketName       = $result.BucketName
        ObjectStorageUrl = $result.ObjectStorageUrl
        Error            = if ($failures[$name]) { $failures[$name] } else { $failures[$recording.ChannelId] }
    }
}
$columns = 'ChannelId', 'RecordId', 'FileName', 'RecordBeginTime', 'Duration', 'ShouldDeleteTime', 'StatusBefore', 'Status', 'Saved', 'BucketName', 'ObjectStorageUrl', 'Error'
if ($report) {
    $report | Export-Csv -LiteralPath $ReportPath -NoTypeInformation -Encoding UTF8
}
else {
    # A report without rows still says that somebody looked.
    '"' + ($columns -join '","') + '"' | Set-Content -LiteralPath $ReportPath -Encoding UTF8
}

foreach ($failure in $lookErrors) { Write-Warning $failure.Exception.Message }
$lost = @($report | Where-Object { -not $_.Saved })
Write-Information "$(@($report).Count - $lost.Count) of $(@($report).Count) endangered recordings are safe in $BucketName; report: $ReportPath" -InformationAction Continue
foreach ($row in $lost) { Write-Warning "not safe: $($row.ChannelId)/$($row.RecordId) $($row.Status) $($row.Error)" }
if ($lookErrors) { exit 2 }
if ($lost) { exit 1 }
exit 0
