# Every example of the help is typed into a real shell, a session for each page, and what it prints has the shape that the page shows: what
# PowerShell 7 prints, so that Windows PowerShell is left out.
BeforeDiscovery {
    . "$PSScriptRoot/Shape.ps1"
    $root = (Resolve-Path "$PSScriptRoot/../..").Path
    $all = Get-HelpFile $root | ForEach-Object { Read-HelpExample $_ }
    $stale = $Elsewhere.Keys | Where-Object { $_ -notin ($all | ForEach-Object { Get-ExampleName $_ }) }
    $examples = @($all | Where-Object { -not $Elsewhere[(Get-ExampleName $_)] })
}

Describe 'Examples' -Skip:($PSEdition -eq 'Desktop') -ForEach @{ Examples = $examples; Stale = $stale } {
    BeforeAll {
        . "$PSScriptRoot/Shape.ps1"
        $module = (Resolve-Path $(if ($env:LIVESTATION_MODULE) { $env:LIVESTATION_MODULE } else { "$PSScriptRoot/../../LiveStation.psd1" })).Path

        function Get-Script([object[]] $Pages) {
            Get-ExampleUsing $Pages.Group | Sort-Object -Unique
            "Import-Module '$module'"
            "`$PSStyle.OutputRendering = 'PlainText'"
            foreach ($page in $Pages) {
                # A folder and a scope of its own for each page.
                "Set-Location (New-Item -ItemType Directory -Path (Join-Path `$PSScriptRoot '$($page.Name)') -Force)"
                '& {'
                Get-HelpOpening $page.Name
                foreach ($example in $page.Group) {
                    "[Console]::WriteLine('===== $((Get-ExampleName $example).Replace("'", "''"))')"
                    foreach ($statement in Get-ExampleStatement $example $module) {
                        ". {`n$statement`n} 2>&1 | Out-String -Width $($example.Width) | ForEach-Object { [Console]::Write(`$_) }"
                    }
                }
                '}'
            }
        }

        $folder = New-Item -ItemType Directory (Join-Path $TestDrive 'examples')
        $null = New-Item -ItemType Directory (Join-Path $folder '.ncloud')
        Set-Content (Join-Path $folder '.ncloud/configure') $Profiles
        # Most of the time they wait for the offline service: side by side.
        $scripts = $Examples | Group-Object Page | Group-Object { $_.Name.Length % 4 } | ForEach-Object {
            $path = Join-Path $folder "examples$($_.Name).ps1"
            Set-Content $path (Get-Script $_.Group) -Encoding utf8BOM
            $path
        }
        $before = $env:HOME, $env:USERPROFILE, $env:COLUMNS
        Push-Location $folder
        try {
            $env:HOME = $env:USERPROFILE = "$folder"
            $env:COLUMNS = 80
            $shell = (Get-Process -Id $PID).Path
            $printed = $scripts | ForEach-Object -Parallel { & $using:shell -NoProfile -NonInteractive -File $_ 2>&1 | Out-String -Width 500 } -ThrottleLimit 4
        }
        finally {
            $env:HOME, $env:USERPROFILE, $env:COLUMNS = $before
            Pop-Location
        }

        $parts = @{}
        foreach ($part in [regex]::Split($printed -join '', '(?m)^===== ')) {
            $name, $text = $part -split '\r?\n', 2
            $parts[$name] = $text
        }
    }

    It 'say nothing of their own' {
        $parts[''] | Should -BeNullOrEmpty
    }

    It 'are listed as running elsewhere only where they exist' {
        $Stale | Should -BeNullOrEmpty
    }

    It '<_.Page>, <_.Title>' -ForEach $examples {
        $name = Get-ExampleName $_
        $parts.Keys | Should -Contain $name
        Test-Example $_ $parts[$name] | Should -BeNullOrEmpty
    }
}
