using System;
using System.Globalization;

namespace LiveStation.Emulator;

/// <summary>What happens to short clips without a call: the work on one fails.</summary>
public sealed class ShortClipControls
{
    private readonly Account _account;
    private readonly ShortClipState _state;

    internal ShortClipControls(Account account, ShortClipState state)
    {
        _account = account;
        _state = state;
    }

    /// <summary>Lets a clip that is being made fail.</summary>
    /// <param name="shortClipId">The clip.</param>
    /// <param name="status">PROCESSING_FAIL or UPLOAD_FAIL.</param>
    public void Fail(long shortClipId, string status = ShortClipStatus.ProcessingFail)
    {
        Given.OneOf([ShortClipStatus.ProcessingFail, ShortClipStatus.UploadFail], status, nameof(status));
        _account.Do(now =>
        {
            ShortClip clip = _state.Find(shortClipId, now) ?? throw new ArgumentException($"There is no short clip {shortClipId}.", nameof(shortClipId));
            if (clip.Status != ShortClipStatus.Creating)
            {
                throw new InvalidOperationException($"Short clip {shortClipId} is {clip.Status}: nothing can fail.");
            }

            _state.Replace(clip with { Status = status, Updated = now, Due = null });
        });
    }

    /// <summary>How many there are, in all states.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0} short clips", _account.Do(_ => _state.Count));
}
