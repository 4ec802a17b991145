using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Xunit;

namespace LiveStation.PowerShell.Tests.Formatting;

/// <summary>Every table of every area: its headers at any width, and its columns by the names on the screen.</summary>
public partial class ColumnTests
{
    public static TheoryData<Type> Tables() => [.. Views.Columns.Keys];

    public static TheoryData<Type> Things() =>
        [.. Views.Made.Concat(typeof(ServiceRecord).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(ServiceRecord)) && !type.IsAbstract)).Distinct()];

    // The shell drops the columns that do not fit, and cuts the last one that is left: these are the widths that screens have.
    [Theory]
    [MemberData(nameof(Tables))]
    public void No_usual_width_breaks_a_header(Type type)
    {
        using Shell shell = new();
        shell.Set("thing", Views.Filled(type, "name"));
        int[] widths = [80, 100, 110, 120, 132, 160, 200];
        shell.Set("widths", widths);
        shell.Run("foreach ($width in $widths) { $Host.UI.RawUI.BufferSize = [System.Management.Automation.Host.Size]::new($width, 100); $thing | Out-Default; '=====' | Out-Default }").Quiet();

        string[] screens = Escapes().Replace(shell.Host.Text, "").Split("=====");

        Assert.Equal(widths.Length + 1, screens.Length);
        Assert.All(screens[..^1], (screen, index) =>
        {
            string[] lines = [.. screen.Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0).SkipWhile(IsGroup)];
            string[] headers = lines[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            Assert.Equal(Views.Columns[type].Take(headers.Length), headers);
            Assert.Matches("^[- ]+$", lines[1]);
            Assert.All(lines, line => Assert.True(line.Length <= widths[index], line));
        });
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void A_column_filters_by_the_name_on_the_screen(Type type)
    {
        using Shell shell = new();
        shell.Set("filled", Views.Filled(type, "name"));
        shell.Run($"$xml = [System.Management.Automation.PSSerializer]::Serialize($filled, 2).Replace('<T>{type.FullName}</T>', '<T>Other</T>'); $bag = [System.Management.Automation.PSSerializer]::Deserialize($xml); $bag.psobject.TypeNames.Insert(0, 'Deserialized.{type.FullName}')").Quiet();

        foreach (string column in Views.Columns[type])
        {
            shell.Set("column", column);
            foreach (string thing in new[] { "$filled", "$bag" })
            {
                Assert.Single(shell.Run($"{thing} | Where-Object $column").Quiet().Output);
                // Time goes on.
                string same = column == nameof(Recording.TimeLeft) ? "-le" : "-eq";
                Assert.Single(shell.Run($"{thing} | Where-Object $column {same} {thing}.$column").Quiet().Output);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void A_short_name_is_no_second_property(Type type)
    {
        using Shell shell = new();
        shell.Set("thing", Views.Filled(type, "name"));

        Assert.Equal(type.GetProperties().Select(property => property.Name), shell.Run("$thing.psobject.Properties.Name").Quiet().Texts());
    }

    [Theory]
    [MemberData(nameof(Things))]
    public void No_members_have_names_of_the_compiler(Type type)
    {
        using Shell shell = new();
        shell.Set("thing", Views.Filled(type, "name"));

        IReadOnlyList<string> names = shell.Run("$thing.psobject.Members.Name").Quiet().Texts();

        Assert.Contains("ToString", names);
        Assert.All(names, name => Assert.Matches("^([gs]et_)?[A-Za-z0-9]+$", name));
        Assert.DoesNotContain("Deconstruct", names);
        Assert.DoesNotContain("EqualityContract", names);
    }

    [Theory]
    [MemberData(nameof(Things))]
    public void As_text_a_thing_is_one_short_line(Type type)
    {
        string text = Views.Filled(type, "name").ToString()!;

        Assert.InRange(text.Length, 4, 100);
        Assert.DoesNotContain(type.Name + " {", text, StringComparison.Ordinal);
        Assert.NotEqual(type.FullName, text);
    }

    // Whatever the service writes moves no cursor, forges no line and turns no text around.
    [Theory]
    [MemberData(nameof(Things))]
    public void Control_characters_of_the_service_reach_no_screen(Type type)
    {
        using Shell shell = new(width: 500);
        shell.Set("thing", Views.Filled(type, "a\u001b[2Jb\r\nforged\u202ec\u0007"));
        shell.Run("$thing | Out-Default; \"$thing\" | Out-Default").Quiet();

        // Colours are the shell's own.
        string shown = Escapes().Replace(shell.Host.Text, "").ReplaceLineEndings("\n");

        Assert.True(shown.Contains("a [2Jb  forged", StringComparison.Ordinal) || !type.GetProperties().Any(property => property.PropertyType == typeof(string) && property.Name is not ("EmailAddress" or "CellPhoneNo")), shown);
        Assert.DoesNotContain(shown, c => c != '\n' && (char.IsControl(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.Format));
        Assert.DoesNotMatch(ForgedLine(), shown);
    }

    // The line above a table that is one of several.
    private static bool IsGroup(string line) => Group().IsMatch(line);

    [GeneratedRegex("^   \\w+: ")]
    private static partial Regex Group();

    [GeneratedRegex("\u001b\\[[0-9;]*m")]
    private static partial Regex Escapes();

    [GeneratedRegex("(?m)^forged")]
    private static partial Regex ForgedLine();
}
