#Requires -Version 7.4

<#
.SYNOPSIS
    Breaks the code in small ways, one at a time, and counts how many of these mutants the tests notice.

.DESCRIPTION
    Stryker.NET works on a clone of the last commit in a folder for temporary files; what is not committed is not measured. Each area is a run
    of its own, of some three minutes and one to three seconds more for each mutant. A mutant that lives and that no test can or should
    kill stands in Mutants.csv with the reason; every other one is listed: it wants a test, or a line there. Leave the machine alone
    meanwhile: a test that runs out of time kills a mutant that deserves to live.

    Mutants are run with the generation of xUnit whose tests run inside Stryker's process (-p:MutationTests=true): with the newer one it
    cannot switch a mutant on, and calls every one of them a survivor.

.PARAMETER Area
    What to measure. An area is a part of the code and the tests that are about it.
.PARAMETER File
    Of these areas only the files whose name is like this.
.EXAMPLE
    ./benchmarks/Measure-Mutants.ps1 -Area Signing, Bulk

    Two areas, some ten minutes.
.EXAMPLE
    ./benchmarks/Measure-Mutants.ps1 -Area Cmdlets -File StateWait

    One file of an area.
.OUTPUTS
    A row for each file, and then the survivors without a reason.
#>
[CmdletBinding()]
param(
    [ValidateSet('Signing', 'Retries', 'Transport', 'Pace', 'Readers', 'Errors', 'Bulk', 'Cmdlets')]
    [string[]] $Area = @('Signing', 'Retries', 'Transport', 'Pace', 'Readers', 'Errors', 'Bulk', 'Cmdlets'),

    [SupportsWildcards()]
    [string] $File = '*'
)

$ErrorActionPreference = 'Stop'
$root = Split-Path $PSScriptRoot
$areas = @{
    # The key pair, what is signed with it, the clock that goes into it, and the paths.
    Signing   = @{ Files = 'Authentication/*', 'Http/ServerClock', 'Http/ApiPath', 'ServiceAddress'; Tests = 'Authentication', 'ClockTests', 'ApiPath', 'WireTests', 'EndpointTests' }
    Retries   = @{ Files = 'Http/Attempts', 'Http/RetryBudget', 'Http/HttpPipeline'; Tests = 'RetryTests', 'RetryBudget', 'TraceTests', 'PaceTests', 'ClockTests', 'WireTests', 'CancellationTests', 'AnswerShape', '.Errors.' }
    Transport = @{ Files = 'Http/TransportFailure', 'Http/BodyStream'; Tests = 'TimeoutTests', 'ProxyTests', 'CertificateTests', 'RetryTests', 'CancellationTests' }
    Pace      = @{ Files = 'Http/Pace', 'Http/AllowedRate', 'Http/PassCount', 'Http/Crowd'; Tests = 'PaceTests', 'AllowedRate', 'PassCount' }
    Readers   = @{
        Files = 'Json/*', 'Http/Paging', 'Http/ApiResponse', 'Recordings/Recording*'
        Tests = '.Json.', '.Recordings.', '.Channels.', '.Restream.', '.Vod.', '.Qualities.', '.ShortClips.', '.Curtains.', '.Notifications.', '.Errors.', 'EventTests', 'WireTests', 'TraceTests', 'RetryTests', 'AnswerShape'
    }
    Errors    = @{ Files = 'Errors/*'; Tests = '.Errors.', 'AnswerShape' }
    Bulk      = @{ Files = 'Bulk/*'; Tests = 'Bulks' }
    Cmdlets   = @{
        Project = 'PowerShell'
        Files   = 'Runtime/ErrorRecords', 'Runtime/StateWait', 'Runtime/LsWaitCmdlet', '*/WaitLs*'
        Tests   = 'ErrorRecordTests', 'StateWaitTests', 'WaitLs', 'NewLsChannel', 'ExportLsRecording', 'SnapshotTests', 'ShortClipTests', 'CurtainContent', 'VodChannelTests', 'LostAnswer', 'StopTests'
    }
}
$reasons = Import-Csv "$PSScriptRoot/Mutants.csv" | Group-Object { $_.File, $_.Code, $_.Becomes -join "`n" } -AsHashTable -AsString
$scratch = Join-Path ([IO.Path]::GetTempPath()) "livestation-mutants-$PID"
$null = New-Item -ItemType Directory $scratch
$saved = $env:MutationTests, $env:RunAnalyzers, $env:TreatWarningsAsErrors

