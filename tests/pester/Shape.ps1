# What a page of the help shows, and what its shape is: headers of tables, labels of lists, the kinds of messages.
# Only the language and .NET, so that the bare engine of the other tests reads pages in the same way.

function Read-HelpExample([string] $Path) {
    $text = [IO.File]::ReadAllText($Path).Replace("`r`n", "`n")
    $start = $text.IndexOf("## EXAMPLES`n")
    $end = $text.IndexOf("`n## PARAMETERS", $start)
    $section = $text.Substring($start, $end - $start)
    foreach ($part in [regex]::Split($section, '(?m)^### ')) {
        $code = [regex]::Match($part, '(?s)```powershell\n(.*?)```')
        if ($code.Success) {
            $output = [regex]::Match($part, '(?s)```output\n(.*?)```')
            [pscustomobject] @{ Title = $part.Substring(0, $part.IndexOf("`n")); Code = $code.Groups[1].Value; Output = $output.Groups[1].Value }
        }
    }
}

function Get-Shape([string] $Text) {
    $lines = [regex]::Replace($Text, '\e\[[0-9;]*m', '').Replace("`r`n", "`n").Split("`n")
    $shape = [Collections.Generic.List[string]]::new()
    for ($i = 0; $i -lt $lines.Length; $i++) {
        $line = $lines[$i].TrimEnd()
        $part = if ($i + 1 -lt $lines.Length -and $line -and $lines[$i + 1] -match '^-[- ]*$') { 'table ' + [regex]::Replace($line.Trim(), '\s+', ' '); $i++ }
        elseif ($line -match '^(\w+) +: ' -or $line -match '^(\w+) +:$') { 'list ' + $Matches[1] }
        elseif ($line -match '^(VERBOSE|WARNING|DEBUG|What if|\s+Recommendation):') { $Matches[1].Trim() }
        elseif ($line -cmatch '^([A-Z]\w+-\w+):( |$)') { 'error of ' + $Matches[1] }
        elseif ($line -match '^"\w+","') { 'csv' }
        else { '' }
        if ($part -and ($shape.Count -eq 0 -or $shape[$shape.Count - 1] -ne $part)) { $shape.Add($part) }
    }

    # A list of many things repeats its labels.
    [string[]] @([Linq.Enumerable]::Distinct($shape))
}

# The examples of a page as one script that prints what a prompt would: each statement by itself, in one session.
function Get-ExampleScript([string] $Module, [object[]] $Examples) {
    "Import-Module '$Module'"
    "`$PSStyle.OutputRendering = 'PlainText'; `$ProgressPreference = 'SilentlyContinue'"
    'Connect-LsAccount -Emulator > $null'
    foreach ($example in $Examples) {
        "'=====' | Out-Default"
        $ast = [Management.Automation.Language.Parser]::ParseInput($example.Code, [ref] $null, [ref] $null)
        foreach ($statement in $ast.EndBlock.Statements) {
            ". {`n$($statement.Extent.Text)`n} | Out-Default"
        }
    }
}
