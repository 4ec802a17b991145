# The blocks of the guide that are no PowerShell: schedules, and what they start. PowerShell is run by Examples.Tests.ps1.
Describe 'The guide' {
    BeforeDiscovery {
        $blocks = foreach ($file in Get-Item "$PSScriptRoot/../../docs/guide/*.md") {
            foreach ($fence in [regex]::Matches([System.IO.File]::ReadAllText($file).Replace("`r", ''), '(?ms)^```(\w*)\n(.*?)^```$')) {
                @{ Page = $file.BaseName; Kind = $fence.Groups[1].Value; Text = $fence.Groups[2].Value }
            }
        }

        # What a schedule starts: the script of the repository with its arguments, whatever the folder.
        $runs = foreach ($block in $blocks) {
            foreach ($run in [regex]::Matches($block.Text, "Save-ExpiringRecordings\.ps1 ([^'\n]*)")) { @{ Page = $block.Page; Kind = $block.Kind; Arguments = $run.Groups[1].Value.Trim() } }
        }
        # The workflow of channels as code and its document are run word for word by GuideTests of LiveStation.PowerShell.Tests.
        $others = $blocks | Where-Object Kind -NE 'powershell' | Where-Object Page -NE 'channels-as-code'
    }

    BeforeAll {
        $manifest = if ($env:LIVESTATION_MODULE) { $env:LIVESTATION_MODULE } else { "$PSScriptRoot/../../LiveStation.psd1" }
        Import-Module (Resolve-Path $manifest).Path -Force
        $script:runbook = (Resolve-Path "$PSScriptRoot/../../samples/runbooks/Save-ExpiringRecordings.ps1").Path
    }

    AfterAll {
        Disconnect-LsAccount
    }

    It 'has no block that nothing runs: <Kind> on <Page>' -ForEach $others {
        $Text | Should -Match 'Save-ExpiringRecordings\.ps1 '
    }

    It 'starts the rescue with arguments that it takes: <Kind> on <Page>' -ForEach $runs {
        $null = Connect-LsAccount -Emulator
        Push-Location $TestDrive
        try {
            $null = & ([scriptblock]::Create("& '$($script:runbook.Replace("'", "''"))' $Arguments 6> `$null"))
            $LASTEXITCODE | Should -Be 0
        }
        finally {
            Pop-Location
        }
    }

    It 'links to pages that are there' {
        foreach ($file in Get-Item "$PSScriptRoot/../../docs/guide/*.md") {
            foreach ($link in [regex]::Matches([System.IO.File]::ReadAllText($file), '\]\(([^)#:]+)\)')) {
                Join-Path $file.Directory $link.Groups[1].Value | Should -Exist
            }
        }
    }
}
