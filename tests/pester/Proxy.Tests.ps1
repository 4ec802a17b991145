# Real proxies: tinyproxy in front of openssl's server, whose certificate is made here. What it answers is a web page, so the last error
# shows that the call went through proxy and TLS. Only where both programs are installed, and not in
# the run on the package.
Describe 'Behind a proxy' -Skip:(-not ((Get-Command tinyproxy, openssl -CommandType Application -ErrorAction Ignore).Count -ge 2 -and $IsLinux) -or $env:LIVESTATION_MODULE -match '[\\/]out[\\/]') {
    BeforeAll {
        $script:manifest = if ($env:LIVESTATION_MODULE) { $env:LIVESTATION_MODULE } else { "$PSScriptRoot/../../LiveStation.psd1" }
        $script:manifest = (Resolve-Path $script:manifest).Path
        $script:started = @()

        function Get-FreePort {
            $listener = [System.Net.Sockets.TcpListener]::new([ipaddress]::Loopback, 0)
            $listener.Start()
            $listener.LocalEndpoint.Port
            $listener.Stop()
        }

        function Open-Listener([string] $Program, [string[]] $Argument, [int] $Port) {
            $script:started += Start-Process $Program $Argument -PassThru -RedirectStandardOutput (Join-Path $TestDrive "$Port.out") -RedirectStandardError (Join-Path $TestDrive "$Port.err")
            $until = [datetime]::UtcNow.AddSeconds(20)
            while ($true) {
                try { [System.Net.Sockets.TcpClient]::new('127.0.0.1', $Port).Dispose(); return $Port }
                catch { if ([datetime]::UtcNow -gt $until) { throw "$Program does not listen." } }
            }
        }

        function Open-Proxy([string[]] $Line) {
            $port = Get-FreePort
            $file = Join-Path $TestDrive "$port.conf"
            Set-Content $file (@("Port $port", 'Listen 127.0.0.1', 'Timeout 20', 'Allow 127.0.0.1', "ConnectPort $script:service") + $Line)
            Open-Listener 'tinyproxy' @('-d', '-c', $file) $port
        }

        # A name that is no loopback address, and leads here all the same.
        $script:name = [System.Net.Dns]::GetHostName()
        $script:certificate = Join-Path $TestDrive 'certificate.pem'
        $key = Join-Path $TestDrive 'key.pem'
        & openssl req -x509 -newkey rsa:2048 -nodes -keyout $key -out $script:certificate -days 2 -subj "/CN=$script:name" -addext "subjectAltName=DNS:$script:name" 2>$null
        $script:service = Get-FreePort
        $null = Open-Listener 'openssl' @('s_server', '-accept', "$script:service", '-cert', $script:certificate, '-key', $key, '-www', '-quiet') $script:service
        $script:open = Open-Proxy @()
        $script:locked = Open-Proxy @('BasicAuth someone pass-marker')
        $script:closed = Get-FreePort

        # Variables are read for each call, so that one process serves for many tries; its certificates are those that it began with.
        function Test-Each([string] $CertificateFile, [hashtable[]] $Case) {
            $before = $env:SSL_CERT_FILE
            $env:SSL_CERT_FILE = $CertificateFile
            try {
                $script = "Import-Module '$script:manifest'`n" + ($Case | ForEach-Object {
                    "`$env:HTTPS_PROXY = '$($_.Https)'; `$env:NO_PROXY = '$($_.No)'"
                    "`$null = Connect-LsAccount -AccessKey x -SecretKey ([System.Net.NetworkCredential]::new('', 'y').SecurePassword) -Endpoint https://$($script:name):$script:service -MaxAttempts 1 $($_.More)"
                    '$test = Test-LsConnection; "$($test.ErrorId)|$($test.Error.Message) $((Get-LsContext).Proxy)"'
                } | Out-String)
                & (Get-Process -Id $PID).Path -NoProfile -NonInteractive -Command $script 2>&1
            }
            finally {
                $env:SSL_CERT_FILE = $before
            }
        }
    }

    AfterAll {
        $script:started | Stop-Process -ErrorAction Ignore
    }

    It 'goes through it, with a login from the address or from -ProxyCredential, and past it where NO_PROXY says so' {
        $said = Test-Each $script:certificate @(
            @{ Https = "http://127.0.0.1:$script:open" }
            @{ Https = "http://someone:pass-marker@127.0.0.1:$script:locked" }
            @{ More = "-Proxy http://127.0.0.1:$script:locked -ProxyCredential ([pscredential]::new('someone', [System.Net.NetworkCredential]::new('', 'pass-marker').SecurePassword))" }
            @{ Https = "http://127.0.0.1:$script:closed"; No = $script:name }
        )
        $said | Should -HaveCount 4
        $said | Should -BeLike 'InvalidResponse|*web page*'
        $said[0] | Should -BeLike "*http://127.0.0.1:$script:open (HTTPS_PROXY)"
        $said[2] | Should -BeLike "*http://127.0.0.1:$script:locked (-Proxy)"
        $said -join ' ' | Should -Not -Match 'marker|someone'
    }

    It 'says what is in the way, and never a password' {
        $said = Test-Each '' @(
            @{ Https = "http://someone:wrong-marker@127.0.0.1:$script:locked" }
            @{ Https = "http://127.0.0.1:$script:locked" }
            @{ Https = "http://127.0.0.1:$script:closed" }
            @{ Https = "http://127.0.0.1:$script:open" }
        )
        ($said -split '\|')[0, 2, 4, 6] | Should -Be 'ProxyLoginNeeded', 'ProxyLoginNeeded', 'ProxyUnreachable', 'CertificateRefused'
        $said[3] | Should -BeLike "*issued by 'CN=$script:name'*"
        $said -join ' ' | Should -Not -Match 'marker|someone'
    }
}
