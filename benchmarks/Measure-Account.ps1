#Requires -Version 7.4

<#
.SYNOPSIS
    Measures an account behind a rate limit in a real shell: the crowd, the rescue of a large account, a cold start.

.DESCRIPTION
    Build first: dotnet build -c Release src/LiveStation.PowerShell; dotnet build -c Release benchmarks.
    The offline service runs in a process of its own, behind a socket. Ideal is what the gateway lets through after its burst.
#>
[Diagnostics.CodeAnalysis.SuppressMessage('PSAvoidUsingConvertToSecureStringWithPlainText', '', Justification = 'The key is made up.')]
[Diagnostics.CodeAnalysis.SuppressMessage('PSUseShouldProcessForStateChangingFunctions', '', Justification = 'A helper of this script.')]
[CmdletBinding()]
param(
    [ValidateSet('Crowd', 'Rescue', 'ColdStart')]
    [string[]] $What = @('Crowd', 'Rescue', 'ColdStart'),

    [int] $Channels = 2000,
    [int] $Recordings = 20000,
    [int] $PerSecond = 200,
    [int] $Rounds = 15
)

$ErrorActionPreference = 'Stop'
$root = Split-Path $PSScriptRoot
$manifest = Join-Path $root LiveStation.psd1
$pwsh = (Get-Process -Id $PID).Path
$scratch = Join-Path ([IO.Path]::GetTempPath()) "livestation-$PID"
$null = New-Item -ItemType Directory $scratch
Import-Module $manifest

function Out-Row([string] $Case, [string] $Result) { '{0,-62} {1}' -f $Case, $Result }
function Get-Median([double[]] $Values) { ($Values | Sort-Object)[[int] [Math]::Floor($Values.Count / 2)] }

function Start-Account([int] $Channels, [int] $Recordings, [double] $PerSecond, [bool] $RetryAfter = $true, [int] $FaultPercent = 0) {
    $start = [Diagnostics.ProcessStartInfo]::new('dotnet', "run -c Release --no-build --project $PSScriptRoot -- account $Channels $Recordings $PerSecond $RetryAfter $FaultPercent")
    $start.RedirectStandardOutput = $true
    $start.RedirectStandardInput = $true
    $process = [Diagnostics.Process]::Start($start)
    $uri, $key, $secret = $process.StandardOutput.ReadLine() -split ' '
    [pscustomobject]@{ Process = $process; Uri = $uri; Key = $key; Secret = $secret }
}

function Get-Count($Account) {
    $Account.Process.StandardInput.WriteLine()
    [int] $Account.Process.StandardOutput.ReadLine()
}

