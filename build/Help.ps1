<#
.SYNOPSIS
Makes the help that Get-Help shows out of the markdown in docs/en-US.
.DESCRIPTION
Writes src/LiveStation.PowerShell/en-US/LiveStation.PowerShell.dll-Help.xml, which is committed, so that only
who changes the help needs Microsoft.PowerShell.PlatyPS. Run it after a build: build.ps1 -Task Help.
Microsoft.PowerShell.PlatyPS 1.0 leaves every example whole in its introduction, fences and all, keeps the line
breaks of the markdown, and drops default values; the second half of this script puts that right.
#>
[CmdletBinding()]
param()

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version 3.0

$root = Split-Path -Parent $PSScriptRoot
$target = [System.IO.Path]::Combine($root, 'src', 'LiveStation.PowerShell', 'en-US', 'LiveStation.PowerShell.dll-Help.xml')
$namespaces = @{
    maml    = 'http://schemas.microsoft.com/maml/2004/10'
    command = 'http://schemas.microsoft.com/maml/dev/command/2004/10'
    dev     = 'http://schemas.microsoft.com/maml/dev/2004/10'
}

# Markdown of prose as plain text, a paragraph each: wrapped lines are joined, points of a list keep lines of their own.
function ConvertTo-Paragraph([string] $Markdown) {
    $text = $Markdown -replace "`r" -replace '`'
    foreach ($block in ($text -split '\n\s*\n')) {
        $paragraph = ($block.Trim() -replace '\n\s*(?!- )', ' ')
        if ($paragraph) {
            $paragraph
        }
    }
}

function Write-Paragraph([System.Xml.XmlElement] $Parent, [string[]] $Paragraph) {
    $Parent.RemoveAll()
    foreach ($text in $Paragraph) {
        $node = $Parent.OwnerDocument.CreateElement('maml', 'para', $namespaces.maml)
        $node.InnerText = $text
        $null = $Parent.AppendChild($node)
    }
}

function Find-Node([System.Xml.XmlNode] $From, [string] $XPath) {
    Select-Xml -Xml $From -XPath $XPath -Namespace $namespaces | ForEach-Object Node
}

# Get-Help takes the blanks before the first line of a block away and no others, so that a table would stand askew.
function Clear-Indent([string] $Block) {
    $first, $rest = $Block -split '(?=\n\n)', 2
    $indent = ($first -split '\n' | ForEach-Object { $_.Length - $_.TrimStart().Length } | Measure-Object -Minimum).Minimum
    ($first -replace "(?m)^ {$indent}") + $rest
}

# The first code block is the code. What stands before it is the introduction; output and what follows are the remarks.
function Edit-Example([System.Xml.XmlElement] $Example) {
    $introduction = Find-Node $Example 'maml:introduction'
    $markdown = (Find-Node $introduction 'maml:para').InnerText.Where({ $_ -ne [string][char]0x80 }) -join "`n`n"
    $code = [regex]::Match($markdown, '(?s)```powershell\n(.*?)\n```')
    if (-not $code.Success) {
        throw "An example has no powershell block: $($Example.title)"
    }

    $remarks = foreach ($part in [regex]::Split($markdown.Substring($code.Index + $code.Length), '(?s)(```output\n.*?\n```)')) {
        if ($part -match '(?s)^```output\n(.*)\n```$') {
            Clear-Indent $Matches[1]
        }
        else {
            ConvertTo-Paragraph $part
        }
    }
    # Get-Help puts no line end behind the introduction, and none between two examples.
    $before = @(ConvertTo-Paragraph $markdown.Substring(0, $code.Index))
    if ($before) {
        $before[-1] += "`n`n"
    }

    Write-Paragraph $introduction $before
    (Find-Node $Example 'dev:code').InnerText = $code.Groups[1].Value
    Write-Paragraph (Find-Node $Example 'dev:remarks') (@($remarks) + '')
}

