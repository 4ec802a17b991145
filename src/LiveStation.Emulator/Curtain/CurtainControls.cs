using System;
using System.Collections.Generic;
using System.Globalization;

namespace LiveStation.Emulator;

/// <summary>What happens to curtains and their contents without a call: there are contents from before, and making one fails.</summary>
public sealed class CurtainControls
{
    private readonly Account _account;
    private readonly CurtainState _state;

    internal CurtainControls(Account account, CurtainState state)
    {
        _account = account;
        _state = state;
    }

    /// <summary>Adds contents, more than ten if need be.</summary>
    /// <param name="count">How many.</param>
    /// <param name="status">Their state, as the API writes it.</param>
    /// <param name="file">The file that they were made from, not checked.</param>
    /// <returns>Their ids.</returns>
    public IReadOnlyList<long> Add(int count = 1, string status = CurtainStatus.Ready, string file = "show-archive/curtain/notice.png")
    {
        Given.OneOf(CurtainStatus.All, status, nameof(status));
        return _account.Do(now =>
        {
            long[] ids = new long[count];
            for (int i = 0; i < count; i++)
            {
                ids[i] = _state.Create([file], now).Id;
                _state.All.Replace(_state.Require(ids[i], now).Become(status, now));
            }

            return ids;
        });
    }

    /// <summary>Lets the making of content fail.</summary>
    /// <param name="contentId">Content that is being made.</param>
    public void Fail(long contentId) => _account.Do(now =>
    {
        CurtainContent content = Given.OneIn(_state.All, contentId, "curtain content", nameof(contentId)).At(now);
        if (content.Status != CurtainStatus.Creating)
        {
            throw new InvalidOperationException($"Curtain content {contentId} is {content.Status}: nothing can fail.");
        }

        _state.All.Replace(content.Become(CurtainStatus.ProcessingFail, now));
    });

    /// <summary>Puts a curtain in front of a channel.</summary>
    /// <param name="channelId">A channel.</param>
    /// <param name="contentId">What it shows; not checked.</param>
    /// <param name="minutes">How long.</param>
    public void Start(string channelId, long contentId, int minutes = 3) =>
        _account.Do(now => _state.Start(Given.OneIn(_state.Channels.All, channelId, "channel", nameof(channelId)), [contentId], minutes, now));

    /// <summary>Whether a curtain is in front of a channel.</summary>
    /// <param name="channelId">A channel.</param>
    public bool IsOn(string channelId) => _account.Do(now => _state.Find(Given.OneIn(_state.Channels.All, channelId, "channel", nameof(channelId)), now) is not null);

    /// <summary>How many contents there are, deleted ones left out.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0} curtain contents", _account.Do(_state.CountAt));
}
