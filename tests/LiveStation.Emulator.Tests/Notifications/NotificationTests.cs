using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace LiveStation.Emulator.Tests;

public class NotificationTests
{
    private const string Mail = """{"alertOn":true,"alertStreamFailOver":true,"notificationManagerList":[{"managerNo":100001,"notifyType":"EMAIL","emailAddress":"sample@example.com"}]}""";

    [Fact]
    public async Task Groups_have_people_and_everybody_is_in_group_zero()
    {
        (Caller caller, _) = Caller.Offline(seed: true);
        caller.Emulator.Notifications.AddGroup(7, "night");
        caller.Emulator.Notifications.AddManager(5, "Owl", "owl@example.com", "", 7);

        Reply groups = await caller.SendAsync("GET", "/notification/manager-groups");
        Assert.Equal(["0 ALL MANAGER GROUP", "4741 testgroup", "4248 group-1", "7 night"], groups.Json["content"]!.AsArray().Select(group => $"{group!["managerGroupNo"]} {group["groupName"]}"));
        Assert.Null(groups.Json["total"]);
        Assert.Equal(4, (await caller.ContentAsync("GET", "/notification/manager-groups/0")).AsArray().Count);
        JsonNode owl = Assert.Single((await caller.ContentAsync("GET", "/notification/manager-groups/7")).AsArray())!;
        Assert.Equal("""{"managerNo":5,"managerName":"Owl","cellPhoneNo":"","emailAddress":"owl@example.com"}""", owl.ToJsonString());
        await caller.ExpectAsync("GET", "/notification/manager-groups/99", null, 250004);
        await caller.ExpectAsync("GET", "/notification/manager-groups/all", null, 250021);
        Assert.Equal("4 managers", caller.Emulator.Notifications.ToString());
    }

    [Fact]
    public async Task What_is_set_shows_on_the_channel_but_for_who_is_told()
    {
        (Caller caller, _) = Caller.Offline(seed: true);
        string id = caller.Emulator.Channels.Ids[0];

        JsonNode answer = await caller.ContentAsync("POST", $"/notification/{id}/for-general-channel", Mail);

        Assert.Empty(answer.AsObject());
        JsonNode channel = await caller.ContentAsync("GET", "/channels/" + id);
        Assert.True((bool)channel["alertOn"]!);
        Assert.Equal(
            """{"alertChangeStatus":false,"alertVodUploadFail":false,"alertReStreamFail":false,"alertShortClipFail":false,"alertStreamFailOver":true,"alertGeneralChannelError":false}""",
            channel["alertOptions"]!.ToJsonString());
        Assert.Equal(["EMAIL 100001"], caller.Emulator.Notifications.RecipientsOf(id));
        await caller.ContentAsync("POST", $"/notification/{id}/for-general-channel", """{"alertOn":false,"notificationManagerList":[]}""");
        Assert.Empty(caller.Emulator.Notifications.RecipientsOf(id));
    }

    [Theory]
    [InlineData("alertOn", 250011)]
    [InlineData("notificationManagerList", 250011)]
    [InlineData("notificationManagerList=[]", 250011)]
    [InlineData("notificationManagerList=[5]", 250002)]
    [InlineData("notificationManagerList=[{\"notifyType\":\"EMAIL\",\"emailAddress\":\"a@example.com\"}]", 250011)]
    [InlineData("notificationManagerList=[{\"managerNo\":100001,\"emailAddress\":\"a@example.com\"}]", 250011)]
    [InlineData("notificationManagerList=[{\"managerNo\":100001,\"notifyType\":\"PIGEON\"}]", 250111)]
    [InlineData("notificationManagerList=[{\"managerNo\":100001,\"notifyType\":\"EMAIL\",\"cellPhoneNo\":\"010\"}]", 250011)]
    [InlineData("notificationManagerList=[{\"managerNo\":100001,\"notifyType\":\"SMS\",\"cellPhoneNo\":1012345678}]", 250002)]
    [InlineData("notificationManagerList=[{\"managerNo\":4,\"notifyType\":\"SMS\",\"cellPhoneNo\":\"010\"}]", 250112)]
    [InlineData("notificationManagerList=[{\"managerNo\":100001,\"notifyType\":\"SMS\",\"cellPhoneNo\":\"010\"},{\"managerNo\":100002,\"notifyType\":\"EMAIL\",\"emailAddress\":\"a\"}]", 250112)]
    public async Task A_list_that_nobody_can_be_told_by_is_refused_and_changes_nothing(string change, int code)
    {
        (Caller caller, _) = Caller.Offline(seed: true);
        string id = caller.Emulator.Channels.Ids[0];

        await caller.ExpectAsync("POST", $"/notification/{id}/for-general-channel", Bodies.With(Mail, change), code);

        Assert.Empty(caller.Emulator.Notifications.RecipientsOf(id));
        Assert.True((bool)(await caller.ContentAsync("GET", "/channels/" + id))["alertOptions"]!["alertChangeStatus"]!);
        await caller.ExpectAsync("POST", "/notification/ls-none/for-general-channel", Mail, 250123);
    }
}
