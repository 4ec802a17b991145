Describe 'A runbook' {
    BeforeAll {
        $script:manifest = if ($env:LIVESTATION_MODULE) { $env:LIVESTATION_MODULE } else { "$PSScriptRoot/../../LiveStation.psd1" }
        $script:manifest = (Resolve-Path $script:manifest).Path

        function Invoke-Runbook([string] $Script) {
            $file = Join-Path $TestDrive "$([guid]::NewGuid()).ps1"
            Set-Content $file "Import-Module '$script:manifest'`n`$null = Connect-LsAccount -Emulator`n$Script"
            $out = & (Get-Process -Id $PID).Path -NoProfile -NonInteractive -File $file 2>&1
            [pscustomobject]@{ ExitCode = $LASTEXITCODE; Text = ($out | Out-String) -replace '\e\[[0-9;]*m'; Lines = @($out | ForEach-Object { "$_" }) }
        }
    }

    It 'ends with 0 when all went well' {
        $run = Invoke-Runbook '(Get-LsRecording).Count; exit 0'
        $run.ExitCode | Should -Be 0
        $run.Lines | Should -Be '16'
    }

    It 'ends with 1 and says why when an error stops it' {
        $run = Invoke-Runbook "`$ErrorActionPreference = 'Stop'`nGet-LsRecording ls-no-such-channel`n'never'"
        $run.ExitCode | Should -Be 1
        $run.Text | Should -Match 'ls-no-such-channel'
        $run.Text | Should -Match '250101|code \d+'
        $run.Text | Should -Match 'Recommendation: '
        $run.Text | Should -Not -Match 'never'
    }

    It 'goes on after an error of one item, and $? tells' {
        $run = Invoke-Runbook "Get-LsRecording ls-no-such-channel, ls-20260112200000-Wk7sB -ErrorAction SilentlyContinue | Out-Null`nGet-LsRecording nope -ErrorAction SilentlyContinue`n`$?`nGet-LsChannel | Out-Null`n`$?`n`$Error.Count`n`$Error[0].CategoryInfo.Category"
        $run.ExitCode | Should -Be 0
        $run.Lines | Should -Be 'False', 'True', '2', 'ObjectNotFound'
    }

    It 'catches by id, category and type' {
        $run = Invoke-Runbook @'
try { Get-LsRecording nope -ErrorAction Stop }
catch [LiveStation.LiveStationApiException] { $_.FullyQualifiedErrorId; $_.TargetObject; $_.Exception.Kind; $_.Exception.TraceId.Length -gt 0 }
'@
        $run.Lines | Should -Be 'ChannelNotFound,LiveStation.PowerShell.GetLsRecordingCommand', 'nope', 'NotFound', 'True'
    }

    It 'ends with 1 where there is no account' {
        $run = Invoke-Runbook "Disconnect-LsAccount`n`$env:HOME = '/nonexistent'`n`$ErrorActionPreference = 'Stop'`nGet-LsRecording"
        $run.ExitCode | Should -Be 1
        $run.Text | Should -Match 'Connect-LsAccount'
    }
}