try {
    if ('Crowd' -in $What) {
        foreach ($faults in 0, 5) {
            foreach ($retryAfter in $true, $false) {
                foreach ($limit in 8, 32) {
                    $account = Start-Account 500 500 50 $retryAfter $faults
                    try {
                        $context = Connect-LsAccount -AccessKey $account.Key -SecretKey (ConvertTo-SecureString $account.Secret -AsPlainText -Force) -Endpoint $account.Uri

                        # The first call of a process is the cold start's; the burst is whole again after a second.
                        $null = Get-LsChannel
                        Start-Sleep -Seconds 1
                        $null = Get-Count $account
                        $watch = [Diagnostics.Stopwatch]::StartNew()
                        $found = @(Get-LsRecording -ThrottleLimit $limit -ErrorAction SilentlyContinue -ErrorVariable failed)
                        $seconds = $watch.Elapsed.TotalSeconds
                        $requests = Get-Count $account
                        $refused = if ($context.Pace -match 'refused (\d+)') { [int] $Matches[1] } else { 0 }
                        $ideal = ($requests - $refused - 50) / 50
                        Out-Row "500 channels at 50/s, -ThrottleLimit $limit$(if (-not $retryAfter) { ', no Retry-After' })$(if ($faults) { ", $faults % fail" })" ('{0} of 500, {1} errors, {2:0.0} s, ideal {3:0.0} s ({4:0.00}x), {5:0.0} % refused' -f $found.Count, $failed.Count, $seconds, $ideal, ($seconds / $ideal), (100 * $refused / $requests))
                    }
                    finally { $account.Process.Kill($true) }
                }
            }
        }
    }

    if ('Rescue' -in $What) {
        foreach ($how in 'Save-ExpiringRecordings.ps1', 'Get-LsRecording | Export-LsRecording -Wait') {
            $account = Start-Account $Channels $Recordings $PerSecond
            try {
                $null = Get-Count $account
                $report = Join-Path $scratch rescue.csv
                $command = if ($how -like '*.ps1') { "& '$(Join-Path $root samples runbooks $how)' -BucketName archive -ReportPath '$report' *> '$scratch/log.txt'; `$code = `$LASTEXITCODE; `$saved = @(Import-Csv '$report' | Where-Object Saved -eq True).Count" }
                else { "`$saved = @(Get-LsRecording | Export-LsRecording archive -Wait | Where-Object Status -eq TransferFinish).Count; `$code = 0" }
                $script = @"
`$env:NCLOUD_ACCESS_KEY_ID = '$($account.Key)'; `$env:NCLOUD_SECRET_ACCESS_KEY = '$($account.Secret)'
Import-Module '$manifest'
`$null = Connect-LsAccount -Endpoint $($account.Uri)
[GC]::Collect(); [GC]::WaitForPendingFinalizers(); [GC]::Collect()
`$me = [Diagnostics.Process]::GetCurrentProcess(); `$before = `$me.WorkingSet64
`$watch = [Diagnostics.Stopwatch]::StartNew()
$command
`$me.Refresh()
'exit {0}, {1} saved, {2:0.0} s, {3:0} MB more at the peak, {4}' -f `$code, `$saved, `$watch.Elapsed.TotalSeconds, ((`$me.PeakWorkingSet64 - `$before) / 1MB), (Get-LsContext).Pace
"@
                $line = & $pwsh -NoProfile -Command $script
                Out-Row "$how, $Recordings recordings of $Channels channels at $PerSecond/s" "$line; $(Get-Count $account) requests"
            }
            finally { $account.Process.Kill($true) }
        }
    }

    if ('ColdStart' -in $What) {
        $account = Start-Account 4 100 100000
        try {
            $id = & {
                $null = Connect-LsAccount -AccessKey $account.Key -SecretKey (ConvertTo-SecureString $account.Secret -AsPlainText -Force) -Endpoint $account.Uri
                (Get-LsChannel)[0].ChannelId
            }
            $env:NCLOUD_ACCESS_KEY_ID = $account.Key
            $env:NCLOUD_SECRET_ACCESS_KEY = $account.Secret
            '' | Set-Content (Join-Path $scratch empty.ps1)
            "Import-Module '$manifest'; `$null = Connect-LsAccount -Endpoint $($account.Uri); Get-LsRecording $id | Export-Csv '$scratch/ours.csv'" | Set-Content (Join-Path $scratch ours.ps1)
            @"
`$time = [DateTimeOffset]::UtcNow.ToUnixTimeMilliseconds().ToString()
`$path = '/api/v2/channels/$id/records'
`$hmac = [Security.Cryptography.HMACSHA256]::new([Text.Encoding]::UTF8.GetBytes(`$env:NCLOUD_SECRET_ACCESS_KEY))
`$signature = [Convert]::ToBase64String(`$hmac.ComputeHash([Text.Encoding]::UTF8.GetBytes("GET `$path``n`$time``n`$env:NCLOUD_ACCESS_KEY_ID")))
`$headers = @{ 'x-ncp-apigw-timestamp' = `$time; 'x-ncp-iam-access-key' = `$env:NCLOUD_ACCESS_KEY_ID; 'x-ncp-apigw-signature-v2' = `$signature; 'x-ncp-region_code' = 'KR' }
`$answer = Invoke-RestMethod -Uri ('$($account.Uri.TrimEnd('/'))' + `$path) -Headers `$headers -ContentType 'application/json'
`$answer.content.recordList.PSObject.Properties.Value | Export-Csv '$scratch/hand.csv'
"@ | Set-Content (Join-Path $scratch hand.ps1)
            $times = @{ empty = @(); hand = @(); ours = @() }
            foreach ($round in 0..$Rounds) {
                foreach ($case in 'empty', 'hand', 'ours') {
                    $time = (Measure-Command { & $pwsh -NoProfile -File (Join-Path $scratch "$case.ps1") }).TotalSeconds
                    if ($round) { $times[$case] += $time }
                }
            }
            Out-Row 'cold start: an empty script' ('{0:0.00} s' -f (Get-Median $times.empty))
            Out-Row 'cold start: a pasted HMAC script, one list, Export-Csv' ('{0:0.00} s' -f (Get-Median $times.hand))
            Out-Row 'cold start: import, connect, one list, Export-Csv' ('{0:0.00} s' -f (Get-Median $times.ours))
        }
        finally {
            $account.Process.Kill($true)
            Remove-Item Env:NCLOUD_ACCESS_KEY_ID, Env:NCLOUD_SECRET_ACCESS_KEY
        }
    }
}
finally {
    Remove-Item -Recurse -Force $scratch
}
