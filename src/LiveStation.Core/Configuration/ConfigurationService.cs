using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation;

/// <summary>The calls that a configuration is read and applied with.</summary>
internal sealed class ConfigurationService(HttpPipeline pipeline, Zone zone)
{
    private const int AtOnce = 8;

    public Zone Zone { get; } = zone;

    public QualityOperations Qualities => new(pipeline);

    public ChannelOperations Channels => new(pipeline, Zone);

    public VodChannelOperations VodChannels => new(pipeline, Zone);

    public RestreamOperations Restream => new(pipeline);

    public CallbackOperations Callbacks => new(pipeline);

    public NotificationOperations Notifications => new(pipeline);

    /// <summary>Reads what an account has of some sections.</summary>
    /// <param name="sections">The sections.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="LiveStationException">A call failed.</exception>
    public async Task<ConfigurationState> ReadAsync(IEnumerable<ConfigurationSection> sections, CancellationToken cancellationToken)
    {
        ConfigurationState state = new();
        foreach (ConfigurationSection section in sections)
        {
            List<ServiceRecord> records = [];
            await foreach (ServiceRecord record in section.ListAsync(this, null, cancellationToken).ConfigureAwait(false))
            {
                records.Add(record);
            }

            for (int first = 0; first < records.Count; first += AtOnce)
            {
                foreach (ServiceRecord whole in await Task.WhenAll(records.Skip(first).Take(AtOnce).Select(record => section.IsOwn(record) ? section.WholeAsync(this, record, cancellationToken) : Task.FromResult(record))).ConfigureAwait(false))
                {
                    state.Add(section, whole);
                }
            }
        }

        return state;
    }

    /// <summary>Whether an account has a thing of that name just now.</summary>
    /// <exception cref="LiveStationException">The call failed.</exception>
    public async Task<bool> HasAsync(ConfigurationSection section, string name, CancellationToken cancellationToken)
    {
        await foreach (ServiceRecord record in section.ListAsync(this, name, cancellationToken).ConfigureAwait(false))
        {
            if (section.IsOwn(record) && section.NameOf(record) == name)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Everybody who can be notified.</summary>
    /// <exception cref="LiveStationException">The call failed.</exception>
    public async Task<List<NotificationManager>> PeopleAsync(CancellationToken cancellationToken)
    {
        List<NotificationManager> people = [];
        await foreach (NotificationManager person in Notifications.ListManagersAsync(0, cancellationToken).ConfigureAwait(false))
        {
            people.Add(person);
        }

        return people;
    }

    /// <summary>The end of a move to another edge; a refusal is thrown.</summary>
    public static async Task MovedAsync(IAsyncEnumerable<BulkOutcome<string, ChannelCdn>> outcomes)
    {
        await foreach (BulkOutcome<string, ChannelCdn> outcome in outcomes.ConfigureAwait(false))
        {
            if (outcome.Failure is { } failure)
            {
                throw failure;
            }
        }
    }
}
