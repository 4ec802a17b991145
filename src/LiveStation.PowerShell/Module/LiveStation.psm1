# Picks the assemblies of the running edition, in as few steps as can be: a script costs more at import than all of them.
# Types and formats hang on the inner manifest: beside a psm1 root they would be read before the assembly is there.
$framework = if ($PSEdition -eq 'Core') { 'net8.0' } else { 'net472' }
try {
    Import-Module "$PSScriptRoot/$framework/LiveStation.PowerShell.psd1" -ErrorAction Stop
}
catch {
    # Assemblies stay until the process ends, and two copies of them cannot share it.
    $other = [AppDomain]::CurrentDomain.GetAssemblies().Where({ $_.GetName().Name -eq 'LiveStation.Core' -and -not $_.Location.StartsWith($PSScriptRoot) }, 'First')
    if ($other) {
        throw "Another copy of LiveStation is loaded in this session ($($other[0].Location)), and stays until it ends. To use the one in $PSScriptRoot, start a new session."
    }

    throw
}
