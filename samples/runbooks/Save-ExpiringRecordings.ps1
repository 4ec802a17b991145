#Requires -Version 5.1

<#
.SYNOPSIS
    Exports to a bucket what the service would soon delete, and reports on it.

.DESCRIPTION
    Looks at the recordings of all channels, takes those that expire within the given hours and those whose upload
    failed, exports them to a bucket, waits for the uploads, and writes a CSV report with one row for each recording.
    Uploads that are on their way already are waited for and reported too. Safe to run as often as you like.

    Uses the account that is connected in this session, or else the keys of the environment or of the vendor CLI's
    file, so that a scheduler needs no key on a command line.

    With -SavePath what is safe in the bucket is also brought to a folder of this machine, whole and verified; the
    report tells where it lies in LocalPath. Run again, it goes on with what is missing there.

    Exit code: 0 all safe; 1 at least one recording is not safe, or not in the folder; 2 the recordings could not be looked at in full,
    the report cannot be written, or the parameters are wrong. With 2 because of the report, the parameters or the
    keys, nothing was exported. What was not looked at has a row in the report too, with the status NOT_LOOKED_AT.

.PARAMETER BucketName
    The bucket in Object Storage. Required.

.PARAMETER WithinHours
    What expires within so many hours counts as endangered: 1 to 168, 24 if not given.

.PARAMETER ReportPath
    The CSV file to write. Times in it are ISO 8601 with their offset, durations hours:minutes:seconds.

.PARAMETER AccessControl
    Who may read the objects in the bucket: Private, if not given, or PublicRead.

.PARAMETER TimeoutSec
    The longest wait for the uploads in seconds: 60 to 86400, 7200 if not given.

.PARAMETER SavePath
    A folder that the recordings are brought to from the bucket; it is made where there is none. Without it none is.

.EXAMPLE
    pwsh -NoProfile -File Save-ExpiringRecordings.ps1 -BucketName archive -WithinHours 24 -ReportPath ./rescue.csv
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    # Judged below: a parameter that PowerShell refuses ends pwsh -File with 1, which here means "not safe".
    [object] $BucketName,
    [object] $WithinHours = 24,
    [object] $ReportPath = ('rescue-{0:yyyyMMdd-HHmmss}.csv' -f (Get-Date)),
    [object] $AccessControl = 'Private',
    [object] $TimeoutSec = 7200,
    [object] $SavePath,
    [Parameter(ValueFromRemainingArguments, DontShow)]
    [object[]] $NotKnown
)

$ErrorActionPreference = 'Continue'

# A caller's strict mode would drop the rows of recordings without a result, which are those that are not safe.
Set-StrictMode -Off

# In a scheduler's log the sentence and nothing around it: line numbers of this script help nobody there. A host of
# another kind, as Azure Automation has, keeps records.
function Write-Failure([string] $Message) {
    if ($Host.Name -eq 'ConsoleHost') { [Console]::Error.WriteLine($Message) }
    else { Write-Error $Message -Category InvalidOperation }
}

function Exit-Run([string] $Message) {
    Write-Failure $Message
    exit 2
}

function Test-Number([object] $Value, [int] $From, [int] $To) {
    $number = 0
    [int]::TryParse("$Value", [ref] $number) -and $number -ge $From -and $number -le $To
}

if ($NotKnown) { Exit-Run "Not a parameter of this script: $NotKnown. Nothing was looked at." }
if ([string]::IsNullOrWhiteSpace("$BucketName")) { Exit-Run '-BucketName is missing. Nothing was looked at.' }
if (-not (Test-Number $WithinHours 1 168)) { Exit-Run "-WithinHours $WithinHours is not a whole number from 1 to 168. Nothing was looked at." }
if (-not (Test-Number $TimeoutSec 60 86400)) { Exit-Run "-TimeoutSec $TimeoutSec is not a whole number from 60 to 86400. Nothing was looked at." }
if ("$AccessControl" -notin 'Private', 'PublicRead') { Exit-Run "-AccessControl $AccessControl is neither Private nor PublicRead. Nothing was looked at." }
if ($PSBoundParameters.ContainsKey('SavePath') -and [string]::IsNullOrWhiteSpace("$SavePath")) { Exit-Run '-SavePath is empty. Nothing was looked at.' }

