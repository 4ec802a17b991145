# Every example of every page is typed into a session of its own, and what it prints has the shape that the page shows.
BeforeDiscovery {
    . "$PSScriptRoot/Shape.ps1"
    $root = (Resolve-Path "$PSScriptRoot/../..").Path

    # What cannot run here, and why. The list can only shrink.
    $elsewhere = @{
        'Connect-LsAccount/Example 2'    = 'asks for a key at the prompt'
        'Connect-LsAccount/Example 3'    = 'needs a profile of the vendor CLI'
        'Connect-LsAccount/Example 4'    = 'needs two profiles, and calls the real service'
        'Disconnect-LsAccount/Example 1' = 'shows the account of the vendor CLI''s file'
        'Disconnect-LsAccount/Example 2' = 'needs a profile, and calls the real service'
    }
    $pages = foreach ($file in Get-ChildItem "$root/docs/en-US/*-Ls*.md") {
        @{ Page = $file.BaseName; File = $file.FullName; Elsewhere = $elsewhere }
    }
}

Describe 'Examples of <Page>' -ForEach $pages {
    BeforeAll {
        . "$PSScriptRoot/Shape.ps1"
        $module = if ($env:LIVESTATION_MODULE) { $env:LIVESTATION_MODULE } else { (Resolve-Path "$PSScriptRoot/../../LiveStation.psd1").Path }
    }

    It 'print what the page shows' {
        $examples = @(Read-HelpExample $File | Where-Object { -not $Elsewhere["$Page/$($_.Title.Split(':')[0])"] })
        $folder = New-Item -ItemType Directory (Join-Path $TestDrive $Page)
        Set-Content (Join-Path $folder 'examples.ps1') (Get-ExampleScript $module $examples)
        Push-Location $folder
        try {
            $env:COLUMNS = 80
            $printed = & ([Environment]::ProcessPath) -NoProfile -NonInteractive -File examples.ps1 2>&1 | Out-String -Width 500
        }
        finally {
            Remove-Item env:COLUMNS
            Pop-Location
        }

        $parts = @([regex]::Split($printed, '(?m)^=====\r?\n') | Select-Object -Skip 1)
        $parts.Count | Should -Be $examples.Count
        for ($i = 0; $i -lt $parts.Count; $i++) {
            (Get-Shape $parts[$i]) -join ' | ' | Should -Be ((Get-Shape $examples[$i].Output) -join ' | ') -Because "docs/en-US/$Page.md shows so in $($examples[$i].Title), and printed was: $($parts[$i])"
        }
    }
}
