using Xunit;

namespace LiveStation.Core.Tests.Errors;

public sealed class MistakenIdTests
{
    private const string ByName = "That does not look like an id, such as ls-20260112200000-Wk7sB. If it is a name, Get-LsChannel -Name {0} gives the id.";
    private const string ByNumber = "That looks like the number of a recording, which its channel is given with: Get-LsRecording -ChannelId <id> -RecordId {0}. If it is the name of a channel, Get-LsChannel -Name {0} gives the id.";

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("/7")]
    [InlineData("ls-20260112200000-Wk7sB")]
    [InlineData("LS-1")]
    [InlineData("ls-1/2700007")]
    public void What_looks_like_an_id_gets_no_advice(string? target) => Assert.Null(MistakenId.Advice(target, "Get-LsChannel", true));

    [Theory]
    [InlineData("weekly_show", "weekly_show")]
    [InlineData("weekly_show/7", "weekly_show")]
    [InlineData(",weekly_show;", "',weekly_show;'")]
    [InlineData("ls-*", "'ls-*'")]
    [InlineData("?s-1", "'?s-1'")]
    [InlineData("*", "'*'")]
    [InlineData("12:4", "'12:4'")]
    [InlineData("12a", "'12a'")]
    public void A_name_is_looked_up_by_name(string target, string quoted) => Assert.Equal(ByName.Replace("{0}", quoted), MistakenId.Advice(target, "Get-LsChannel", true));

    [Theory]
    [InlineData("0123456789", true, ByNumber)]
    [InlineData("2700007", false, ByName)]
    public void A_number_is_a_recordings_where_there_are_recordings(string target, bool areRecorded, string advice) =>
        Assert.Equal(advice.Replace("{0}", target), MistakenId.Advice(target, "Get-LsChannel", areRecorded));

    [Theory]
    [InlineData("ls-1,ls-2", "'ls-1', 'ls-2'")]
    [InlineData("ls-1; it's", "'ls-1', 'it''s'")]
    [InlineData("ls-1 ls-2", "'ls-1', 'ls-2'")]
    public void Several_ids_in_one_text_are_told_apart(string target, string list) =>
        Assert.Equal($"That is one text. Several ids are a list: {list}.", MistakenId.Advice(target, "Get-LsChannel", true));

    [Fact]
    public void A_text_that_is_longer_than_any_slip_gets_no_advice()
    {
        Assert.NotNull(MistakenId.Advice(new string('a', 100), "Get-LsChannel", true));
        Assert.Null(MistakenId.Advice(new string('a', 101), "Get-LsChannel", true));
    }
}
