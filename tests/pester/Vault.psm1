# Stands in for Microsoft.PowerShell.SecretManagement, with its names, errors and conversions. Only the language and .NET, for the bare
# engine of the other tests. One vault, 'company'. A secret that is a script block is what the vault does instead of giving one.
$script:secrets = @{}

function ConvertTo-Hidden($Value) {
    if ($Value -is [string]) { [System.Net.NetworkCredential]::new('', $Value).SecurePassword } else { $Value }
}

function Set-Secret {
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '', Justification = 'A stand-in.')]
    [CmdletBinding()]
    param([string] $Name, [object] $Secret)

    $script:secrets[$Name] = $Secret
}

function Get-Secret {
    [CmdletBinding()]
    param([string] $Name, [string] $Vault)

    if ($Vault -and $Vault -ne 'company') { throw [System.Management.Automation.PSInvalidOperationException] "Vault $Vault does not exist in registry." }
    if (-not $script:secrets.ContainsKey($Name)) {
        $missing = [System.Management.Automation.ItemNotFoundException] "The secret $Name was not found."
        $PSCmdlet.WriteError([System.Management.Automation.ErrorRecord]::new($missing, 'GetSecretNotFound', 'ObjectNotFound', $PSCmdlet))
        return
    }

    $value = $script:secrets[$Name]
    if ($value -is [scriptblock]) { return & $value }
    if ($value -is [array]) { return , $value }
    if ($value -isnot [hashtable]) { return ConvertTo-Hidden $value }
    $table = @{}
    foreach ($key in $value.Keys) { $table[$key] = ConvertTo-Hidden $value[$key] }
    $table
}

function Get-SecretVault {
    [pscustomobject] @{ Name = 'company' }
}

Export-ModuleMember -Function Set-Secret, Get-Secret, Get-SecretVault
