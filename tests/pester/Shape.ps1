# What the help shows, and what its shape is: headers of tables, labels of lists, words of messages.
# Only the language and .NET, so that the bare engine of the other tests reads pages in the same way.

# Every page with examples: help, about topics, README, guide.
function Get-HelpFile([string] $Root) {
    foreach ($place in @('docs/en-US', '*-Ls*.md'), @('docs/en-US', 'about_*.txt'), @('', 'README.md'), @('docs/guide', '?-*.md')) {
        [IO.Directory]::GetFiles([IO.Path]::Combine($Root, $place[0]), $place[1])
    }
}

# The examples of a page, of the about topic or of the README. Output is null where the page does not say what is printed.
function Read-HelpExample([string] $Path) {
    $page = [IO.Path]::GetFileNameWithoutExtension($Path).Replace('.help', '')
    $text = [IO.File]::ReadAllText($Path).Replace("`r`n", "`n")
    if ($page -like '*-Ls*') {
        $start = $text.IndexOf("## EXAMPLES`n")
        $section = $text.Substring($start, $text.IndexOf("`n## PARAMETERS", $start) - $start)
        foreach ($part in [regex]::Split($section, '(?m)^### ')) {
            $code = [regex]::Match($part, '(?s)```powershell\n(.*?)```')
            if ($code.Success) {
                ConvertTo-HelpExample $page $part.Substring(0, $part.IndexOf(':')) $code.Groups[1].Value ([regex]::Match($part, '(?s)```output\n(.*?)```').Groups[1].Value) 80
            }
        }
    }
    elseif ($page -like 'about_*') {
        foreach ($block in [regex]::Matches($text, '(?m)(?<=\n\n)(?: {8,}\S.*\n)+')) {
            $code = [regex]::Replace($block.Value, '(?m)^ {8}', '')
            ConvertTo-HelpExample $page $code.Split("`n")[0] $code $null 80
        }
    }
    else {
        foreach ($fence in [regex]::Matches($text, '(?s)```(powershell|text)\n(.*?)```')) {
            $code = $fence.Groups[2].Value
            if ($fence.Groups[1].Value -eq 'powershell') {
                ConvertTo-HelpExample $page $code.Split("`n")[0] $code $null 120
                continue
            }

            foreach ($prompt in [regex]::Matches($code, '(?ms)^PS> (.*?)\n(.*?)(?=^PS> |\z)')) {
                # Connecting is told without its answer there.
                ConvertTo-HelpExample $page $prompt.Groups[1].Value $prompt.Groups[1].Value $(if ($prompt.Groups[2].Value.Trim()) { $prompt.Groups[2].Value } else { $null }) 120
            }
        }
    }
}

# What opens the session of a page. The guide connects with keys that open nothing; what follows goes to the offline service there.
function Get-HelpOpening([string] $Page) {
    $Opening
    if ($Page -match '^\d-') {
        'function Get-AutomationPSCredential([string] $Name) { [pscredential]::new($Name, [System.Net.NetworkCredential]::new("", "EXAMPLE").SecurePassword) }'
        'function Connect-LsAccount { $made = LiveStation\Connect-LsAccount @args; if (-not $made.Emulator) { $made = LiveStation\Connect-LsAccount -Emulator }; $made }'
    }
}

function ConvertTo-HelpExample([string] $Page, [string] $Title, [string] $Code, [object] $Output, [int] $Width) {
    [pscustomobject] @{ Page = $Page; Title = $Title.Trim(); Code = $Code; Output = $Output; Width = $Width }
}

function Get-ExampleName([object] $Example) {
    "$($Example.Page)/$($Example.Title)"
}

# What cannot run offline as it stands, and why. This list can only shrink.
$script:Elsewhere = @{
    'about_LiveStation/pwsh -NoProfile -File Save-ExpiringRecordings.ps1 -BucketName archive'                                                   = 'starts a script, see Rescue.Tests.ps1'
    'about_LiveStation/Connect-LsAccount -AccessKey <id> -SecretKey <SecureString>'                                                             = 'shows the syntax'
    'about_LiveStation/$studio = Connect-LsAccount -ProfileName studio'                                                                         = 'calls the real service'
    'Connect-LsAccount/Example 6'                                                                                                               = 'calls the real service'
    'Disconnect-LsAccount/Example 2'                                                                                                            = 'calls the real service'
    '1-first-list/Install-PSResource LiveStation'                                                                                               = 'installs a module, see Package.Tests.ps1'
    '4-runbooks/# Once, as the user that the task runs as:'                                                                                     = 'registers a task of Windows; what it starts is run by Guide.Tests.ps1'
    'README/pwsh -NoProfile -File samples/runbooks/Save-ExpiringRecordings.ps1 -BucketName archive -WithinHours 24 -ReportPath ./rescue.csv' = 'starts a script, see Rescue.Tests.ps1'
    'README/Import-Module LiveStation'                                                                                                          = 'wants the module installed, and ends the session'
}

