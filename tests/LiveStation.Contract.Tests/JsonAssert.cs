using System.Text.Json.Nodes;
using Xunit;

namespace LiveStation.Contract.Tests;

internal static class JsonAssert
{
    /// <summary>The same fields with the same values, in any order.</summary>
    public static void Same(string expected, string actual) => Same(JsonNode.Parse(expected), JsonNode.Parse(actual));

    public static void Same(JsonNode? expected, JsonNode? actual) =>
        Assert.True(JsonNode.DeepEquals(expected, actual), $"Expected: {expected?.ToJsonString()}\nActual:   {actual?.ToJsonString()}");
}
