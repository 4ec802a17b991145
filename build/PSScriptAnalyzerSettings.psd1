@{
    Severity     = @('Error', 'Warning')
    ExcludeRules = @(
        # The manifest lists Desktop too; the checks of the analyzer do not know its keys on every platform.
        'PSUseToExportFieldsInManifest'
        # Blocks of Pester and lines of examples share variables: the rule sees each block for itself.
        'PSUseDeclaredVarsMoreThanAssignments'
    )
}