$columns = @(
    'ChannelId', 'RecordId', 'FileName', 'RecordBeginTime', 'Duration', 'ShouldDeleteTime', 'StatusBefore', 'Status', 'Saved', 'BucketName', 'ObjectStorageUrl', 'Error'
    if ($SavePath) { 'LocalPath' }
)

# What was not looked at is a row too: who reads the report alone would take its silence for safety.
function Get-UnseenRow([object[]] $Failures) {
    $seen = @{}
    foreach ($failure in $Failures) {
        foreach ($channel in @($failure.TargetObject)) {
            if ($seen["$channel"]) { continue }
            $seen["$channel"] = $true
            $row = [ordered]@{}
            foreach ($column in $columns) { $row[$column] = $null }
            $row.ChannelId = "$channel"
            $row.Status = 'NOT_LOOKED_AT'
            $row.Saved = $false
            $row.Error = "$failure"
            [pscustomobject] $row
        }
    }
}

# Writes the report; false where that failed.
function Write-Report([object[]] $Rows) {
    try {
        if ($Rows) {
            $Rows | Export-Csv -LiteralPath $ReportPath -NoTypeInformation -Encoding UTF8 -ErrorAction Stop
        }
        else {
            # A report without rows still says that somebody looked.
            '"' + ($columns -join '","') + '"' | Set-Content -LiteralPath $ReportPath -Encoding UTF8 -ErrorAction Stop
        }

        $true
    }
    catch {
        Write-Failure "The report could not be written: $($_.Exception.GetBaseException().Message)"
        $false
    }
}

$ReportPath = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath("$ReportPath")
if (-not $WhatIfPreference) {
    try {
        # Before anything is exported: an upload that nobody can read about is not what was asked for.
        [System.IO.File]::Open($ReportPath, 'OpenOrCreate', 'Write').Dispose()
    }
    catch {
        Exit-Run "The report cannot be written, so nothing was exported: $($_.Exception.GetBaseException().Message)"
    }
}

try {
    if (-not (Get-Command -Name Export-LsRecording -ErrorAction Ignore)) {
        # In a checkout the module lies two folders up; elsewhere it is installed.
        $manifest = Join-Path $PSScriptRoot '../../LiveStation.psd1'
        Import-Module -Name $(if (Test-Path $manifest) { $manifest } else { 'LiveStation' }) -ErrorAction Stop
    }

    # A recording whose time is up but that is still listed is tried as well: the service decides whether it is too late.
    $span = [timespan]::FromHours([int] "$WithinHours")
    $looked = 0
    $endangered = @(Get-LsRecording -ErrorVariable lookErrors -ErrorAction SilentlyContinue | Where-Object {
            $looked++
            $_.Status -eq 'TransferFail' -or
            ($_.Status -in 'TransferReady', 'Transfer' -and ($null -eq $_.TimeLeft -or $_.TimeLeft -le $span))
        })
}
catch {
    Write-Failure "NOT LOOKED AT: the account. $_ $($_.ErrorDetails.RecommendedAction)".TrimEnd()
    Write-Warning 'Nothing is known of the recordings of the account, and nothing was exported.'
    if (-not $WhatIfPreference) { $null = Write-Report (Get-UnseenRow $_) }
    exit 2
}

Write-Verbose "$($endangered.Count) of $looked recordings are endangered."

$results = @{}
$failures = @{}
if ($endangered) {
    $export = @{
        BucketName    = "$BucketName"
        AccessControl = "$AccessControl"
        Wait          = $true
        TimeoutSec    = [int] "$TimeoutSec"
        ErrorVariable = 'exportErrors'
        ErrorAction   = 'SilentlyContinue'
        OutVariable   = 'exported'
        WhatIf        = [bool] $WhatIfPreference
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

        # One call for several recordings fails for all of them.
        foreach ($target in @($failure.TargetObject)) {
            $name = if ($target -is [string]) { $target } elseif ($target) { "$($target.ChannelId)/$($target.RecordId)" } else { '' }
            $failures[$name] = $failure.Exception.Message
        }
    }
}

