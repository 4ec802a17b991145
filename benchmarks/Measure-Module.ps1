#Requires -Version 7.4

<#
.SYNOPSIS
    Measures the module in a real shell: import, lists, memory, many channels, stopping.

.DESCRIPTION
    Build first: dotnet build -c Release src/LiveStation.PowerShell; dotnet build -c Release benchmarks.
    Lists come from a small server of the benchmark project on loopback, so that both contestants read the same bytes.
#>
[Diagnostics.CodeAnalysis.SuppressMessage('PSAvoidUsingConvertToSecureStringWithPlainText', '', Justification = 'The key is made up.')]
[Diagnostics.CodeAnalysis.SuppressMessage('PSUseShouldProcessForStateChangingFunctions', '', Justification = 'A helper of this script.')]
[CmdletBinding()]
param([int] $Rounds = 7)

$ErrorActionPreference = 'Stop'
$root = Split-Path $PSScriptRoot
$manifest = Join-Path $root LiveStation.psd1
$pwsh = (Get-Process -Id $PID).Path
$scratch = Join-Path ([IO.Path]::GetTempPath()) "livestation-$PID"
$null = New-Item -ItemType Directory $scratch

function Get-Median([double[]] $Values) { ($Values | Sort-Object)[[int] [Math]::Floor($Values.Count / 2)] }
function Out-Row([string] $What, [string] $Result) { '{0,-58} {1}' -f $What, $Result }

function Measure-Import([string] $Path) {
    # Without Measure-Command, which would warm the engine up by importing its own module first.
    [double] (& $pwsh -NoProfile -Command "`$watch = [Diagnostics.Stopwatch]::StartNew(); Import-Module '$Path'; `$watch.Elapsed.TotalMilliseconds.ToString([cultureinfo]::InvariantCulture)")
}

function Start-ListServer([int] $Count) {
    $port = Get-Random -Minimum 20000 -Maximum 60000
    $start = [Diagnostics.ProcessStartInfo]::new('dotnet', "run -c Release --no-build --project $PSScriptRoot -- serve $port $Count")
    $start.RedirectStandardOutput = $true
    $process = [Diagnostics.Process]::Start($start)
    $null = $process.StandardOutput.ReadLine()
    [pscustomobject]@{ Process = $process; Uri = "http://127.0.0.1:$port" }
}

function Connect-Server([string] $Uri) {
    Connect-LsAccount -AccessKey BENCHMARK -SecretKey (ConvertTo-SecureString benchmark -AsPlainText -Force) -Endpoint $Uri
}

# What people paste today, ending in the same typed columns.
function Get-RecordingByHand([string] $Uri) {
    $time = [DateTimeOffset]::UtcNow.ToUnixTimeMilliseconds().ToString()
    $path = '/api/v2/channels/ls-20200313162828-G60tN/records'
    $hmac = [Security.Cryptography.HMACSHA256]::new([Text.Encoding]::UTF8.GetBytes('benchmark'))
    $signature = [Convert]::ToBase64String($hmac.ComputeHash([Text.Encoding]::UTF8.GetBytes("GET $path`n$time`nBENCHMARK")))
    $headers = @{ 'x-ncp-apigw-timestamp' = $time; 'x-ncp-iam-access-key' = 'BENCHMARK'; 'x-ncp-apigw-signature-v2' = $signature; 'x-ncp-region_code' = 'KR' }
    $answer = Invoke-RestMethod -Uri "$Uri$path" -Headers $headers
    foreach ($entry in $answer.content.recordList.PSObject.Properties) {
        $it = $entry.Value
        [pscustomobject]@{
            RecordId         = [long] $entry.Name
            ChannelId        = $it.channelId
            RecordType       = $it.recordType
            Status           = $it.status
            RecordSeq        = $it.recordSeq
            StreamSeq        = $it.streamSeq
            RecordBeginTime  = [DateTimeOffset]::FromUnixTimeMilliseconds($it.recordBeginTime).LocalDateTime
            CreatedTime      = [DateTimeOffset]::FromUnixTimeMilliseconds($it.createdTime).LocalDateTime
            ShouldDeleteTime = [DateTimeOffset]::FromUnixTimeMilliseconds($it.shouldDeleteTime).LocalDateTime
            Resolution       = $it.resolution
            FileName         = $it.fileName
            Duration         = [timespan]::FromMilliseconds($it.duration)
            VideoBitrate     = $it.videoBitrate
            VideoFrameRate   = $it.videoFrameRate
            AudioBitrate     = $it.audioBitrate
            AudioCodec       = $it.audioCodec
            UploadPath       = $it.uploadPath
            ObjectStorageUrl = if ($it.objectStorageUrl -ne '-') { [uri] $it.objectStorageUrl }
        }
    }
}

