# Real proxies: tinyproxy in front of openssl's server, whose certificate is made here. What it answers is a web page, so the last error
# shows that the call went through proxy and TLS. Only where both programs are installed.
Describe 'Behind a proxy' -Skip:(-not ((Get-Command tinyproxy, openssl -CommandType Application -ErrorAction Ignore).Count -ge 2 -and $IsLinux)) {
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

        function Start-Listener([string] $Program, [string[]] $Argument, [int] $Port) {
            $script:started += Start-Process $Program $Argument -PassThru -RedirectStandardOutput (Join-Path $TestDrive "$Port.out") -RedirectStandardError (Join-Path $TestDrive "$Port.err")
            $until = [datetime]::UtcNow.AddSeconds(20)
            while ($true) {
                try { [System.Net.Sockets.TcpClient]::new('127.0.0.1', $Port).Dispose(); return $Port }
                catch { if ([datetime]::UtcNow -gt $until) { throw "$Program does not listen." } }
            }
        }

        function Start-Proxy([string[]] $Line) {
            $port = Get-FreePort
            $file = Join-Path $TestDrive "$port.conf"
            Set-Content $file (@("Port $port", 'Listen 127.0.0.1', 'Timeout 20', 'Allow 127.0.0.1', "ConnectPort $script:service") + $Line)
            Start-Listener 'tinyproxy' @('-d', '-c', $file) $port
        }

        # A name that is no loopback address, and leads here all the same.
        $script:name = [System.Net.Dns]::GetHostName()
        $script:certificate = Join-Path $TestDrive 'certificate.pem'
        $key = Join-Path $TestDrive 'key.pem'
        & openssl req -x509 -newkey rsa:2048 -nodes -keyout $key -out $script:certificate -days 2 -subj "/CN=$script:name" -addext "subjectAltName=DNS:$script:name" 2>$null
        $script:service = Get-FreePort
        $null = Start-Listener 'openssl' @('s_server', '-accept', "$script:service", '-cert', $script:certificate, '-key', $key, '-www', '-quiet') $script:service
        $script:open = Start-Proxy @()
        $script:locked = Start-Proxy @('BasicAuth someone pass-marker')
        $script:closed = Get-FreePort

        function Test-Through([hashtable] $Variables, [string] $Argument) {
            $before = @{}
            foreach ($name in $Variables.Keys) { $before[$name] = [Environment]::GetEnvironmentVariable($name); [Environment]::SetEnvironmentVariable($name, $Variables[$name]) }
            try {
                $script = "Import-Module '$script:manifest'; `$null = Connect-LsAccount -AccessKey x -SecretKey (ConvertTo-SecureString y -AsPlainText -Force) -Endpoint https://$($script:name):$script:service -MaxAttempts 1 $Argument; `$test = Test-LsConnection; `$test.ErrorId; `"`$(`$test.Error.Message) `$((Get-LsContext).Proxy)`""
                & ([Environment]::ProcessPath) -NoProfile -NonInteractive -Command $script 2>&1
            }
            finally {
                foreach ($name in $before.Keys) { [Environment]::SetEnvironmentVariable($name, $before[$name]) }
            }
        }
    }

    AfterAll {
        $script:started | Stop-Process -ErrorAction Ignore
    }

    It 'goes through one that HTTPS_PROXY names, with a certificate that SSL_CERT_FILE names' {
        $said = Test-Through @{ HTTPS_PROXY = "http://127.0.0.1:$script:open"; SSL_CERT_FILE = $script:certificate } ''
        $said[0] | Should -Be 'InvalidResponse'
        $said[1] | Should -BeLike "*web page*http://127.0.0.1:$script:open (HTTPS_PROXY)"
    }

    It 'goes through one that wants a password, from the address or from -ProxyCredential' {
        (Test-Through @{ HTTPS_PROXY = "http://someone:pass-marker@127.0.0.1:$script:locked"; SSL_CERT_FILE = $script:certificate } '')[0] | Should -Be 'InvalidResponse'
        (Test-Through @{ SSL_CERT_FILE = $script:certificate } "-Proxy http://127.0.0.1:$script:locked -ProxyCredential ([pscredential]::new('someone', (ConvertTo-SecureString 'pass-marker' -AsPlainText -Force)))")[0] | Should -Be 'InvalidResponse'
    }

    It 'says that a password is wanted, and never which was given' {
        $said = Test-Through @{ HTTPS_PROXY = "http://someone:wrong-marker@127.0.0.1:$script:locked" } ''
        $said[0] | Should -Be 'ProxyLoginNeeded'
        $said -join ' ' | Should -Not -Match 'marker|someone'
        (Test-Through @{ HTTPS_PROXY = "http://127.0.0.1:$script:locked" } '')[0] | Should -Be 'ProxyLoginNeeded'
    }

    It 'says that it is down' {
        (Test-Through @{ HTTPS_PROXY = "http://127.0.0.1:$script:closed" } '')[0] | Should -Be 'ProxyUnreachable'
    }

    It 'says whose certificate is not trusted' {
        $said = Test-Through @{ HTTPS_PROXY = "http://127.0.0.1:$script:open" } ''
        $said[0] | Should -Be 'CertificateRefused'
        $said[1] | Should -BeLike "*issued by 'CN=$script:name'*"
    }

    It 'leaves out what NO_PROXY names' {
        $said = Test-Through @{ HTTPS_PROXY = "http://127.0.0.1:$script:closed"; NO_PROXY = $script:name; SSL_CERT_FILE = $script:certificate } ''
        $said[0] | Should -Be 'InvalidResponse'
    }
}
