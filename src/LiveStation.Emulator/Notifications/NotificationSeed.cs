namespace LiveStation.Emulator;

/// <summary>The groups of the API page's example, with made-up people.</summary>
internal static class NotificationSeed
{
    private const long TestGroup = 4741;
    private const long GroupOne = 4248;

    public static void Fill(NotificationState notifications)
    {
        notifications.Groups.AddRange([(TestGroup, "testgroup"), (GroupOne, "group-1")]);
        Manager[] people =
        [
            new(100001, "Gildong Hong", "sample@example.com", "01012345678", [TestGroup, GroupOne]),
            new(100002, "김하늘", "night.shift@example.com", "01000000002", [TestGroup]),
            new(100003, "Desk", "desk@example.com", "", [GroupOne]),
        ];
        foreach (Manager person in people)
        {
            notifications.Managers.Add(person);
        }
    }
}