try {
    # Import, against a dll with one empty cmdlet and a manifest.
    $bare = Join-Path $scratch Bare
    $null = New-Item -ItemType Directory $bare
    Add-Type -OutputAssembly (Join-Path $bare Bare.dll) -TypeDefinition 'using System.Management.Automation; [Cmdlet("Get", "Bare")] public sealed class GetBare : PSCmdlet { protected override void EndProcessing() { } }'
    New-ModuleManifest -Path (Join-Path $bare Bare.psd1) -RootModule Bare.dll -CmdletsToExport Get-Bare -FunctionsToExport @() -AliasesToExport @()
    $ours = @(); $theirs = @()
    foreach ($round in 1..$Rounds) {
        $theirs += Measure-Import (Join-Path $bare Bare.psd1)
        $ours += Measure-Import $manifest
    }
    Out-Row 'import: bare dll with a manifest' ('{0:0} ms' -f (Get-Median $theirs))
    Out-Row 'import: LiveStation' ('{0:0} ms ({1:0.0}x)' -f (Get-Median $ours), ((Get-Median $ours) / (Get-Median $theirs)))

    Import-Module $manifest

    # 10,000 recordings, against a hand script.
    $server = Start-ListServer 10000
    try {
        $null = Connect-Server $server.Uri
        $ours = @(); $theirs = @()
        foreach ($round in 0..$Rounds) {
            [GC]::Collect()
            $mine = (Measure-Command { $null = Get-LsRecording ls-20200313162828-G60tN }).TotalMilliseconds
            [GC]::Collect()
            $hand = (Measure-Command { $null = Get-RecordingByHand $server.Uri }).TotalMilliseconds
            if ($round) { $ours += $mine; $theirs += $hand }
        }
        Out-Row '10,000 recordings: hand script on Invoke-RestMethod' ('{0:0} ms' -f (Get-Median $theirs))
        Out-Row '10,000 recordings: Get-LsRecording' ('{0:0} ms ({1:0.0}x as fast)' -f (Get-Median $ours), ((Get-Median $theirs) / (Get-Median $ours)))
    }
    finally { $server.Process.Kill($true) }

    # A million, piped to Out-Null, in a process of its own.
    $server = Start-ListServer 1000000
    try {
        $script = @"
Import-Module '$manifest'
`$null = Connect-LsAccount -AccessKey BENCHMARK -SecretKey (ConvertTo-SecureString benchmark -AsPlainText -Force) -Endpoint $($server.Uri)
[GC]::Collect(); [GC]::WaitForPendingFinalizers(); [GC]::Collect()
`$me = [Diagnostics.Process]::GetCurrentProcess(); `$before = `$me.WorkingSet64
`$time = (Measure-Command { Get-LsRecording ls-20200313162828-G60tN | Out-Null }).TotalSeconds
`$me.Refresh(); '{0:0.0} s, {1:0} MB more at the peak' -f `$time, ((`$me.PeakWorkingSet64 - `$before) / 1MB)
"@
        Out-Row '1,000,000 recordings | Out-Null' (& $pwsh -NoProfile -Command $script)
    }
    finally { $server.Process.Kill($true) }

    # 100 channels, 50 ms each, ten at a time: ideal are 550 ms, one round for the page of channels and ten for the lists.
    $context = Connect-LsAccount -Emulator
    $have = $context.Emulator.Channels.Ids.Count
    foreach ($i in ($have + 1)..100) { $null = $context.Emulator.Channels.Add("many_$i") }
    $context.Emulator.Faults.Add([LiveStation.Emulator.Fault]::SlowHeaders([timespan]::FromMilliseconds(50)).Always())
    $times = foreach ($round in 0..$Rounds) { (Measure-Command { Get-LsRecording -ThrottleLimit 10 }).TotalMilliseconds }
    Out-Row '100 channels at 50 ms, ten at a time (ideal 550 ms)' ('{0:0} ms' -f (Get-Median $times[1..$Rounds]))

    # Stop, in each state of a call.
    $context.Emulator.Faults.Clear()
    $states = [ordered]@{
        'waiting for headers' = { [LiveStation.Emulator.Fault]::SlowHeaders([timespan]::FromSeconds(60)) }
        'in the body'         = { [LiveStation.Emulator.Fault]::StalledBody(300) }
        'in back-off'         = { [LiveStation.Emulator.Fault]::Throttle([timespan]::FromSeconds(50)) }
    }
    foreach ($state in $states.Keys) {
        $times = foreach ($round in 0..$Rounds) {
            $context.Emulator.Faults.Clear()
            $context.Emulator.Faults.Add((& $states[$state]).On('GET', '/records').Always())
            $shell = [powershell]::Create()
            $null = $shell.AddScript("Import-Module '$manifest'; Get-LsRecording ls-20200313162828-G60tN -Context `$args[0]").AddArgument($context)
            $call = $shell.BeginInvoke()
            Start-Sleep -Milliseconds 700
            $time = (Measure-Command { $shell.Stop() }).TotalMilliseconds
            if (-not $call.IsCompleted) { throw "Not stopped: $state." }
            $shell.Dispose()
            $time
        }
        Out-Row "stop $state" ('{0:0} ms' -f (Get-Median $times[1..$Rounds]))
    }
    # A port whose queue is full answers nobody: the connection stays under way.
    $listener = [Net.Sockets.TcpListener]::new([Net.IPAddress]::Loopback, 0)
    $listener.Start(1)
    $endpoint = "http://127.0.0.1:$($listener.LocalEndpoint.Port)"
    $fillers = foreach ($i in 1..4) { $client = [Net.Sockets.TcpClient]::new(); $null = $client.ConnectAsync([Net.IPAddress]::Loopback, $listener.LocalEndpoint.Port); $client }
    $shell = [powershell]::Create()
    $null = $shell.AddScript("Import-Module '$manifest'; `$null = Connect-LsAccount -AccessKey K -SecretKey (ConvertTo-SecureString k -AsPlainText -Force) -Endpoint $endpoint; Get-LsRecording c")
    $call = $shell.BeginInvoke()
    Start-Sleep -Milliseconds 1500
    if ($call.IsCompleted) { throw 'Not connecting any more.' }
    Out-Row 'stop connecting' ('{0:0} ms' -f (Measure-Command { $shell.Stop() }).TotalMilliseconds)
    $fillers.Dispose()
    $listener.Stop()
}
finally {
    Remove-Item -Recurse -Force $scratch
}
