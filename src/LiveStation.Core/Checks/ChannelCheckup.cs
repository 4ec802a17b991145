using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation;

/// <summary>
/// Checks channels before they go on air. What is asked of the account and not of a channel, such as the clock, is asked once for all
/// channels. Changes nothing.
/// </summary>
public sealed class ChannelCheckup
{
    private readonly LiveStationClient _client;
    private readonly ConcurrentDictionary<long, Lazy<Task<QualitySet>>> _sets = new();
    private readonly ConcurrentDictionary<string, Lazy<Task<object>>> _ofAccount = new(StringComparer.Ordinal);

    /// <summary>Makes a checkup; asks nothing yet.</summary>
    /// <param name="client">The account.</param>
    public ChannelCheckup(LiveStationClient client) => _client = client ?? throw new ArgumentNullException(nameof(client));

    /// <summary>All checks, in the order in which their results come.</summary>
    public static IReadOnlyList<ChannelCheckName> All { get; } = [.. ChannelChecks.All.Select(static check => check.Name)];

    /// <summary>Checks a channel.</summary>
    /// <param name="channelId">Its id.</param>
    /// <param name="names">Which checks; null for all.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>One result for each check: a call that fails is the result of its check, and the others go on.</returns>
    /// <exception cref="LiveStationException">The channel itself cannot be read, so that there is nothing to check.</exception>
    public async IAsyncEnumerable<ChannelCheck> CheckAsync(string channelId, IReadOnlyCollection<ChannelCheckName>? names = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        Channel channel = await _client.Channels.GetAsync(channelId, cancellationToken).ConfigureAwait(false);
        CheckSubject subject = new(this, _client, channel, cancellationToken);

        // All at once: what several of them look at is asked once.
        (ChannelCheckName Name, Task<CheckFinding> Finding)[] running =
        [
            .. ChannelChecks.All
                .Where(check => names is null || names.Contains(check.Name))
                .Select(check => (check.Name, RunAsync(check.FindAsync, subject))),
        ];
        foreach ((ChannelCheckName name, Task<CheckFinding> task) in running)
        {
            CheckFinding finding = await task.ConfigureAwait(false);
            yield return new ChannelCheck
            {
                ChannelId = channel.ChannelId ?? channelId,
                ChannelName = channel.ChannelName,
                Name = name,
                Passed = finding.Passed,
                Detail = Text.Line(finding.Detail),
                Recommendation = finding.Recommendation,
            };
        }
    }

    /// <summary>The quality set of a channel, asked once for all channels that have it.</summary>
    internal Task<QualitySet> SetAsync(long id, CancellationToken cancellationToken) =>
        _sets.GetOrAdd(id, key => new Lazy<Task<QualitySet>>(() => _client.Qualities.GetSetAsync(key, cancellationToken))).Value;

    /// <summary>Something of the account, asked once for all channels.</summary>
    internal async Task<T> OfAccountAsync<T>(Func<Task<T>> ask)
        where T : class =>
        (T)await _ofAccount.GetOrAdd(typeof(T).Name, _ => new Lazy<Task<object>>(async () => await ask().ConfigureAwait(false))).Value.ConfigureAwait(false);

    private static async Task<CheckFinding> RunAsync(Func<CheckSubject, Task<CheckFinding>> check, CheckSubject subject)
    {
        try
        {
            return await check(subject).ConfigureAwait(false);
        }
        catch (LiveStationException e)
        {
            // Silence must not pass for a good word.
            return CheckFinding.Wrong($"Not checked: {e.Message}", e.Recommendation);
        }
    }
}
