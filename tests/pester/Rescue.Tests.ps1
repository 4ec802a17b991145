# The rescue runbook as a scheduler would run it.
Describe 'Save-ExpiringRecordings' {
    BeforeAll {
        $manifest = if ($env:LIVESTATION_MODULE) { $env:LIVESTATION_MODULE } else { "$PSScriptRoot/../../LiveStation.psd1" }
        Import-Module (Resolve-Path $manifest).Path -Force
        $script:runbook = (Resolve-Path "$PSScriptRoot/../../samples/runbooks/Save-ExpiringRecordings.ps1").Path
    }

    BeforeEach {
        $script:emulator = (Connect-LsAccount -Emulator).Emulator
        $script:report = Join-Path $TestDrive "$([guid]::NewGuid()).csv"
    }

    AfterAll {
        Disconnect-LsAccount
    }

    It 'saves what would be lost within a day, and ends with 0' {
        & $runbook -BucketName archive -WithinHours 24 -ReportPath $report 6> $null
        $LASTEXITCODE | Should -Be 0
        $rows = Import-Csv $report
        $rows.RecordId | Should -Be '298', '299', '2700007', '2700008', '2700009'
        $rows.Saved | Should -Not -Contain 'False'
        $rows[2].ObjectStorageUrl | Should -Match '/archive/'
        Get-LsRecording -ExpiringWithin 24h | Should -BeNullOrEmpty
    }

    It 'is safe to run twice' {
        & $runbook -BucketName archive -ReportPath $report 6> $null
        & $runbook -BucketName archive -ReportPath $report 6> $null
        $LASTEXITCODE | Should -Be 0
        Get-Content $report | Should -HaveCount 1
    }

    It 'ends with 1 and says which are not safe' {
        $emulator.Faults.Add([LiveStation.Emulator.Fault]::Error(400, 250704).On('POST', '/upload').Always())
        & $runbook -BucketName archive -ReportPath $report 3>&1 6> $null | Out-String | Should -Match 'not safe: ls-'
        $LASTEXITCODE | Should -Be 1
        (Import-Csv $report).Saved | Should -Not -Contain 'True'
    }

    It 'ends with 2 where there is no account' {
        $run = "`$env:NCLOUD_ACCESS_KEY_ID = `$env:NCLOUD_SECRET_ACCESS_KEY = `$env:NCLOUD_ACCESS_KEY = `$env:NCLOUD_SECRET_KEY = `$env:NCLOUD_PROFILE = ''; `$env:HOME = `$env:USERPROFILE = '$TestDrive'; Import-Module '$((Get-Module LiveStation).Path)'; & '$runbook' -BucketName archive -ReportPath '$report'; exit `$LASTEXITCODE"
        & (Get-Process -Id $PID).Path -NoProfile -NonInteractive -Command $run 2>&1 | Out-String | Should -Match 'There is no account'
        $LASTEXITCODE | Should -Be 2
    }

    It 'says which are not safe under strict mode too' {
        $emulator.Faults.Add([LiveStation.Emulator.Fault]::Error(400, 250704).On('POST', '/upload').Always())
        Set-StrictMode -Version Latest
        & $runbook -BucketName archive -ReportPath $report 3> $null 6> $null
        Set-StrictMode -Off
        $LASTEXITCODE | Should -Be 1
        Import-Csv $report | Should -HaveCount 5
    }

    It 'ends with <Code> when started with <Arguments>' -ForEach @(
        @{ Code = 2; Arguments = '-WithinHours', 'abc', '-BucketName', 'b' }
        @{ Code = 2; Arguments = @('-WithinHours', '5') }
        @{ Code = 2; Arguments = '-BucketName', 'b', '-Bogus', 'x' }
        @{ Code = 2; Arguments = '-BucketName', 'b', '-ReportPath', '/no/such/folder/r.csv' }
    ) {
        & (Get-Process -Id $PID).Path -NoProfile -NonInteractive -File $runbook @Arguments 2>&1 | Out-String | ForEach-Object { $_ -replace '[\s|]+', ' ' } | Should -Match 'Nothing was looked at|nothing was exported'
        $LASTEXITCODE | Should -Be $Code
    }

    It 'says a wrong parameter in one line on stderr, and nothing around it' {
        $errors = Join-Path $TestDrive 'errors.txt'
        $process = Start-Process (Get-Process -Id $PID).Path -ArgumentList '-NoProfile', '-NonInteractive', '-File', $runbook, '-WithinHours', '5' -RedirectStandardError $errors -Wait -PassThru
        $process.ExitCode | Should -Be 2
        Get-Content $errors | Should -Be '-BucketName is missing. Nothing was looked at.'
    }

    It 'says first what was not looked at, in the report too' {
        $emulator.Faults.Add([LiveStation.Emulator.Fault]::Error(500).On('GET', 'pageNo=1').Always())
        $told = @(& $runbook -BucketName archive -ReportPath $report 3>&1 6>&1)
        $LASTEXITCODE | Should -Be 2
        "$($told[0])" | Should -BeLike 'NOT LOOKED AT: the account*'
        $row = @(Import-Csv $report)
        $row | Should -HaveCount 1
        $row[0].Status | Should -Be 'NOT_LOOKED_AT'
        $row[0].Saved | Should -Be 'False'
    }

    It 'shows its help' {
        (Get-Help $runbook -Full | Out-String) | Should -Match 'Exit code: 0 all safe'
    }

    It 'ends with 2 where the module is not found' {
        # Away from the checkout, where it would find the module beside it.
        Copy-Item $runbook "$TestDrive/alone.ps1"
        $run = "`$env:PSModulePath = '$PSHOME/Modules'; & '$TestDrive/alone.ps1' -BucketName archive -ReportPath '$report'; exit `$LASTEXITCODE"
        & (Get-Process -Id $PID).Path -NoProfile -NonInteractive -Command $run 2>&1 | Out-String | Should -Match 'LiveStation'
        $LASTEXITCODE | Should -Be 2
    }
}
