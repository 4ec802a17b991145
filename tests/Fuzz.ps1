#Requires -Version 5.1

<#
.SYNOPSIS
    Gives every reader of foreign texts broken and hostile ones, new each time, for ten minutes or as long as is said.
.DESCRIPTION
    A text that a reader cannot take stands in the failure, in Base64, with its seed: mend the reader, and put the text, made short,
    among the found ones in tests/LiveStation.Contract.Tests/Fuzz/FuzzTests.cs. dotnet test runs the same, with the same texts each time.
.PARAMETER Minutes
    How long in all.
#>
[CmdletBinding()]
param([ValidateRange(1, 10000)] [int] $Minutes = 10)

$ErrorActionPreference = 'Stop'
$readers = @(Select-String -Path "$PSScriptRoot/LiveStation.Contract.Tests/Fuzz/Readers.cs" -Pattern '^ +\["').Count
$env:LIVESTATION_FUZZ_SECONDS = [math]::Ceiling(60 * $Minutes / $readers)
try {
    dotnet test "$PSScriptRoot/LiveStation.Contract.Tests" --filter FullyQualifiedName~FuzzTests
    exit $LASTEXITCODE
}
finally {
    $env:LIVESTATION_FUZZ_SECONDS = $null
}
