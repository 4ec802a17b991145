using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation;

/// <summary>A channel that is checked, and what is asked about it.</summary>
internal sealed class CheckSubject
{
    private readonly ChannelCheckup _checkup;
    private readonly LiveStationClient _client;

    public CheckSubject(ChannelCheckup checkup, LiveStationClient client, Channel channel, CancellationToken cancellationToken)
    {
        _checkup = checkup;
        _client = client;
        Channel = channel;
        Token = cancellationToken;
    }

    public Channel Channel { get; }

    public CancellationToken Token { get; }

    public string Id => Channel.ChannelId ?? "";

    public bool IsOnAir => Channel.ChannelStatus == ChannelStatus.Publishing;

    public Task<StreamMetadata> StreamAsync() => _client.Channels.GetStreamMetadataAsync(Id, Token);

    /// <summary>The quality set; null where the channel names none.</summary>
    public async Task<QualitySet?> QualitySetAsync() => Channel.QualitySetId is > 0 and long id ? await _checkup.SetAsync(id, Token).ConfigureAwait(false) : null;

    public Task<Callback> DefaultCallbackAsync() => _checkup.OfAccountAsync(() => _client.Callbacks.GetAsync(Token));

    public Task<ConnectionTest> ConnectionAsync() => _checkup.OfAccountAsync(() => _client.TestAsync(Token));

    public Task<List<Event>> EventsAsync() => ListAsync(_client.Events.ListOfChannelAsync(Id, Token));

    public Task<List<Recording>> RecordingsAsync() => ListAsync(_client.Recordings.ListAsync(Id, Token));

    public Task<List<ServiceUrl>> AddressesAsync() => ListAsync(_client.Channels.ListServiceUrlsAsync(Id, ServiceUrlType.General, Token));

    /// <summary>Fetches the beginning of a playlist, as a player would.</summary>
    public Task<PlaylistAnswer> FetchAsync(Uri address) => _client.Playlists.FetchAsync(address, Token);

    /// <summary>Looks whether a bucket can be listed; a refusal is thrown.</summary>
    public async Task LookIntoAsync(string bucketName)
    {
        // A prefix that nothing has: the answer is a refusal or an empty page, however full the bucket is.
        await foreach (StoredObject _ in _client.Storage.ListAsync(bucketName, "livestation-checks-nothing-here/", Token).ConfigureAwait(false))
        {
            break;
        }
    }

    private static async Task<List<T>> ListAsync<T>(IAsyncEnumerable<T> items)
    {
        List<T> list = [];
        await foreach (T item in items.ConfigureAwait(false))
        {
            list.Add(item);
        }

        return list;
    }
}
