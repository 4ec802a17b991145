# The day of an operator, in a real shell against the offline service: each step prints what is wanted, and all of it takes seconds.
Describe 'The day of a channel' {
    BeforeAll {
        $manifest = if ($env:LIVESTATION_MODULE) { $env:LIVESTATION_MODULE } else { "$PSScriptRoot/../../LiveStation.psd1" }
        Import-Module (Resolve-Path $manifest).Path -Force
        $script:watch = [Diagnostics.Stopwatch]::StartNew()
        $null = Connect-LsAccount -Emulator

        function Show($it) { ($it | Out-String -Width 120).Trim() }
    }

    AfterAll {
        Disconnect-LsAccount
    }

    It 'makes a channel and waits until it is ready' {
        $script:channel = New-LsChannel -ChannelName day_show -QualitySetId 3 -ProfileId 4207 -Wait
        $channel.ChannelStatus | Should -Be 'Ready'
        Show $channel | Should -Match 'day_show'
        Show $channel | Should -Match 'Ready'
    }

    It 'goes on air' {
        (Get-LsContext).Emulator.Channels.StartPublishing($channel.ChannelId)
        ($channel | Wait-LsChannel -Status Publishing).ChannelStatus | Should -Be 'PUBLISHING'
        Show ($channel | Get-LsStreamMetadata) | Should -Match '1280'
        Show ($channel | Get-LsServiceUrl) | Should -Match 'https://'
    }

    It 'records' {
        $started = $channel | Start-LsRecording
        $started.Status | Should -Be 'Recording'
        Show $started | Should -Match $started.RecordId
        ($channel | Stop-LsRecording).RecordId | Should -Be $started.RecordId
    }

    It 'moves the recording to a bucket' {
        $done = Get-LsRecording $channel.ChannelId | Export-LsRecording -BucketName b -Wait
        $done.Status | Should -Be 'TransferFinish'
        Show $done | Should -Match 'TransferFinish'
        $done.ObjectStorageUrl | Should -Match '^https://.+/b/'
    }

    It 'deletes the temporary recording' {
        Get-LsRecording $channel.ChannelId | Remove-LsRecording -Confirm:$false
        (Get-LsRecording $channel.ChannelId).Status | Should -Be 'Deleted'
    }

    It 'goes off air, asks what deleting would do, and deletes' {
        (Get-LsContext).Emulator.Channels.StopPublishing($channel.ChannelId)
        $channel | Remove-LsChannel -WhatIf
        (Get-LsChannel $channel.ChannelId).ChannelName | Should -Be 'day_show'
        $channel | Remove-LsChannel -Force
        (Get-LsChannel $channel.ChannelId).ChannelStatus | Should -Be 'Deleted'
    }

    It 'took less than ten seconds' {
        $script:watch.Elapsed.TotalSeconds | Should -BeLessThan 10
    }
}
