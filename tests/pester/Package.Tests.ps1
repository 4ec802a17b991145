Describe 'The build' {
    It 'looks for the certificate where its caller stands, and says before it builds that there is none' {
        Push-Location $TestDrive
        try {
            { & "$PSScriptRoot/../../build.ps1" -Task Package -SigningCertificate ./none.pfx } | Should -Throw "*there is no file $TestDrive*none.pfx. Nothing was built."
        }
        finally {
            Pop-Location
        }
    }
}

# The package, as it is published: installed from a folder that serves as a gallery, with a home of its own, and used as the README says.
# Only in the run on the package: build.ps1 -Task Test, and .ci/run.
Describe 'The package' -Skip:(-not ((Test-Path "$PSScriptRoot/../../out/*.sha256") -and $env:LIVESTATION_MODULE -match '[\\/]out[\\/]')) {
    BeforeAll {
        $script:out = (Resolve-Path "$PSScriptRoot/../../out").Path
        $script:version = (Import-PowerShellDataFile "$PSScriptRoot/../../LiveStation.psd1").ModuleVersion
        $script:pwsh = (Get-Process -Id $PID).Path
    }

    It 'has the sums that its list says, of every file' {
        $listed = Get-Content (Join-Path $script:out "LiveStation.$script:version.sha256") | ForEach-Object { , ($_ -split '  ', 2) }
        foreach ($line in $listed) { (Get-FileHash (Join-Path $script:out $line[1])).Hash | Should -Be $line[0] }
        $files = Get-ChildItem $script:out -Recurse -File | Where-Object Name -NotMatch '\.(sha256|p7s)$' | ForEach-Object { [System.IO.Path]::GetRelativePath($script:out, $_.FullName).Replace('\', '/') }
        @($listed | ForEach-Object { $_[1] } | Sort-Object) | Should -Be @($files | Sort-Object)
    }

    It 'has the module in it, byte for byte' {
        $folder = Join-Path $TestDrive 'unpacked'
        [System.IO.Compression.ZipFile]::ExtractToDirectory((Join-Path $script:out "LiveStation.$script:version.nupkg"), $folder)
        $module = Join-Path $script:out "LiveStation/$script:version"
        foreach ($file in Get-ChildItem $module -Recurse -File) {
            (Get-FileHash (Join-Path $folder ([System.IO.Path]::GetRelativePath($module, $file.FullName)))).Hash | Should -Be (Get-FileHash $file).Hash
        }
    }

    It 'is found in a gallery with what people look for, installs from it, and runs the lines of the README' -Skip:(-not (Get-Module -ListAvailable Microsoft.PowerShell.PSResourceGet)) {
        $home2 = New-Item -ItemType Directory (Join-Path $TestDrive 'home')
        $script = @"
`$ErrorActionPreference = 'Stop'
`$name = 'folder-$([guid]::NewGuid())'
Register-PSResourceRepository `$name '$script:out' -Trusted
`$found = Find-PSResource LiveStation -Repository `$name
`$found.Version.ToString(), "`$(`$found.LicenseUri)", (`$found.Tags -contains 'PSEdition_Core'), (`$found.ReleaseNotes.Length -gt 20), (`$found.Includes.Cmdlet.Count -gt 60)
Install-PSResource LiveStation -Repository `$name -Scope CurrentUser -Quiet
Import-Module LiveStation
(Get-Module LiveStation).ModuleBase.StartsWith('$home2')
`$null = Connect-LsAccount -Emulator
@(Get-LsRecording -ExpiringWithin 12h).Count
@(Get-LsRecording -ExpiringWithin 12h | Export-LsRecording -BucketName archive -Wait).Count
(Get-Help Get-LsRecording).Synopsis.Length -gt 10
Unregister-PSResourceRepository `$name
"@
        $before = $env:HOME, $env:USERPROFILE, $env:LOCALAPPDATA, $env:XDG_DATA_HOME, $env:PSModulePath
        try {
            $env:HOME = $env:USERPROFILE = $env:LOCALAPPDATA = "$home2"
            $env:XDG_DATA_HOME = New-Item -ItemType Directory (Join-Path $home2 '.local/share')
            $env:PSModulePath = $null
            $said = & $script:pwsh -NoProfile -NonInteractive -Command $script 2>&1
        }
        finally {
            $env:HOME, $env:USERPROFILE, $env:LOCALAPPDATA, $env:XDG_DATA_HOME, $env:PSModulePath = $before
        }

        $said | Should -Be $script:version, 'https://opensource.org/license/mit', 'True', 'True', 'True', 'True', '4', '4', 'True'
    }

    It 'brings the offline service as a tool of .NET' -Skip:(-not (Get-Command dotnet -ErrorAction Ignore)) {
        $config = Join-Path $TestDrive 'nuget.config'
        Set-Content $config "<configuration><packageSources><clear /><add key='folder' value='$script:out' /></packageSources></configuration>"
        $tools = Join-Path $TestDrive 'tools'
        & dotnet tool install LiveStation.Offline --version $script:version --tool-path $tools --configfile $config 2>&1 | Out-String | Should -Match 'livestation-offline'
        & (Join-Path $tools 'livestation-offline') --help 2>&1 | Out-String | Should -Match '--port|--urls|port'
    }
}