function Edit-Parameter([System.Xml.XmlElement] $Command, [object] $Help) {
    foreach ($parameter in Find-Node $Command 'command:parameters/command:parameter') {
        $name = (Find-Node $parameter 'maml:name').InnerText
        $value = Find-Node $parameter 'command:parameterValue'
        $short = Find-Node $Command "command:syntax/command:syntaxItem/command:parameter[maml:name='$name']/command:parameterValue" | Select-Object -First 1
        if ($value -and $short) {
            $value.InnerText = $short.InnerText
        }

        $default = ($Help.Parameters | Where-Object Name -EQ $name).DefaultValue
        if ($default -and -not (Find-Node $parameter 'dev:defaultValue')) {
            $node = $Command.OwnerDocument.CreateElement('dev', 'defaultValue', $namespaces.dev)
            $node.InnerText = $default
            $null = $parameter.AppendChild($node)
        }
    }
}

# Unknown is what a value that is newer than the module reads as, nothing that one would give.
function Edit-Syntax([System.Xml.XmlElement] $Command) {
    foreach ($value in @(Find-Node $Command ".//command:parameterValueGroup/command:parameterValue[.='Unknown']")) {
        $null = $value.ParentNode.RemoveChild($value)
    }
}

# The first address is what Get-Help -Online opens. Names of other topics carry none.
function Edit-Link([System.Xml.XmlElement] $Command) {
    foreach ($link in @(Find-Node $Command 'command:relatedLinks/maml:navigationLink')) {
        $uri = Find-Node $link 'maml:uri'
        if ((Find-Node $link 'maml:linkText').InnerText -eq 'Online Version' -and -not $uri.InnerText) {
            $null = $link.ParentNode.RemoveChild($link)
        }
        elseif ($uri.InnerText -notmatch '^https://') {
            $uri.InnerText = ''
        }
    }
}

if (-not (Get-Module -ListAvailable -Name Microsoft.PowerShell.PlatyPS)) {
    throw 'Help is made with the module Microsoft.PowerShell.PlatyPS 1.0: Install-PSResource Microsoft.PowerShell.PlatyPS. A build does not need it: its output is committed.'
}

$manifest = Join-Path $root 'LiveStation.psd1'
if (-not (Test-Path (Join-Path $root 'bin/net8.0/LiveStation.PowerShell.dll'))) {
    throw 'The module is not built: dotnet build src/LiveStation.PowerShell'
}

Import-Module Microsoft.PowerShell.PlatyPS, $manifest
$pages = Get-ChildItem (Join-Path $root 'docs/en-US') -Filter '*-Ls*.md' | Sort-Object Name
$missing = (Get-Module LiveStation).ExportedCmdlets.Keys | Where-Object { $_ -notin $pages.BaseName }
if ($missing) {
    Write-Warning "No page in docs/en-US for: $($missing -join ', ')"
}

$help = $pages.FullName | Import-MarkdownCommandHelp
$scratch = Join-Path ([System.IO.Path]::GetTempPath()) ([guid]::NewGuid())
try {
    $made = $help | Export-MamlCommandHelp -OutputFolder $scratch
    $document = [xml]::new()
    $document.Load(@($made)[0].FullName)
}
finally {
    Remove-Item $scratch -Recurse -Force -ErrorAction Ignore
}

foreach ($command in Find-Node $document '/*/command:command') {
    $name = (Find-Node $command 'command:details/command:name').InnerText
    foreach ($node in Find-Node $command './/maml:description[maml:para] | .//maml:alert[maml:para]') {
        Write-Paragraph $node @(ConvertTo-Paragraph ((Find-Node $node 'maml:para').InnerText -join "`n`n"))
    }

    foreach ($example in Find-Node $command 'command:examples/command:example') {
        Edit-Example $example
    }

    Edit-Parameter $command ($help | Where-Object Title -EQ $name)
    Edit-Syntax $command
    Edit-Link $command
}

$settings = [System.Xml.XmlWriterSettings]@{
    Indent          = $true
    NewLineChars    = "`n"
    NewLineHandling = 'Replace'
    Encoding        = [System.Text.UTF8Encoding]::new($false)
}
$null = New-Item (Split-Path -Parent $target) -ItemType Directory -Force
$writer = [System.Xml.XmlWriter]::Create($target, $settings)
$document.Save($writer)
$writer.Dispose()
[System.IO.File]::AppendAllText($target, "`n")
Get-Item $target
