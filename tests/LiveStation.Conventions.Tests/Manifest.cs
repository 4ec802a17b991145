using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation.Language;
using Xunit;

namespace LiveStation.Conventions.Tests;

/// <summary>A psd1 read as data: anything but literals fails.</summary>
internal static class Manifest
{
    public static IReadOnlyDictionary<string, object> Outer => Read(Repository.File("LiveStation.psd1"));

    public static IReadOnlyDictionary<string, object> Read(string path)
    {
        ScriptBlockAst script = Parser.ParseFile(path, out _, out ParseError[] errors);
        Assert.Empty(errors.Select(error => error.Message));
        Assert.Empty(script.FindAll(static ast => ast is CommandAst or VariableExpressionAst or SubExpressionAst or ExpandableStringExpressionAst or MemberExpressionAst or BinaryExpressionAst or IfStatementAst, searchNestedScriptBlocks: true).Select(ast => $"{path} is not literal: {ast}"));
        HashtableAst table = Assert.IsType<HashtableAst>(script.Find(static ast => ast is HashtableAst, searchNestedScriptBlocks: false));
        return ((Hashtable)table.SafeGetValue()).Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => entry.Value!, StringComparer.OrdinalIgnoreCase);
    }

    public static string[] List(this IReadOnlyDictionary<string, object> manifest, string name) =>
        ((IEnumerable)manifest[name]).Cast<object>().Select(item => item.ToString()!).ToArray();
}