# The bucket comes first: what does not come home from there is not lost.
$paths = @{}
if ($SavePath -and -not $WhatIfPreference) {
    $stored = @($exported | Where-Object { $_.Status -eq 'TransferFinish' })
    try {
        $null = $stored | Save-LsRecording -Path "$SavePath" -BucketName "$BucketName" -OutVariable saved -ErrorVariable saveErrors -ErrorAction SilentlyContinue
    }
    catch {
        $saveErrors = @($saveErrors) + $_
    }

    foreach ($file in $saved) { $paths["$($file.ChannelId)/$($file.RecordId)"] = $file.Path }
    $unsaved = ''
    foreach ($failure in $saveErrors) {
        if ($failure -isnot [System.Management.Automation.ErrorRecord]) { continue }
        if ("$($failure.TargetObject)" -in @($stored | ForEach-Object { "$($_.ChannelId)/$($_.RecordId)" })) { $failures["$($failure.TargetObject)"] = $failure.Exception.Message }
        else { $unsaved = $failure.Exception.Message }
    }
}

if ($WhatIfPreference) { exit $(if ($lookErrors) { 2 } else { 0 }) }

function Format-Time([object] $Time) {
    if ($Time) { $Time.ToString('yyyy-MM-ddTHH:mm:sszzz', [cultureinfo]::InvariantCulture) }
}

$report = foreach ($recording in $endangered) {
    $name = "$($recording.ChannelId)/$($recording.RecordId)"
    $result = $results[$name]
    $row = [ordered]@{
        ChannelId        = $recording.ChannelId
        RecordId         = $recording.RecordId
        FileName         = $recording.FileName
        RecordBeginTime  = Format-Time $recording.RecordBeginTime
        Duration         = if ($recording.Duration) { $recording.Duration.ToString('c', [cultureinfo]::InvariantCulture) }
        ShouldDeleteTime = Format-Time $recording.ShouldDeleteTime
        StatusBefore     = $recording.StatusText
        Status           = $result.StatusText
        Saved            = $null -ne $result -and $result.Status -eq 'TransferFinish'
        BucketName       = $result.BucketName
        ObjectStorageUrl = $result.ObjectStorageUrl
        Error            = if ($failures[$name]) { $failures[$name] } else { $failures[$recording.ChannelId] }
    }
    if ($SavePath) {
        $row.LocalPath = $paths[$name]
        if (-not $row.LocalPath -and $row.Saved -and -not $row.Error) { $row.Error = $unsaved }
    }

    [pscustomobject] $row
}
$unseen = @(Get-UnseenRow $lookErrors)
$isReported = Write-Report (@($report) + $unseen)
if ($unseen) {
    $channels = @($unseen | Where-Object ChannelId).Count
    foreach ($failure in $lookErrors) { $channels += $failure.Exception.Unlisted }
    $isListBroken = @($unseen | Where-Object { -not $_.ChannelId }).Count -gt 0 -and -not ($lookErrors.Exception.Unlisted)
    $which = if (-not $channels) { 'the account: its list of channels could not be read to its end' }
    elseif ($isListBroken) { "$channels channels, and the list of channels ended early: how many more there are is not known" }
    else { "$channels channels" }
    Write-Warning "NOT LOOKED AT: $which. Recordings there may be lost: run this again."
    foreach ($failure in $lookErrors) { Write-Warning "$failure" }
}

$lost = @($report | Where-Object { -not $_.Saved })
$place = if ($isReported) { "; report: $ReportPath" }
if ($report -or -not $unseen) {
    Write-Information "$(@($report).Count - $lost.Count) of $(@($report).Count) endangered recordings are safe in $BucketName$place" -InformationAction Continue
}
else {
    Write-Information "No endangered recording was seen$place" -InformationAction Continue
}

$away = @($report | Where-Object { $SavePath -and $_.Saved -and -not $_.LocalPath })
foreach ($row in $away) { Write-Warning "in the bucket, but not in ${SavePath}: $($row.ChannelId)/$($row.RecordId) $($row.Error)" }
foreach ($row in $lost) { Write-Warning "not safe: $($row.ChannelId)/$($row.RecordId) $($row.Status) $($row.Error)" }

if ($lookErrors -or -not $isReported) { exit 2 }
if ($lost -or $away) { exit 1 }
exit 0
