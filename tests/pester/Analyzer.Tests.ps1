# PSScriptAnalyzer finds nothing: in no script of the repository, and in no example of help, README and guide. Once is enough: not in the
# run on the package.
Describe 'PSScriptAnalyzer' -Skip:(-not (Get-Module -ListAvailable PSScriptAnalyzer) -or $env:LIVESTATION_MODULE -match '[\\/]out[\\/]') {
    BeforeAll {
        $script:root = (Resolve-Path "$PSScriptRoot/../..").Path
        $script:settings = Join-Path $script:root 'build/PSScriptAnalyzerSettings.psd1'
        . "$PSScriptRoot/Shape.ps1"
    }

    It 'finds nothing in the scripts' {
        $files = Get-ChildItem $script:root -Recurse -Include *.ps1, *.psm1, *.psd1 | Where-Object FullName -NotMatch '[\\/](bin|obj|out|node_modules|\.git)[\\/]'
        $files.Count | Should -BeGreaterThan 20
        $files | ForEach-Object { Invoke-ScriptAnalyzer $_.FullName -Settings $script:settings } | ForEach-Object { "$($_.ScriptName):$($_.Line) $($_.RuleName)" } | Should -BeNullOrEmpty
    }

    It 'finds nothing in the examples' {
        $pages = Get-HelpFile $script:root | ForEach-Object { Read-HelpExample $_ } | Where-Object Code -NotMatch '<\w+>' | Group-Object Page
        $pages.Count | Should -BeGreaterThan 60
        foreach ($page in $pages) {
            $code = ($page.Group | ForEach-Object { ($_.Code -split "`n" -notmatch '^using ') -join "`n" }) -join "`n"
            Invoke-ScriptAnalyzer -ScriptDefinition $code -Settings $script:settings | ForEach-Object { "$($page.Name): $($_.RuleName): $($_.Extent.Text)" } | Should -BeNullOrEmpty
        }
    }
}
