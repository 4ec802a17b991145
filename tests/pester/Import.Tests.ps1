# Run on the repository root, or on the package: LIVESTATION_MODULE names the manifest.
Describe 'The module' {
    BeforeAll {
        $script:manifest = if ($env:LIVESTATION_MODULE) { $env:LIVESTATION_MODULE } else { "$PSScriptRoot/../../LiveStation.psd1" }
        $script:manifest = (Resolve-Path $script:manifest).Path
        $script:data = Import-PowerShellDataFile $script:manifest
        $pwsh = (Get-Process -Id $PID).Path

        function Invoke-Fresh([string] $Script, [string] $ModulePath) {
            $old = $env:PSModulePath
            try {
                if ($ModulePath) { $env:PSModulePath = $ModulePath + [IO.Path]::PathSeparator + $old }
                & $pwsh -NoProfile -NonInteractive -Command $Script 2>&1
            }
            finally {
                $env:PSModulePath = $old
            }
        }
    }

    It 'has a manifest that PowerShell finds valid' {
        (Test-ModuleManifest $script:manifest -WarningVariable warnings -ErrorAction Stop).Version.ToString() | Should -Be $script:data.ModuleVersion
        $warnings | Should -BeNullOrEmpty
    }

    It 'imports in a fresh process and exports what its manifest says' {
        $found = Invoke-Fresh "Import-Module '$script:manifest'; (Get-Command -Module LiveStation).Name"
        $found | Sort-Object | Should -Be ($script:data.CmdletsToExport | Sort-Object)
    }

    It 'is found by name, by its commands, and by version in a folder of modules' {
        $folder = Join-Path $TestDrive "modules/LiveStation/$($script:data.ModuleVersion)"
        $null = New-Item -ItemType Directory $folder
        Copy-Item $script:manifest $folder
        Copy-Item (Join-Path (Split-Path $script:manifest) 'bin') $folder -Recurse
        $path = Join-Path $TestDrive 'modules'

        Invoke-Fresh '(Connect-LsAccount -Emulator).CredentialSource; (Get-Module LiveStation).ModuleBase' $path | Should -Be 'offline service', $folder
        Invoke-Fresh "Import-Module LiveStation -RequiredVersion $($script:data.ModuleVersion); (Get-Command Get-LsRecording).Source" $path | Should -Be 'LiveStation'
    }

    It 'knows its types, its conversions and its views right after the import' {
        Invoke-Fresh "Import-Module '$script:manifest'; [LiveStation.Recording].Name; [LiveStation.RecordStatus]'TRANSFER_READY'; (Get-FormatData LiveStation.Recording).TypeNames[0]" |
            Should -Be 'Recording', 'TransferReady', 'LiveStation.Recording'
    }

    It 'goes without a trace and comes again' {
        Invoke-Fresh "Import-Module '$script:manifest'; Remove-Module LiveStation; (Get-Command *-Ls* -Module LiveStation).Count; Import-Module '$script:manifest' -Force; Import-Module '$script:manifest' -Force; `$null = Connect-LsAccount -Emulator; (Get-LsChannel).Count" |
            Should -Be 0, 4
    }

    It 'writes nothing at import' {
        Invoke-Fresh "Import-Module '$script:manifest'" | Should -BeNullOrEmpty
    }
}
