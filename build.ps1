#Requires -Version 5.1

<#
.SYNOPSIS
    Builds, tests and packages the module. Thin: every step is a plain command that works without PowerShell too.

.PARAMETER Task
    Build    dotnet build
    Test     dotnet test, and the Pester files where Pester is installed
    Format   dotnet format, and PSScriptAnalyzer where it is installed
    Help     the MAML help from docs/en-US, with PlatyPS
    Package  out/: the module as it goes into a folder of PSModulePath and into a gallery, the offline service as a .NET tool,
             bill of materials and sums; signed sums with -SigningCertificate

.PARAMETER ProjectUrl
    The address that a gallery shows for the package; none unless given.

.PARAMETER SigningCertificate
    A PKCS#12 file whose key signs the sums; its password is read from LIVESTATION_SIGNING_PASSWORD. Nothing is signed without.
#>
[CmdletBinding()]
param(
    [ValidateSet('Build', 'Test', 'Format', 'Help', 'Package')]
    [string[]] $Task = 'Build',

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Debug',

    [string] $ProjectUrl,

    [string] $SigningCertificate
)

$ErrorActionPreference = 'Stop'
if ($SigningCertificate) {
    # From where the caller stands, and before a build that would be for nothing.
    $SigningCertificate = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($SigningCertificate)
    if (-not (Test-Path -LiteralPath $SigningCertificate -PathType Leaf)) { throw "-SigningCertificate: there is no file $SigningCertificate. Nothing was built." }
}

function Invoke-Dotnet {
    dotnet @args
    if ($LASTEXITCODE) { throw "dotnet $($args -join ' ') ended with $LASTEXITCODE." }
}

Push-Location -LiteralPath $PSScriptRoot
try {
    foreach ($step in $Task) {
        switch ($step) {
            'Build' { Invoke-Dotnet build -c $Configuration }
            'Format' {
                Invoke-Dotnet format
                if (Get-Module -ListAvailable -Name PSScriptAnalyzer) {
                    Invoke-ScriptAnalyzer -Path . -Recurse -Settings ./build/PSScriptAnalyzerSettings.psd1 -EnableExit
                }
            }
            'Help' {
                Invoke-Dotnet build src/LiveStation.PowerShell -c $Configuration
                & ./build/Help.ps1
            }
            'Package' { Invoke-Dotnet msbuild build/Package.proj -restore "-p:ProjectUrl=$ProjectUrl" "-p:SigningCertificate=$SigningCertificate" }
            'Test' {
                Invoke-Dotnet test -c $Configuration
                if (-not (Get-Module -ListAvailable -Name Pester | Where-Object Version -ge ([version] '5.0'))) {
                    Write-Warning 'Pester 5 is not installed: the tests that need a full shell were not run.'
                    continue
                }

                Invoke-Dotnet msbuild build/Package.proj -restore
                $version = (Import-PowerShellDataFile ./LiveStation.psd1).ModuleVersion
                foreach ($manifest in './LiveStation.psd1', "./out/LiveStation/$version/LiveStation.psd1") {
                    # A process of its own: an assembly that is loaded cannot be loaded again from elsewhere.
                    $env:LIVESTATION_MODULE = (Resolve-Path $manifest).Path
                    & (Get-Process -Id $PID).Path -NoProfile -Command "Invoke-Pester -Path ./tests/pester -Output Detailed -CI"
                    if ($LASTEXITCODE) { throw "Pester on $manifest ended with $LASTEXITCODE." }
                }
            }
        }
    }
}
finally {
    Pop-Location
}
