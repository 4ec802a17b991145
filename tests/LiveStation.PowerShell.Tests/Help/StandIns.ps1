# As much of the shell's own modules as the examples of the help use: the bare engine has none of it. What names a property that
# is not there fails.

function global:Read-Property($It, $Property) {
    if ($Property -is [System.Collections.IDictionary]) {
        $It | ForEach-Object $Property.Expression
        return
    }

    if ($null -eq $It.PSObject.Properties[$Property]) { throw "$($It.PSObject.TypeNames[0]) has no property $Property." }
    $It.$Property
}

function global:Select-Object([object[]] $Property, [int] $First = [int]::MaxValue, [string] $ExpandProperty) {
    foreach ($it in $input) {
        if ($First-- -le 0) { return }
        if ($ExpandProperty) { Read-Property $it $ExpandProperty; continue }
        if (-not $Property) { $it; continue }
        $row = [ordered] @{}
        foreach ($each in $Property) { $row[$(if ($each -is [string]) { $each } else { $each.Name })] = Read-Property $it $each }
        [pscustomobject] $row
    }
}

function global:Sort-Object {
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseApprovedVerbs', '', Justification = 'The name of the one that it stands in for.')]
    param([string] $Property)

    $by = $Property
    [System.Linq.Enumerable]::OrderBy([object[]] @($input), [Func[object, object]] { param($it) Read-Property $it $by })
}

function global:Group-Object([string] $Property, [switch] $NoElement) {
    $groups = [ordered] @{}
    foreach ($it in $input) { $groups["$(Read-Property $it $Property)"] += 1 }
    foreach ($name in $groups.Keys) { [pscustomobject] @{ Count = $groups[$name]; Name = $name } }
}

function global:Format-Table([string[]] $Property) {
    ''
    $Property -join ' '
    ($Property -replace '.', '-') -join ' '
    foreach ($it in $input) { ($Property | ForEach-Object { Read-Property $it $_ }) -join ' ' }
    ''
}

function global:Format-List([string[]] $Property) {
    foreach ($it in $input) { ''; foreach ($each in $Property) { "$each : $(Read-Property $it $each)" } }
}

function global:Set-Content([string] $Path) { [System.IO.File]::WriteAllLines((Join-Here $Path), [string[]] @($input)) }

function global:Get-ChildItem([string] $Path) { [System.IO.FileInfo]::new((Join-Here $Path)) }

# No cell of the examples has a comma.
function global:Export-Csv([string] $Path) {
    $rows = @($input)
    $names = @($rows[0].PSObject.Properties | Where-Object MemberType -In Property, NoteProperty | ForEach-Object Name)
    @($names -join ','; foreach ($row in $rows) { ($names | ForEach-Object { $row.$_ }) -join ',' }) | Set-Content $Path
}

function global:Import-Csv([string] $Path) {
    $header, $lines = [System.IO.File]::ReadAllLines((Join-Here $Path))
    $names = $header.Split(',')
    foreach ($line in $lines) {
        $row = [ordered] @{}
        $cells = $line.Split(',')
        for ($i = 0; $i -lt $names.Length; $i++) { $row[$names[$i]] = $cells[$i] }
        [pscustomobject] $row
    }
}

function global:Join-Here([string] $Path) { [System.IO.Path]::Combine($folder, $Path) }

function global:Get-Date { [datetime]::Now }

function global:Start-Sleep([int] $Seconds) { [System.Threading.Thread]::Sleep($Seconds * 1000) }

function global:Write-Error([string] $Message) { throw $Message }

function global:Write-Warning([string] $Message) { $Host.UI.WriteWarningLine($Message) }
