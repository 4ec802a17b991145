Describe 'Records in a full shell' {
    BeforeAll {
        $script:manifest = if ($env:LIVESTATION_MODULE) { $env:LIVESTATION_MODULE } else { "$PSScriptRoot/../../LiveStation.psd1" }
        $script:manifest = (Resolve-Path $script:manifest).Path
        Import-Module $script:manifest
        $script:context = Connect-LsAccount -Emulator -TimeoutSec 600
        $script:weekly = 'ls-20260112200000-Wk7sB'
    }

    AfterAll {
        Disconnect-LsAccount
    }

    BeforeEach {
        $script:context.Emulator.ClearRequests()
        $script:context.Emulator.Faults.Clear()
    }

    Context 'Files' {
        It 'goes to CSV with all columns and nothing folded' {
            $csv = Join-Path $TestDrive 'recordings.csv'
            Get-LsRecording | Export-Csv $csv -NoTypeInformation
            $rows = Import-Csv $csv
            $rows.Count | Should -Be 16
            $rows[0].psobject.Properties.Name | Should -Be ([LiveStation.Recording].GetProperties().Name)
            $rows[0].FileName | Should -Be '137305-104077-202003231736.mp4'
            $rows[0].Status | Should -Be 'TransferReady'
            Get-Content $csv -Raw | Should -Not -Match 'System\.|LiveStation\.'
        }

        It 'writes channels to CSV without a stream key' {
            $csv = Join-Path $TestDrive 'channels.csv'
            $channels = Get-LsChannel
            $channels | Export-Csv $csv -NoTypeInformation
            $text = Get-Content $csv -Raw
            $text | Should -Not -Match 'System\.|LiveStation\.'
            $text | Should -Match '\uC544\uCE68\uB274\uC2A4'
            foreach ($channel in $channels) { $text.Contains($channel.StreamKey.Reveal()) | Should -BeFalse }
        }

        It 'does the job of the issue' {
            $csv = Join-Path $TestDrive 'job.csv'
            Get-LsRecording | Where-Object Status -eq TRANSFER_READY | Sort-Object ShouldDeleteTime | Export-Csv $csv -NoTypeInformation
            $rows = Import-Csv $csv
            $rows.Count | Should -Be 8
            $rows.Status | Sort-Object -Unique | Should -Be 'TransferReady'
            $times = $rows.ShouldDeleteTime | ForEach-Object { [datetime] $_ }
            $times | Should -Be ($times | Sort-Object)
        }

        It 'comes back from Clixml as what it was' {
            $xml = Join-Path $TestDrive 'recordings.xml'
            $before = Get-LsRecording
            $before | Export-Clixml $xml
            $after = Import-Clixml $xml
            $after.Count | Should -Be 16
            $after | ForEach-Object { $_ | Should -BeOfType ([LiveStation.Recording]) }
            Compare-Object $before $after -Property RecordId, Status, RecordBeginTime, ShouldDeleteTime, Duration, ObjectStorageUrl | Should -BeNullOrEmpty
            ($after | Where-Object Status -eq 'TRANSFER_READY').Count | Should -Be 8
            ($after | Where-Object { $_.ShouldDeleteTime -gt (Get-Date) }).Count | Should -BeGreaterThan 5
        }

        It 'hides keys and secrets in Clixml and JSON' {
            $xml = Join-Path $TestDrive 'secret.xml'
            $channel = Get-LsChannel $script:weekly
            $script:context, $channel | Export-Clixml $xml -Depth 10
            $text = (Get-Content $xml -Raw) + ($script:context | ConvertTo-Json -Depth 10 -WarningAction SilentlyContinue) + ($channel | ConvertTo-Json -Depth 10) + ($script:context | Format-List * -Force | Out-String) + ($channel | Format-List * -Force | Out-String)
            $text.Contains($script:context.Emulator.GetSecretKey()) | Should -BeFalse
            $text.Contains($channel.StreamKey.Reveal()) | Should -BeFalse
            $text | Should -Match $script:context.AccessKeyId
        }

        It 'goes to JSON with its values' {
            $json = Get-LsRecording $script:weekly | ConvertTo-Json | ConvertFrom-Json
            $json.Count | Should -Be 10
            $json[0].RecordId | Should -BeOfType [long]
            if ($PSEdition -eq 'Desktop') { return } # knows no -EnumsAsStrings
            (Get-LsRecording $script:weekly | ConvertTo-Json -EnumsAsStrings | ConvertFrom-Json)[0].Status | Should -Be 'Deleted'
        }
    }

    Context 'Pipelines' {
        It 'sorts, groups and measures' {
            (Get-LsRecording | Sort-Object Duration -Descending | Select-Object -First 1).RecordId | Should -Be 2700014
            $groups = Get-LsRecording | Group-Object Status
            ($groups | Where-Object Name -eq TransferReady).Count | Should -Be 8
            (Get-LsRecording | Measure-Object RecordId).Count | Should -Be 16
            (Get-LsRecording | Select-Object -ExpandProperty ChannelId -Unique).Count | Should -Be 3
        }

        It 'ends the request with Select-Object -First' {
            # The body never ends: only an ended request lets the pipeline end.
            $script:context.Emulator.Faults.Add([LiveStation.Emulator.Fault]::StalledBody(3000))
            (Get-LsRecording $script:weekly | Select-Object -First 1).ChannelId | Should -Be $script:weekly
            $script:context.Emulator.Faults.Pending | Should -BeNullOrEmpty
        }

        It 'asks for no page that Select-Object -First does not want' {
            1..120 | ForEach-Object { $null = $script:context.Emulator.Channels.Add("paged_$_") }
            $script:context.Emulator.ClearRequests()
            (Get-LsChannel | Select-Object -First 3).Count | Should -Be 3
            $script:context.Emulator.Requests.Count | Should -Be 1
        }

        It 'feeds channels to recordings' {
            (Get-LsChannel -Name weekly_show | Get-LsRecording).Count | Should -Be 10
            (Get-LsChannel -Name weekly_show | Select-Object ChannelId | Get-LsRecording).Count | Should -Be 10
            (Get-LsRecording $script:weekly | Select-Object ChannelId, RecordId -First 2 | Get-LsRecording).Count | Should -Be 2
        }

        It 'takes a context into parallel runspaces, which share nothing else' -Skip:($PSEdition -eq 'Desktop') {
            $found = 1..3 | ForEach-Object -Parallel {
                Import-Module $using:manifest
                if (Get-LsContext) { throw 'A context came along by itself.' }
                (Get-LsRecording $using:weekly -Context $using:context).Count
            } -ThrottleLimit 3
            $found | Should -Be 10, 10, 10
            $script:context.Emulator.Requests.Count | Should -Be 3
        }
    }

    Context 'Jobs' {
        BeforeAll {
            $script = {
                param($Manifest)
                Import-Module $Manifest
                $null = Connect-LsAccount -Emulator
                Get-LsRecording
                Get-LsChannel -Name weekly_show
            }
            $script:received = Start-Job $script -ArgumentList $script:manifest | Receive-Job -Wait -AutoRemoveJob
        }

        It 'brings records that filter, sort and bind' {
            $script:received.Count | Should -Be 17
            ($script:received | Where-Object Status -eq TransferReady).Count | Should -Be 8
            ($script:received | Where-Object StatusText -eq TRANSFER_READY).Count | Should -Be 8
            $order = $script:received | Where-Object ShouldDeleteTime | Sort-Object ShouldDeleteTime
            $order[0].RecordId | Should -Be 298
            ($script:received | Where-Object RecordId -eq 298 | Get-LsRecording).FileName | Should -Be '137305-104077-202003231736.mp4'
            ($script:received[-1] | Get-LsRecording).Count | Should -Be 10
        }

        It 'brings times as times of the same instant' {
            $time = ($script:received | Where-Object RecordId -eq 298).RecordBeginTime
            $time | Should -BeOfType [datetime]
            [DateTimeOffset]::new($time).ToUnixTimeMilliseconds() | Should -Be 1584952615000
            $script:received[2].Duration | Should -BeOfType [timespan]
        }

        It 'brings records where the module is not imported, too, and rebuilds them where it is' {
            $script = @"
`$m = '$script:manifest'
`$r = Start-Job { Import-Module `$using:m; `$null = Connect-LsAccount -Emulator; Get-LsRecording } | Receive-Job -Wait -AutoRemoveJob
`$r[0].psobject.TypeNames[0]
(`$r | Where-Object Status -eq TransferReady).Count
(`$r | Where-Object { `$_.RecordBeginTime -is [datetime] }).Count
Import-Module `$m
([LiveStation.Recording] `$r[0]).GetType().FullName
(`$r | ForEach-Object { [LiveStation.Recording] `$_ } | Where-Object Status -eq TRANSFER_READY).Count
"@
            & (Get-Process -Id $PID).Path -NoProfile -NonInteractive -Command $script | Should -Be 'Deserialized.LiveStation.Recording', 8, 16, 'LiveStation.Recording', 8
        }

        It 'knows no account in a job until the job connects' {
            $e = $null
            $null = Start-Job { Import-Module $using:manifest; $env:HOME = '/nonexistent'; Get-LsChannel } | Receive-Job -Wait -AutoRemoveJob -ErrorAction SilentlyContinue -ErrorVariable e
            $e[0].FullyQualifiedErrorId | Should -BeLike 'NotConnected,*'
            $e[0].ErrorDetails.RecommendedAction | Should -BeLike 'A job and a remote session *-SecretName*'
        }
    }

    Context 'Screens' {
        It 'fits <_> columns' -ForEach 80, 100, 150 {
            $lines = (Get-LsRecording | Out-String -Width $_) -split '\r?\n' -replace '\e\[[0-9;]*m'
            $lines | ForEach-Object { $_.Length } | Measure-Object -Maximum | Select-Object -ExpandProperty Maximum | Should -BeLessOrEqual $_
            ($lines -match '^ls-').Count | Should -Be 16
            $lines -match '^ChannelId +RecordId Status +Begin +Duration TimeLeft' | Should -HaveCount 1
        }

        It 'lists every property of a recording that has one' {
            $text = Get-LsRecording $script:weekly | Select-Object -First 1 | Format-List | Out-String
            foreach ($name in 'RecordId', 'ChannelId', 'Status', 'ShouldDeleteTime', 'FileName', 'UploadPath', 'ObjectStorageUrl') { $text | Should -Match "$name +.*:" }
        }
    }

    Context 'Help and completion' {
        It 'finds help with a synopsis and an example for <_>' -ForEach @('Connect-LsAccount', 'Get-LsChannel', 'Get-LsRecording', 'Resolve-LsError', 'Test-LsConnection') {
            $help = Get-Help $_ -Full
            $help.Synopsis | Should -Not -Match "^\s*$_ \["
            $help.description.Text | Should -Not -BeNullOrEmpty
            @($help.examples.example).Count | Should -BeGreaterThan 0
        }

        It 'completes <Line>' -ForEach @(
            @{ Line = 'Get-LsRecording -Status Tr'; Expected = 'Transfer', 'TransferFail', 'TransferFinish', 'TransferReady' }
            @{ Line = 'Get-LsRecording -RecordType H'; Expected = 'Hls' }
            @{ Line = 'Get-LsChannel -Status Pub'; Expected = 'Publishing' }
            @{ Line = 'Connect-LsAccount -Zone '; Expected = 'Financial', 'Public' }
            @{ Line = 'Get-LsRecording -Expir'; Expected = '-ExpiringWithin' }
        ) {
            (TabExpansion2 $Line $Line.Length).CompletionMatches.CompletionText | Sort-Object | Should -Be $Expected
        }
    }
}
