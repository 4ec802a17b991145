@{
    RootModule             = 'bin/LiveStation.psm1'
    ModuleVersion          = '0.1.0'
    GUID                   = '6b0f5b0e-6f0a-4a1d-9f0e-3c1d3a7c52e4'
    Author                 = 'LiveStation contributors'
    CompanyName            = 'LiveStation contributors'
    Copyright              = 'Copyright (c) LiveStation contributors. MIT licence.'
    Description            = 'Live video from a shell: channels and recordings of NAVER Cloud Platform Live Station as typed objects, with an offline service to try it on.'
    PowerShellVersion      = '5.1'
    DotNetFrameworkVersion = '4.7.2'
    CompatiblePSEditions   = @('Core', 'Desktop')
    FunctionsToExport      = @()
    CmdletsToExport        = @(
        'Connect-LsAccount'
        'Disable-LsChannel'
        'Disconnect-LsAccount'
        'Enable-LsChannel'
        'Export-LsRecording'
        'Get-LsChannel'
        'Get-LsContext'
        'Get-LsCurtainContent'
        'Get-LsQuality'
        'Get-LsQualitySet'
        'Get-LsRecording'
        'Get-LsServiceUrl'
        'Get-LsShortClip'
        'Get-LsSnapshot'
        'Get-LsStreamMetadata'
        'Invoke-LsRestMethod'
        'New-LsChannel'
        'New-LsCurtainContent'
        'New-LsQuality'
        'New-LsQualitySet'
        'New-LsShortClip'
        'New-LsSnapshot'
        'Remove-LsChannel'
        'Remove-LsCurtainContent'
        'Remove-LsQuality'
        'Remove-LsQualitySet'
        'Remove-LsRecording'
        'Resolve-LsError'
        'Set-LsChannel'
        'Set-LsChannelCdn'
        'Set-LsQualitySet'
        'Start-LsCurtain'
        'Start-LsRecording'
        'Stop-LsCurtain'
        'Stop-LsRecording'
        'Switch-LsStream'
        'Test-LsConnection'
        'Wait-LsChannel'
        'Wait-LsCurtainContent'
        'Wait-LsRecording'
        'Wait-LsShortClip'
        'Wait-LsSnapshot'
    )
    VariablesToExport      = @()
    AliasesToExport        = @()
    PrivateData            = @{
        PSData = @{
            LicenseUri = 'https://opensource.org/license/mit'
            Tags       = @('NaverCloud', 'NCP', 'LiveStation', 'Live', 'Streaming', 'Video', 'Recording', 'PSEdition_Core', 'PSEdition_Desktop', 'Windows', 'Linux', 'MacOS')
        }
    }
}
