using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net.Http;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation;

/// <summary>Who is told about a channel, by mail or text message.</summary>
public sealed class NotificationOperations
{
    private readonly HttpPipeline _pipeline;

    internal NotificationOperations(HttpPipeline pipeline) => _pipeline = pipeline;

    /// <summary>Lists the groups of people who can be notified.</summary>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="LiveStationException">The call failed.</exception>
    /// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-event-managergrouplist</remarks>
    public async IAsyncEnumerable<NotificationGroup> ListGroupsAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ApiRequest request = ApiRequest.Read(ApiPath.Of("notification", "manager-groups"));
        foreach (NotificationGroup group in await _pipeline.SendJsonAsync(request, static answer => Envelope.Items(answer, NotificationGroup.Read), cancellationToken).ConfigureAwait(false))
        {
            yield return group;
        }
    }

    /// <summary>Lists the people of a group.</summary>
    /// <param name="managerGroupNo">Number of the group; 0 for everybody.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="LiveStationException">The call failed, for example because there is no such group.</exception>
    /// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-event-managerlist</remarks>
    public async IAsyncEnumerable<NotificationManager> ListManagersAsync(long managerGroupNo, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        string number = managerGroupNo.ToString(CultureInfo.InvariantCulture);
        ApiRequest request = ApiRequest.Read(ApiPath.Of("notification", "manager-groups", number), number) with { Listing = "Get-LsNotificationGroup" };
        foreach (NotificationManager manager in await _pipeline.SendJsonAsync(request, answer => Envelope.Items(answer, element => NotificationManager.Read(element, managerGroupNo)), cancellationToken).ConfigureAwait(false))
        {
            yield return manager;
        }
    }

    /// <summary>Sets what a live channel sends notices about, and to whom. The recipients take the place of those before; no operation shows them.</summary>
    /// <param name="channelId">Its id.</param>
    /// <param name="settings">What and to whom.</param>
    /// <param name="cancellationToken">Stops waiting for the answer, in which no field is documented.</param>
    /// <exception cref="LiveStationArgumentException">The service is known to refuse the settings: nobody to tell, nothing to reach them by, or both ways at once.</exception>
    /// <exception cref="LiveStationException">The call failed, for example because there is no such channel.</exception>
    /// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-event-notification</remarks>
    public async Task SetAsync(string channelId, NotificationSettings settings, CancellationToken cancellationToken = default)
    {
        string howToLook = $"Get-LsChannel {ShellText.Quote(Text.Clean(channelId))}, and its AlertOptions; the recipients are shown in the console only";
        ApiRequest request = ApiRequest.Write(HttpMethod.Post, ApiPath.Of("notification", channelId, "for-general-channel"), channelId, howToLook, settings.ToJson()) with
        {
            AcceptsAnyAnswer = true,
            Unspoken = [.. settings.Recipients.SelectMany(static recipient => new[] { recipient.EmailAddress, recipient.CellPhoneNo }).OfType<string>()],
        };
        await _pipeline.SendJsonAsync(request, cancellationToken).ConfigureAwait(false);
    }
}
