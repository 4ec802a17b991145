#Requires -Version 7.4

<#
.SYNOPSIS
Measures Save-LsRecording side by side with rclone, both from the same s3rver on this machine.
.DESCRIPTION
Wants node, s3rver of npm, rclone of Debian, and a build. One object of 1 GB, a folder of 2,000 objects of 100 kB, a resume after
half, and progress. The best and the median of -Times runs, in turns, and the median of the time of the processors without that of the
store; between them everything is deleted. Both write through the cache of the system; what is saved is also flushed to the disk before
it gets its name, which rclone leaves to the system. Progress shows only in a terminal.
.EXAMPLE
./benchmarks/Measure-Save.ps1 -S3rver ~/s3rver -Folder /dev/shm/save
#>
[CmdletBinding()]
param(
    # The folder in which npm has installed s3rver.
    [Parameter(Mandatory)] [string] $S3rver,
    # Where everything is put; it is deleted first. On a disk the figures are those of the disk.
    [string] $Folder = (Join-Path ([System.IO.Path]::GetTempPath()) 'livestation-save'),
    [int] $Times = 3,
    [long] $Bytes = 1GB,
    [int] $Objects = 2000
)

$ErrorActionPreference = 'Stop'

# The bars of this script and of Remove-Item are none that are measured.
$ProgressPreference = 'SilentlyContinue'
Set-StrictMode -Version 3.0
$root = Split-Path -Parent $PSScriptRoot
Import-Module (Join-Path $root 'LiveStation.psd1')
Remove-Item $Folder -Recurse -Force -ErrorAction Ignore
$null = New-Item -ItemType Directory $Folder/store, $Folder/source/hls, $Folder/out
$bucket = 'show-archive'
$processes = @()

function Measure-Process { [System.Diagnostics.Process]::GetCurrentProcess() }

# Of this process and of those that it started and waited for.
function Measure-Cpu {
    $fields = [System.IO.File]::ReadAllText('/proc/self/stat').Split(')')[-1].Trim().Split(' ')
    ($fields[11..14] | Measure-Object -Sum).Sum / 100
}

# What one work holds at most beyond what was there before it; Linux lets the peak be begun anew.
function Measure-Memory([scriptblock] $Work) {
    [System.GC]::Collect()
    [System.IO.File]::WriteAllText('/proc/self/clear_refs', '5')
    $before = (Measure-Process).WorkingSet64
    $null = & $Work
    '{0:0} MB' -f (((Measure-Process).PeakWorkingSet64 - $before) / 1MB)
}

# In turns, so that what else the machine does meets all of them alike.
function Measure-Turn([System.Collections.IDictionary] $Works, [int] $Times) {
    $seconds = @{}
    $cpu = @{}
    for ($i = 0; $i -lt $Times; $i++) {
        foreach ($what in $Works.Keys) {
            Remove-Item $Folder/out -Recurse -Force
            $null = New-Item -ItemType Directory $Folder/out
            if ($what -like '*half*') { Write-Half }
            $before = Measure-Cpu
            $watch = [System.Diagnostics.Stopwatch]::StartNew()
            $null = & $Works[$what]
            $seconds[$what] += @($watch.Elapsed.TotalSeconds)
            $cpu[$what] += @((Measure-Cpu) - $before)
            Write-Information ('{0}: {1:0.00} s' -f $what, $watch.Elapsed.TotalSeconds)
        }
    }
    foreach ($what in $Works.Keys) {
        $sorted = @($seconds[$what] | Sort-Object)
        $worked = @($cpu[$what] | Sort-Object)
        $middle = [int] [math]::Floor($sorted.Count / 2)
        [pscustomobject] @{ What = $what; Best = '{0:0.00} s' -f $sorted[0]; Median = '{0:0.00} s' -f $sorted[$middle]; Cpu = '{0:0.00} s' -f $worked[$middle] }
    }
}

