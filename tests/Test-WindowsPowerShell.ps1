#Requires -Version 5.1

<#
.SYNOPSIS
    Runs tests/pester in Windows PowerShell 5.1: one command, on a Windows machine, from a checkout.
.DESCRIPTION
    Builds the module with the .NET SDK unless -Manifest names a built one, for example of the package; gets Pester 5 into a folder of
    its own where the machine has none; and runs every file of tests/pester in a new process of powershell.exe. Files whose subject is
    PowerShell 7 or another system say that they are skipped. Nothing is installed for good, and no account is needed: all of it runs
    against the offline service. Ends with 0 where nothing failed.

    powershell -NoProfile -ExecutionPolicy Bypass -File tests/Test-WindowsPowerShell.ps1
.PARAMETER Manifest
    LiveStation.psd1 of the module to test; the one of the checkout unless given.
#>
[CmdletBinding()]
param([string] $Manifest)

$ErrorActionPreference = 'Stop'
$root = Split-Path -Parent $PSScriptRoot
if (-not $Manifest) {
    dotnet build (Join-Path $root 'src/LiveStation.PowerShell')
    if ($LASTEXITCODE) { throw "dotnet build ended with $LASTEXITCODE." }
    $Manifest = Join-Path $root 'LiveStation.psd1'
}

$modules = Join-Path ([System.IO.Path]::GetTempPath()) 'livestation-pester'
if (-not (Get-Module -ListAvailable -Name Pester | Where-Object Version -GE ([version] '5.0')) -and -not (Test-Path $modules)) {
    [System.Net.ServicePointManager]::SecurityProtocol = [System.Net.ServicePointManager]::SecurityProtocol -bor 'Tls12'
    Save-Module -Name Pester -MinimumVersion 5.5 -Path $modules -Force
}

$before = $env:LIVESTATION_MODULE, $env:PSModulePath
try {
    $env:LIVESTATION_MODULE = (Resolve-Path $Manifest).Path
    $env:PSModulePath = "$modules;$env:PSModulePath"
    $tests = (Join-Path $root 'tests/pester').Replace("'", "''")
    powershell.exe -NoProfile -NonInteractive -ExecutionPolicy Bypass -Command "`$PSVersionTable; Import-Module Pester -MinimumVersion 5.0; Invoke-Pester -Path '$tests' -Output Detailed -CI"
    exit $LASTEXITCODE
}
finally {
    $env:LIVESTATION_MODULE, $env:PSModulePath = $before
}