function Read-Report([string] $Path, [string] $Source) {
    foreach ($entry in (Get-Content $Path -Raw | ConvertFrom-Json -AsHashtable).files.GetEnumerator()) {
        $mutants = $entry.Value.mutants | Where-Object status -In Killed, Timeout, Survived, NoCoverage
        if (-not $mutants) { continue }
        $name = [IO.Path]::GetRelativePath($Source, $entry.Key).Replace('\', '/')
        $lines = $entry.Value.source -split "`n"
        $living = foreach ($mutant in $mutants | Where-Object status -In Survived, NoCoverage | Sort-Object { $_.location.start.line }) {
            $line = $mutant.location.start.line
            $code = $lines[$line - 1].Trim()
            if ($code -eq '{') { $code = "$($lines[$line - 2].Trim()) {" }
            $becomes = $mutant.replacement -replace '\s+', ' '
            [pscustomobject]@{ PSTypeName = 'Mutant'; File = $name; Line = $line; Code = $code; Becomes = $becomes; Reason = $reasons["$name`n$code`n$becomes"].Reason }
        }
        [pscustomobject]@{
            File     = $name
            Mutants  = @($mutants).Count
            Killed   = @($mutants).Count - @($living).Count
            Reasoned = @($living | Where-Object Reason).Count
            Percent  = [math]::Round(100 * (1 - @($living).Count / @($mutants).Count), 1)
            Living   = @($living | Where-Object { -not $_.Reason })
        }
    }
}

try {
    git clone -q $root "$scratch/LiveStation"
    dotnet tool install dotnet-stryker --version 5.1.0 --tool-path "$scratch/tool" | Write-Verbose
    $env:MutationTests = 'true'
    $env:RunAnalyzers = 'false'
    $env:TreatWarningsAsErrors = 'false'
    $living = foreach ($name in $Area) {
        $what = $areas[$name]
        $project = "LiveStation.$($what.Project ?? 'Core')"
        $source = "$scratch/LiveStation/src/$project"
        $files = Get-Item ($what.Files | ForEach-Object { Join-Path $source "$_.cs" }) | Where-Object { $_.BaseName -like $File -and $_.Name -ne 'ErrorCatalog.Table.cs' }
        if (-not $files) { continue }
        $config = @{
            project              = "$project.csproj"
            mutate               = @($files | ForEach-Object { '**/' + [IO.Path]::GetRelativePath($source, $_.FullName).Replace('\', '/') })
            'ignore-methods'     = @('ConfigureAwait')
            'test-case-filter'   = ($what.Tests | ForEach-Object { "FullyQualifiedName~$_" }) -join '|'
            reporters            = @('json')
            'additional-timeout' = 20000
            concurrency          = [Environment]::ProcessorCount
        }
        ConvertTo-Json @{ 'stryker-config' = $config } | Set-Content "$scratch/$name.json"
        Push-Location "$scratch/LiveStation/tests/$project.Tests"
        try {
            & "$scratch/tool/dotnet-stryker" -f "$scratch/$name.json" -O "$scratch/$name" | Tee-Object "$scratch/$name.log" | Write-Verbose
            if ($LASTEXITCODE) { throw "Stryker ended with $LASTEXITCODE; see $scratch/$name.log." }
        }
        finally {
            Pop-Location
        }
        $rows = Read-Report "$scratch/$name/reports/mutation-report.json" $source
        $rows | Select-Object @{ n = 'Area'; e = { $name } }, File, Mutants, Killed, Reasoned, Percent | Out-Host
        $rows.Living
    }
    $living | Format-List File, Line, Code, Becomes
    Remove-Item $scratch -Recurse -Force
}
finally {
    $env:MutationTests, $env:RunAnalyzers, $env:TreatWarningsAsErrors = $saved
}