try {
    $processes += Start-Process node (Join-Path $S3rver 'node_modules/s3rver/bin/s3rver.js'), '--port', 4569, '--address', '127.0.0.1', '--directory', "$Folder/store", '--configure-bucket', $bucket, '--silent', '--allow-mismatched-signatures' -PassThru
    $processes += Start-Process dotnet (Join-Path $root 'src/LiveStation.Emulator.Server/bin/Debug/net10.0/LiveStation.Emulator.Server.dll'), '--port', 8089, '--access-key', 'S3RVER' -PassThru -RedirectStandardOutput "$Folder/service.txt"
    while (-not (Select-String 'SECRET_ACCESS_KEY=(\S+)' "$Folder/service.txt" -ErrorAction Ignore)) { Start-Sleep -Milliseconds 100 }
    $secret = (Select-String 'SECRET_ACCESS_KEY=(\S+)' "$Folder/service.txt").Matches[0].Groups[1].Value
    $null = Connect-LsAccount -AccessKey S3RVER -SecretKey ([System.Net.NetworkCredential]::new('', $secret).SecurePassword) -Endpoint http://127.0.0.1:8089 -StorageEndpoint http://127.0.0.1:4569

    $film = Get-LsRecording -Status TransferFinish | Select-Object -First 1
    $null = Get-LsRecording ls-20200313162828-G60tN -RecordId 299 | Export-LsRecording $bucket -Wait
    $hls = Get-LsRecording ls-20200313162828-G60tN -RecordId 299

    $random = [byte[]]::new(1MB)
    [System.Random]::new(1).NextBytes($random)
    $file = [System.IO.File]::Create("$Folder/source/big.mp4")
    for ($left = $Bytes; $left -gt 0; $left -= $random.Length) { $random[0] = ($random[0] + 1) % 256; $file.Write($random, 0, [math]::Min($left, $random.Length)) }
    $file.Dispose()
    $segment = [byte[]] $random[0..99999]
    $playlist = [System.Text.StringBuilder]::new("#EXTM3U`n")
    for ($i = 0; $i -lt $Objects; $i++) {
        $segment[0] = $i -band 255
        $segment[1] = $i -shr 8
        [System.IO.File]::WriteAllBytes("$Folder/source/hls/s$i.ts", $segment)
        $null = $playlist.Append("#EXTINF:2,`ns$i.ts`n")
    }
    [System.IO.File]::WriteAllText("$Folder/source/hls/playlist.m3u8", "$playlist")

    # This version of rclone stumbles over it, and nothing here is https.
    Remove-Item Env:AWS_CA_BUNDLE -ErrorAction Ignore
    $env:RCLONE_CONFIG_S_TYPE = 's3'
    $env:RCLONE_CONFIG_S_PROVIDER = 'Other'
    $env:RCLONE_CONFIG_S_ENDPOINT = 'http://127.0.0.1:4569'
    $env:RCLONE_CONFIG_S_ACCESS_KEY_ID = 'S3RVER'
    $env:RCLONE_CONFIG_S_SECRET_ACCESS_KEY = 'S3RVER'
    $env:RCLONE_CONFIG_S_FORCE_PATH_STYLE = 'true'
    rclone copyto "$Folder/source/big.mp4" "s:$bucket/$($film.UploadPath)" --s3-upload-cutoff 5G --config /dev/null
    rclone copy "$Folder/source/hls" "s:$bucket/$($hls.UploadPath)" --transfers 16 --config /dev/null

    $quiet = { $args[0] | Save-LsRecording $Folder/out }
    $loud = { $ProgressPreference = 'Continue'; $args[0] | Save-LsRecording $Folder/out }

    # As a kill after half would leave it: the first half is on the disk and noted.
    function Write-Half {
        $saved = & $quiet $film
        $head = Get-LsStoredObject $bucket | Where-Object Key -EQ $film.UploadPath
        $address = 'http://127.0.0.1:4569/' + $bucket + '/' + (($film.UploadPath -split '/' | ForEach-Object { [uri]::EscapeDataString($_) }) -join '/')
        [System.IO.File]::Move($saved.Path, "$($saved.Path).part")
        $half = [int]([math]::Ceiling($Bytes / 8MB) / 2)
        [System.IO.File]::WriteAllText("$($saved.Path).part.map", "LiveStation part 1`n$address`n$($head.ETag)`n$Bytes $(8MB)`n" + ((0..($half - 1)) -join "`n") + "`n")
    }

    $size = '{0:0.##} GB' -f ($Bytes / 1GB)
    $many = "$Objects of 100 kB"
    $memory = [ordered] @{}
    foreach ($turn in 'first', 'second') {
        $memory["$size, memory of the $turn save"] = Measure-Memory { & $quiet $film }
        Remove-Item $Folder/out -Recurse -Force
        $memory["$many, memory of the $turn save"] = Measure-Memory { & $quiet $hls }
        Remove-Item $Folder/out -Recurse -Force
    }

    $null = & $quiet $film
    Measure-Turn -Times $Times -Works ([ordered] @{
        "$size, rclone"                         = { rclone copyto "s:$bucket/$($film.UploadPath)" "$Folder/out/big.mp4" --config /dev/null }
        "$size, Save-LsRecording"               = { & $quiet $film }
        "$size, Save-LsRecording with progress" = { & $loud $film }
        "$size, the other half after a kill"    = { $again = & $quiet $film; if (-not $again.Resumed) { throw 'It did not resume.' } }
        "$many, rclone"                         = { rclone copy "s:$bucket/$($hls.UploadPath)" "$Folder/out/hls" --config /dev/null }
        "$many, rclone --transfers 16"          = { rclone copy "s:$bucket/$($hls.UploadPath)" "$Folder/out/hls" --transfers 16 --config /dev/null }
        "$many, Save-LsRecording"               = { & $quiet $hls }
    })
    $memory.GetEnumerator() | ForEach-Object { [pscustomobject] @{ What = $_.Key; Best = $_.Value; Median = $null; Cpu = $null } }
}
finally {
    $processes | Stop-Process -ErrorAction Ignore
    Remove-Item $Folder -Recurse -Force -ErrorAction Ignore
}
