# Keys out of a vault, each in a process of its own with a home of its own. A stand-in always; the real modules where LIVESTATION_VAULTS
# names a folder that has Microsoft.PowerShell.SecretManagement and Microsoft.PowerShell.SecretStore: they keep secrets in that home. Once is
# enough: not in the run on the package.
Describe 'Keys out of a vault' -Skip:($env:LIVESTATION_MODULE -match '[\\/]out[\\/]') {
    BeforeDiscovery {
        $kinds = @('a stand-in') + @(if ($env:LIVESTATION_VAULTS) { 'the real modules' })
    }

    BeforeAll {
        $script:manifest = if ($env:LIVESTATION_MODULE) { $env:LIVESTATION_MODULE } else { "$PSScriptRoot/../../LiveStation.psd1" }
        $script:manifest = (Resolve-Path $script:manifest).Path
        $standIn = Join-Path $TestDrive 'standin'
        $folder = New-Item -ItemType Directory (Join-Path $standIn 'Microsoft.PowerShell.SecretManagement')
        Set-Content (Join-Path $folder 'Microsoft.PowerShell.SecretManagement.psm1') (Get-Content "$PSScriptRoot/Vault.psm1" -Raw)
        $script:paths = @{ 'a stand-in' = $standIn; 'the real modules' = $env:LIVESTATION_VAULTS; 'nothing' = Join-Path $TestDrive 'nothing' }
        $script:setUp = @{
            'a stand-in'       = ''
            'the real modules' = @'
$null = Reset-SecretStore -Authentication None -Interaction None -Confirm:$false -Force -WarningAction Ignore
Register-SecretVault company -ModuleName Microsoft.PowerShell.SecretStore -DefaultVault
'@
        }

        function Invoke-Alone([string] $Kind, [string] $Script) {
            $before = $env:HOME, $env:USERPROFILE, $env:LOCALAPPDATA, $env:PSModulePath
            $where = New-Item -ItemType Directory (Join-Path $TestDrive ([guid]::NewGuid()))
            try {
                $env:HOME = $env:USERPROFILE = $env:LOCALAPPDATA = "$where"
                $env:PSModulePath = $script:paths[$Kind]
                & (Get-Process -Id $PID).Path -NoProfile -NonInteractive -Command "`$ErrorActionPreference = 'Stop'; Import-Module '$script:manifest'; $($script:setUp[$Kind])`n$Script" 2>&1
            }
            finally {
                $env:HOME, $env:USERPROFILE, $env:LOCALAPPDATA, $env:PSModulePath = $before
            }
        }
    }

    It 'takes every shape from <_>' -ForEach $kinds {
        Invoke-Alone $_ @'
Set-Secret credential ([pscredential]::new('KEY1', (ConvertTo-SecureString x -AsPlainText -Force)))
Set-Secret table @{ ncloud_access_key_id = 'KEY2'; ncloud_secret_access_key = 'marker-s3cret' }
Set-Secret json '{ "accessKey": "KEY3", "secretKey": "marker-s3cret" }'
Set-Secret hidden (ConvertTo-SecureString '{ "accessKey": "KEY4", "secretKey": "marker-s3cret" }' -AsPlainText -Force)
'credential', 'table', 'json', 'hidden' | ForEach-Object { (Connect-LsAccount -SecretName $_ -Vault company).AccessKeyId }
(Connect-LsAccount -SecretName json).CredentialSource
'@ | Should -Be 'KEY1', 'KEY2', 'KEY3', 'KEY4', "secret 'json'"
    }

    It 'tells what cannot be had from <_>, once and without content' -ForEach $kinds {
        $said = Invoke-Alone $_ @'
Set-Secret bytes ([byte[]] (1, 2, 3))
Set-Secret text 'marker-s3cret'
$ErrorActionPreference = 'Continue'
foreach ($name in 'bytes', 'text', 'missing') { try { Connect-LsAccount -SecretName $name } catch { $_.FullyQualifiedErrorId.Split(',')[0] } }
try { Connect-LsAccount -SecretName text -Vault elsewhere } catch { $_.FullyQualifiedErrorId.Split(',')[0] }
$Error.Count
($Error | Format-List * -Force | Out-String) -match 'marker-s3cret'
'@
        $said | Should -Be 'SecretShapeUnknown', 'SecretShapeUnknown', 'SecretNotFound', 'SecretUnreadable', '4', 'False'
    }

    It 'is locked, with the words of the vault' -Skip:(-not $env:LIVESTATION_VAULTS) {
        $said = Invoke-Alone 'the real modules' @'
$password = ConvertTo-SecureString pass-w0rd -AsPlainText -Force
$null = Reset-SecretStore -Password $password -Interaction None -Authentication Password -PasswordTimeout 1 -Confirm:$false -Force -WarningAction Ignore
Unlock-SecretStore $password
Set-Secret json '{ "accessKey": "KEY3", "secretKey": "marker-s3cret" }'
do { $locked = try { $null = Connect-LsAccount -SecretName json } catch { "$_" } } until ($locked)
$locked
Unlock-SecretStore $password
(Connect-LsAccount -SecretName json).AccessKeyId
'@
        $said[0] | Should -BeLike "The secret 'json' could not be read. The vault says: *password*"
        $said[1] | Should -Be 'KEY3'
    }

    It 'says how to install what is missing' {
        $said = Invoke-Alone 'nothing' "try { Connect-LsAccount -SecretName x } catch { `$_.FullyQualifiedErrorId.Split(',')[0]; `$_.ErrorDetails.RecommendedAction }"
        $said[0] | Should -Be 'VaultModuleMissing'
        $said[1] | Should -BeLike '*Install-PSResource Microsoft.PowerShell.SecretManagement*'
    }
}
