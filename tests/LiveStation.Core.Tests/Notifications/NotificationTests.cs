using System;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using LiveStation.Core.Tests.Support;
using Xunit;

namespace LiveStation.Core.Tests.Notifications;

public sealed class NotificationTests
{
    private static readonly NotificationManager Person = new() { ManagerNo = 5, ManagerName = "Night", EmailAddress = "mail-marker@example.com", CellPhoneNo = "01098765432" };

    [Fact]
    public async Task The_example_of_the_API_notes_is_read_and_knows_its_group()
    {
        NotificationManager manager = Assert.Single(await Expect.All(Clients.Of(new ScriptedHandler(ScriptedHandler.Json(Repository.Body("notificationManagerList.1")))).Notifications.ListManagersAsync(4741)));

        Assert.Equal((100001, "Gildong Hong", "sample@example.com", "01012345678", 4741), (manager.ManagerNo, manager.ManagerName, manager.EmailAddress, manager.CellPhoneNo, manager.ManagerGroupNo));
        Assert.Equal("Gildong Hong (100001)", manager.ToString());
    }

    [Fact]
    public void What_is_shown_of_people_holds_no_address_and_no_number()
    {
        NotificationRecipient recipient = NotificationRecipient.Of(Person, NotifyType.Email);
        NotificationSettings settings = new() { Recipients = [recipient] };

        string shown = $"{Person} {recipient} {settings}";

        Assert.DoesNotContain("marker", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("98765432", shown, StringComparison.Ordinal);
        Assert.Equal(("mail-marker@example.com", "01098765432"), (recipient.EmailAddress, recipient.CellPhoneNo));
    }

    [Theory]
    [InlineData("sample@example.com", "s***@example.com")]
    [InlineData("s@example.com", "s***@example.com")]
    [InlineData("@example.com", "***")]
    [InlineData("no address", "***")]
    [InlineData("😀@example.com", "***@example.com")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void Of_a_mail_address_little_is_shown(string? address, string shown) => Assert.Equal(shown, Personal.Email(address));

    [Theory]
    [InlineData("01012345678", "***5678")]
    [InlineData("12345678", "***")]
    [InlineData("1", "***")]
    [InlineData(null, "")]
    public void Of_a_number_little_is_shown(string? number, string shown) => Assert.Equal(shown, Personal.Phone(number));

    [Theory]
    [InlineData(NotifyType.Email, "emailAddress", "mail-marker@example.com", "cellPhoneNo")]
    [InlineData(NotifyType.Sms, "cellPhoneNo", "01098765432", "emailAddress")]
    public async Task A_recipient_is_sent_with_what_its_kind_needs_and_no_more(NotifyType type, string sent, string value, string left)
    {
        JsonNode body = await BodyAsync(new NotificationSettings { Recipients = [NotificationRecipient.Of(Person, type)] });

        JsonNode recipient = body["notificationManagerList"]![0]!;
        Assert.Equal(value, recipient[sent]!.GetValue<string>());
        Assert.Null(recipient[left]);
        Assert.True((bool)body["alertOn"]!);
        Assert.Null(body["alertChangeStatus"]);
    }

    [Fact]
    public async Task Switches_that_are_not_named_are_those_of_the_channel()
    {
        ChannelAlertOptions now = new() { AlertChangeStatus = true, AlertVodUploadFail = true, AlertReStreamFail = false };
        NotificationSettings wanted = new() { AlertOn = false, AlertVodUploadFail = false, AlertStreamFailOver = true };

        JsonNode body = await BodyAsync(wanted.Over(now));

        Assert.Equal(
            """{"alertOn":false,"alertChangeStatus":true,"alertVodUploadFail":false,"alertReStreamFail":false,"alertStreamFailOver":true,"notificationManagerList":[]}""",
            body.ToJsonString());
        Assert.Equal(wanted.ToString(), wanted.Over(null).ToString());
    }

    public static TheoryData<string, NotificationSettings> Wrong() => new()
    {
        { "RecipientMissing", new NotificationSettings() },
        { "ManagerNoMissing", With(new NotificationRecipient { NotifyType = NotifyType.Email, EmailAddress = "a@example.com" }) },
        { "NotifyTypeMissing", With(NotificationRecipient.Of(Person, NotifyType.Unknown)) },
        { "EmailAddressMissing", With(new NotificationRecipient { ManagerNo = 1, NotifyType = NotifyType.Email, CellPhoneNo = "01012345678" }) },
        { "CellPhoneNoMissing", With(new NotificationRecipient { ManagerNo = 1, NotifyType = NotifyType.Sms, EmailAddress = "a@example.com", CellPhoneNo = " " }) },
        { "NotifyTypesMixed", With(NotificationRecipient.Of(Person, NotifyType.Email), NotificationRecipient.Of(Person, NotifyType.Sms)) },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task What_the_notes_rule_out_is_refused_before_anything_is_sent(string errorId, NotificationSettings settings)
    {
        ScriptedHandler handler = new(ScriptedHandler.Json("{\"content\":{}}"));

        LiveStationArgumentException error = await Assert.ThrowsAsync<LiveStationArgumentException>(() => Clients.Of(handler).Notifications.SetAsync("ls-1", settings));

        Assert.Equal(errorId, error.ErrorId);
        Assert.Empty(handler.Requests);
    }

    [Theory]
    [InlineData("{\"content\":{\"whatever\":1}}")]
    [InlineData("{}")]
    [InlineData("")]
    public async Task The_answer_of_which_nothing_is_documented_decides_nothing(string body)
    {
        ScriptedHandler handler = new(ScriptedHandler.Json(body));

        await Clients.Of(handler).Notifications.SetAsync("ls-1", With(NotificationRecipient.Of(Person, NotifyType.Email)));

        Assert.Single(handler.Requests);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(200)]
    public async Task No_error_repeats_what_is_personal(int status)
    {
        ScriptedHandler handler = new(ScriptedHandler.Json("""{"error":{"errorCode":250002,"message":"mail-marker@example.com: invalid value, nor 01098765432.","errorName":"BAD_mail-marker@example.com"}}""", status));

        LiveStationApiException error = await Assert.ThrowsAsync<LiveStationApiException>(() => Clients.Of(handler).Notifications.SetAsync("ls-1", With(NotificationRecipient.Of(Person, NotifyType.Email))));

        string told = error.ToString() + error.ServiceMessage + error.ErrorName + JsonSerializer.Serialize(error.Recommendation);
        Assert.DoesNotContain("marker", told, StringComparison.Ordinal);
        Assert.DoesNotContain("98765432", told, StringComparison.Ordinal);
        Assert.Contains("invalid value", told, StringComparison.Ordinal);
    }

    private static NotificationSettings With(params NotificationRecipient[] recipients) => new() { Recipients = recipients };

    private static async Task<JsonNode> BodyAsync(NotificationSettings settings)
    {
        ScriptedHandler handler = new(ScriptedHandler.Json("{\"content\":{}}"));
        await Clients.Of(handler).Notifications.SetAsync("ls-1", settings);
        return JsonNode.Parse(handler.Requests.Single().Body)!;
    }
}
