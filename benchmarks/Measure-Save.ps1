#Requires -Version 7.4
<#
.SYNOPSIS
Measures Save-LsRecording side by side with rclone, both from the same s3rver on this machine.
.DESCRIPTION
Wants node, s3rver of npm, rclone of Debian, and a build. One object of 1 GB, a folder of 2,000 objects of 100 kB, a resume after
half, and progress. Each figure is the best of -Times runs; between them everything is deleted. Both write through the cache of the
system; what is saved is also flushed to the disk before it gets its name, which rclone leaves to the system.
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
Set-StrictMode -Version 3.0
$root = Split-Path -Parent $PSScriptRoot
Import-Module (Join-Path $root 'LiveStation.psd1')
Remove-Item $Folder -Recurse -Force -ErrorAction Ignore
$null = New-Item -ItemType Directory $Folder/store, $Folder/source/hls, $Folder/out
$bucket = 'show-archive'
$processes = @()
$script:resume = [double]::MaxValue

function Measure-Best([scriptblock] $Work) {
    $best = [double]::MaxValue
    for ($i = 0; $i -lt $Times; $i++) {
        Remove-Item $Folder/out -Recurse -Force
        $null = New-Item -ItemType Directory $Folder/out
        $watch = [System.Diagnostics.Stopwatch]::StartNew()
        $null = & $Work
        $best = [math]::Min($best, $watch.Elapsed.TotalSeconds)
    }
    $best
}

try {
    $processes += Start-Process node (Join-Path $S3rver 'node_modules/s3rver/bin/s3rver.js'), '--port', 4569, '--address', '127.0.0.1', '--directory', "$Folder/store", '--configure-bucket', $bucket, '--silent', '--allow-mismatched-signatures' -PassThru
    $processes += Start-Process dotnet (Join-Path $root 'src/LiveStation.Emulator.Server/bin/Debug/net10.0/LiveStation.Emulator.Server.dll'), '--port', 8089, '--access-key', 'S3RVER' -PassThru -RedirectStandardOutput "$Folder/service.txt"
    while (-not (Select-String 'SECRET_ACCESS_KEY=(\S+)' "$Folder/service.txt" -ErrorAction Ignore)) { Start-Sleep -Milliseconds 100 }
    $secret = (Select-String 'SECRET_ACCESS_KEY=(\S+)' "$Folder/service.txt").Matches[0].Groups[1].Value
    $null = Connect-LsAccount -AccessKey S3RVER -SecretKey (ConvertTo-SecureString $secret -AsPlainText -Force) -Endpoint http://127.0.0.1:8089 -StorageEndpoint http://127.0.0.1:4569

    $film = Get-LsRecording -Status TransferFinish | Select-Object -First 1
    $null = Get-LsRecording ls-20200313162828-G60tN -RecordId 299 | Export-LsRecording $bucket -Wait
    $hls = Get-LsRecording ls-20200313162828-G60tN -RecordId 299

    $random = [byte[]]::new(1MB)
    [System.Random]::new(1).NextBytes($random)
    $file = [System.IO.File]::Create("$Folder/source/big.mp4")
    for ($left = $Bytes; $left -gt 0; $left -= $random.Length) { $random[0] = ($random[0] + 1) % 256; $file.Write($random, 0, [math]::Min($left, $random.Length)) }
    $file.Dispose()
    $playlist = [System.Text.StringBuilder]::new("#EXTM3U`n")
    for ($i = 0; $i -lt $Objects; $i++) {
        $random[0] = $i -band 255
        $random[1] = $i -shr 8
        [System.IO.File]::WriteAllBytes("$Folder/source/hls/s$i.ts", $random[0..99999])
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
    rclone copy "$Folder/source/hls" "s:$bucket/$($hls.UploadPath)" --config /dev/null

    $before = [System.Diagnostics.Process]::GetCurrentProcess().WorkingSet64
    $results = [ordered] @{}
    $quiet = { $ProgressPreference = 'SilentlyContinue'; $args[0] | Save-LsRecording $Folder/out }
    $null = & $quiet $film
    $results['1 GB, rclone'] = Measure-Best { rclone copyto "s:$bucket/$($film.UploadPath)" "$Folder/out/big.mp4" --config /dev/null }
    $results['1 GB, Save-LsRecording'] = Measure-Best { & $quiet $film }
    $results["$Objects of 100 kB, rclone"] = Measure-Best { rclone copy "s:$bucket/$($hls.UploadPath)" "$Folder/out/hls" --config /dev/null }
    $results["$Objects of 100 kB, Save-LsRecording"] = Measure-Best { & $quiet $hls }

    # Half of it is there, and noted.
    $half = Measure-Best {
        $saved = & $quiet $film
        $path = $saved.Path
        $parts = [math]::Ceiling($Bytes / 8MB)
        $head = Get-LsStoredObject $bucket | Where-Object Key -EQ $film.UploadPath
        [System.IO.File]::Move($path, "$path.part")
        $address = 'http://127.0.0.1:4569/' + $bucket + '/' + (($film.UploadPath -split '/' | ForEach-Object { [uri]::EscapeDataString($_) }) -join '/')
        [System.IO.File]::WriteAllText("$path.part.map", "LiveStation part 1`n$address`n$($head.ETag)`n$Bytes $(8MB)`n" + ((0..([int]($parts / 2) - 1)) -join "`n") + "`n")
        $watch = [System.Diagnostics.Stopwatch]::StartNew()
        $again = & $quiet $film
        if (-not $again.Resumed) { throw 'It did not resume.' }
        $script:resume = [math]::Min($script:resume, $watch.Elapsed.TotalSeconds)
        $script:fetched = $again.BytesPerSecond * $again.Elapsed.TotalSeconds
    }
    $null = $half
    $results['resume after half'] = $script:resume
    $results['resume after half, part of the bytes fetched'] = $script:fetched / $Bytes
    $results['memory, MB more at the peak'] = ([System.Diagnostics.Process]::GetCurrentProcess().PeakWorkingSet64 - $before) / 1MB
    $results.GetEnumerator() | ForEach-Object { [pscustomobject] @{ What = $_.Key; Figure = [math]::Round($_.Value, 2) } }
}
finally {
    $processes | Stop-Process -ErrorAction Ignore
    Remove-Item $Folder -Recurse -Force -ErrorAction Ignore
}
