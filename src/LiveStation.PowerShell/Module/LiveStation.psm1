# Picks the assemblies of the running edition. Types and formats hang on the inner manifest: beside a psm1 root they
# would be read before the assembly is there.
$framework = if ($PSVersionTable['PSEdition'] -eq 'Core') { 'net8.0' } else { 'net472' }
Import-Module -Name ([System.IO.Path]::Combine($PSScriptRoot, $framework, 'LiveStation.PowerShell.psd1'))
Export-ModuleMember -Cmdlet *