# The same thing shown by a page, by a prompt and by a script has one shape, whatever the width of the window.
function Get-Shape([string] $Text) {
    $lines = [regex]::Replace($Text, '\e\[[0-9;]*m', '').Replace("`r`n", "`n").Split("`n")
    $shape = [Collections.Generic.List[string]]::new()
    $i = 0
    while ($i -lt $lines.Length) {
        $line = $lines[$i++].TrimEnd()
        if (-not $line) { continue }

        if ($i -lt $lines.Length -and $lines[$i] -match '^-[- ]*$') {
            $first = ++$i
            while ($i -lt $lines.Length -and $lines[$i].Trim() -and -not (Test-Message $lines[$i])) { $i++ }
            $shape.Add('table ' + [regex]::Replace($line.Trim(), '\s+', ' ') + " of $($i - $first) lines")
        }
        elseif ($line -match '^(\w+) +:( |$)') {
            # A list of many things repeats its labels.
            $label = 'list ' + $Matches[1]
            if (-not $shape.Contains($label)) { $shape.Add($label) }
            while ($i -lt $lines.Length -and $lines[$i] -match '^ +\S') { $i++ }
        }
        elseif ($line -match '^"\w+","') {
            $shape.Add('csv')
        }
        else {
            # The rest of a message, wherever a window has wrapped it.
            while ((Test-Message $line) -and $line -notmatch '(?s)^What if:.*"\.$' -and $i -lt $lines.Length -and $lines[$i].Trim() -and -not (Test-Message $lines[$i])) { $line += "`n" + $lines[$i++].TrimEnd() }
            # In a script an error shows its place, between its command and its words.
            $line = [regex]::Replace($line, '(?s)^([A-Z]\w+-\w+:).*\nLine \|\n.*?\n +\| +~+', '$1')
            $line = [regex]::Replace($line, '(?m)^ +\| ', '')
            $shape.Add((Hide-Value $line))
        }
    }

    [string[]] $shape
}

# What is wrong with what an example printed; nothing if all is well. Where the page does not show it, nothing may fail.
function Test-Example([object] $Example, [string] $Printed) {
    $shape = Get-Shape $Printed
    $expected = Get-Shape $Example.Output
    $wrong = if ($null -eq $Example.Output) { @($shape) -cmatch '^[A-Z]\w+(-\w+)?:' -cnotmatch '^(VERBOSE|WARNING|Whatif|Channel):' } else { ($shape -join "`n") -cne ($expected -join "`n") }
    if ($wrong) {
        "$(Get-ExampleName $Example): mend the page, or what is printed. The page has`n$($expected -join "`n")`nand printed is`n$($shape -join "`n")`nin full`n$Printed"
    }
}

function Test-Message([string] $Line) {
    $Line -cmatch '^(VERBOSE|WARNING|DEBUG|What if|\s+Recommendation|[A-Z][a-z]+-Ls\w+):(\s|$)'
}

# What differs from run to run: ids, traces, keys, numbers, and where lines are broken.
function Hide-Value([string] $Text) {
    $plain = [regex]::Replace($Text, '\s+', '')
    $plain = [regex]::Replace($plain, 'OFFLINE[A-Z0-9]+', '<key>')
    $plain = [regex]::Replace($plain, 'ls-\d{14}-\w{5}', '<channel>')
    $plain = [regex]::Replace($plain, 'trace[a-z0-9]{26}', '<trace>')
    [regex]::Replace($plain, '\d+', '0')
}

# The statements of an example, each as a prompt would run it: with the namespaces, in one session.
function Get-ExampleStatement([object] $Example, [string] $Module) {
    $ast = [Management.Automation.Language.Parser]::ParseInput($Example.Code.Replace('./LiveStation.psd1', $Module), [ref] $null, [ref] $null)
    foreach ($statement in $ast.EndBlock.Statements) {
        $statement.Extent.Text
    }
}

function Get-ExampleUsing([object[]] $Example) {
    foreach ($each in $Example) {
        foreach ($using in [Management.Automation.Language.Parser]::ParseInput($each.Code, [ref] $null, [ref] $null).UsingStatements) {
            $using.Extent.Text
        }
    }
}

# What a reader has before the first example: the profiles of the vendor's CLI, a vault, somebody at the keyboard, and something that failed.
$script:Profiles = @'
[DEFAULT]
ncloud_access_key_id = EXAMPLEACCESSKEY0001
ncloud_secret_access_key = EXAMPLE
[live]
ncloud_access_key_id = EXAMPLEACCESSKEY0002
ncloud_secret_access_key = EXAMPLE
ncloud_api_url = https://fin-ncloud.apigw.fin-ntruss.com
'@
$script:Opening = "`$vault = '$($PSScriptRoot.Replace("'", "''"))/Vault.psm1'`n" + @'
New-Module Microsoft.PowerShell.SecretManagement ([scriptblock]::Create([System.IO.File]::ReadAllText($vault))) | Import-Module -Global
Set-Secret livestation ([pscredential]::new('EXAMPLEACCESSKEY0003', [System.Net.NetworkCredential]::new('', 'EXAMPLE').SecurePassword))
$ProgressPreference = 'SilentlyContinue'
$ConfirmPreference = 'None'
function Read-Host([switch] $AsSecureString, [string] $Prompt) { $typed = [securestring]::new(); foreach ($c in [char[]] 'a-made-up-secret') { $typed.AppendChar($c) }; $typed }
Connect-LsAccount -Emulator > $null
Get-LsRecording no-such-channel -ErrorAction SilentlyContinue
'@
