using System;
using System.Text;
using System.Text.Json;
using Xunit;

namespace LiveStation.Core.Tests.Json;

public sealed class JsonBodyTests
{
    [Fact]
    public void What_is_null_is_left_out()
    {
        Assert.Equal("{}", Write(static writer =>
        {
            writer.Text("text", null);
            writer.Number("number", null);
            writer.Real("real", null);
            writer.Milliseconds("span", null);
            writer.Flag("flag", null);
            writer.Wire<RecordStatus>("state", null);
            writer.Wire<RecordStatus>("unknown", RecordStatus.Unknown);
        }));
    }

    [Fact]
    public void What_is_there_is_written_as_the_service_reads_it()
    {
        Assert.Equal("{\"text\":\"\",\"number\":0,\"real\":23.97,\"span\":1500,\"flag\":false,\"state\":\"TRANSFER_READY\",\"ids\":[2,1],\"inner\":{\"a\":\"b\"}}", Write(static writer =>
        {
            writer.Text("text", "");
            writer.Number("number", 0);
            writer.Real("real", 23.97);
            writer.Milliseconds("span", TimeSpan.FromSeconds(1.5));
            writer.Flag("flag", false);
            writer.Wire<RecordStatus>("state", RecordStatus.TransferReady);
            writer.Numbers("ids", [2, 1]);
            writer.Object("inner", static inner => inner.Text("a", "b"));
        }));
    }

    [Theory]
    [InlineData(1e15)]
    [InlineData(-1e15)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_number_that_would_lose_its_last_digits_is_not_sent(double number)
    {
        LiveStationArgumentException error = Assert.Throws<LiveStationArgumentException>(() => Write(writer => writer.Real("fps", number)));

        Assert.Equal("InvalidNumber", error.ErrorId);
        Assert.StartsWith("fps: ", error.Message, StringComparison.Ordinal);
        Assert.EndsWith(" is no number that can be sent. Nothing was sent.", error.Message, StringComparison.Ordinal);
        Assert.Equal("Give a smaller number.", error.Recommendation);
        Assert.Equal("{\"fps\":999999999999999}", Write(static writer => writer.Real("fps", 999999999999999)));
    }

    private static string Write(Action<Utf8JsonWriter> fields) => Encoding.UTF8.GetString(JsonBody.Of(fields));
}
