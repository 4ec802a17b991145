# Picks the assemblies of the running edition, in as few steps as can be: a script costs more at import than all of them.
# Types and formats hang on the inner manifest: beside a psm1 root they would be read before the assembly is there.
$framework = if ($PSEdition -eq 'Core') { 'net8.0' } else { 'net472' }
Import-Module "$PSScriptRoot/$framework/LiveStation.PowerShell.psd1"
