using System.Text;
using System.Text.Json;
using Xunit;

namespace LiveStation.Core.Tests.Json;

/// <summary>The spellings of states: the API's, an older one, ours, and what somebody types.</summary>
public sealed class WireNamesTests
{
    [Theory]
    [InlineData("TRANSFER_READY")]
    [InlineData("TransferReady")]
    [InlineData("transfer ready")]
    [InlineData("Transfer,Ready")]
    [InlineData("_TRANSFERREADY_")]
    public void A_state_is_known_in_any_spelling(string text)
    {
        Assert.True(WireNames<RecordStatus>.TryRead(text, out RecordStatus status));
        Assert.Equal(RecordStatus.TransferReady, status);
    }

    [Theory]
    [InlineData("PUBLISHING")]
    [InlineData("PUBLISH")]
    public void An_older_name_is_one_too(string text)
    {
        Assert.True(WireNames<ChannelStatus>.TryRead(text, out ChannelStatus status));
        Assert.Equal(ChannelStatus.Publishing, status);
    }

    // Its name as ours would be HLS_DASH.
    [Fact]
    public void A_name_of_its_own_goes_before_the_one_made_of_ours()
    {
        Assert.Equal((OutputProtocol.HlsDash, "HLS,DASH"), Read<OutputProtocol>("HLS,DASH"));
        Assert.Equal((QualitySetType.LlHls, "llhls"), Read<QualitySetType>("llhls"));
    }

    [Theory]
    [InlineData("Unknown")]
    [InlineData("UNKNOWN")]
    [InlineData("TRANSFERRED")]
    [InlineData("")]
    public void What_is_no_state_is_unknown(string text)
    {
        Assert.False(WireNames<RecordStatus>.TryRead(text, out RecordStatus status));
        Assert.Equal(RecordStatus.Unknown, status);
    }

    [Theory]
    [InlineData("TRANSFER_READY", RecordStatus.TransferReady, "TRANSFER_READY")]
    [InlineData("transfer_ready", RecordStatus.TransferReady, "transfer_ready")]
    [InlineData("ARCHIVED", RecordStatus.Unknown, "ARCHIVED")]
    [InlineData("-", RecordStatus.Unknown, null)]
    [InlineData("", RecordStatus.Unknown, null)]
    public void A_text_is_kept_as_it_came_and_a_dash_is_none(string text, RecordStatus status, string? kept)
    {
        Assert.Equal((status, kept), Read<RecordStatus>(text));
        Assert.Equal(kept, WireNames<RecordStatus>.Read(text, out RecordStatus read));
        Assert.Equal(status, read);
    }

    private static (T Value, string? Text) Read<T>(string text)
        where T : struct, System.Enum
    {
        Utf8JsonReader reader = new(Encoding.UTF8.GetBytes($"\"{text}\""));
        Assert.True(reader.Read());
        string? kept = WireNames<T>.Read(ref reader, out T value);
        return (value, kept);
    }
}
