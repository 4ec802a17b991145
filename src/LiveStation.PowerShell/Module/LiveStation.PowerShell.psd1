@{
    # Written by the build; the version comes from LiveStation.psd1, as does the list of cmdlets.
    RootModule         = 'LiveStation.PowerShell.dll'
    ModuleVersion      = '@Version@'
    GUID               = 'b7a4c1f0-3f0b-4b0e-9a53-0a6f0a9d8c11'
    Author             = 'LiveStation contributors'
    # The records live there, and types are read before the root module.
    RequiredAssemblies = @('LiveStation.Core.dll')
    TypesToProcess     = @('LiveStation.Types.ps1xml')
    FormatsToProcess   = @('LiveStation.Format.ps1xml')
    CmdletsToExport    = '*'
    FunctionsToExport  = @()
    VariablesToExport  = @()
    AliasesToExport    = @()
}
