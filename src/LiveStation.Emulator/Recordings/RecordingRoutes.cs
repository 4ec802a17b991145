using System.Collections.Generic;
using System.Linq;

namespace LiveStation.Emulator;

/// <summary>The six operations on recordings.</summary>
internal sealed class RecordingRoutes
{
    private readonly RecordingState _recordings;
    private readonly Pace _pace;

    private RecordingRoutes(RecordingState recordings, Pace pace)
    {
        _recordings = recordings;
        _pace = pace;
    }

    public static IReadOnlyList<Route> For(RecordingState recordings, Pace pace)
    {
        RecordingRoutes it = new(recordings, pace);
        return
        [
            new("PUT", "/channels/{channelId}/startRecord", it.Start),
            new("PUT", "/channels/{channelId}/stopRecord", it.Stop),
            new("GET", "/channels/{channelId}/records", it.List),
            new("DELETE", "/channels/{channelId}/records", it.Delete),
            new("GET", "/channels/{channelId}/records/{recordId}", it.Get),
            new("POST", "/buckets/{bucketName}/upload", it.Upload),
        ];
    }

    private Answer Start(Call call)
    {
        Channel channel = Find(call);
        if (!channel.Life.IsOnAir)
        {
            throw new Refusal(250134);
        }

        if (channel.IsRecording)
        {
            throw new Refusal(250135);
        }

        if (channel.Settings.Record.Type == RecordSetting.NoRecord)
        {
            // No code is documented for this case.
            throw new Refusal(250005, "Recording");
        }

        IReadOnlyList<Recording> started = _recordings.Start(channel, call.Now);
        return RecordingJson.List(started, _recordings.Of(channel).Total, call.Style);
    }

    private Answer Stop(Call call)
    {
        Channel channel = Find(call);
        if (!channel.IsRecording)
        {
            throw new Refusal(250137);
        }

        return RecordingJson.List(_recordings.Stop(channel, call.Now), _recordings.Of(channel).Total, call.Style);
    }

    private Answer List(Call call)
    {
        RecordingShelf shelf = _recordings.Of(Find(call));
        return RecordingJson.List(shelf.Snapshot(call.Now), shelf.Total, call.Style);
    }

    private Answer Get(Call call)
    {
        Channel channel = Find(call);
        return RecordingJson.One(_recordings.Of(channel).Require(call.PathNumber("recordId"), call.Now), call.Style);
    }

    // Deleted recordings stay in the list with status DELETED. All ids are deleted or none: a guess.
    private Answer Delete(Call call)
    {
        RecordingShelf shelf = _recordings.Of(Find(call));
        List<Recording> recordings = RecordIds(call.Body).Select(id => shelf.Require(id, call.Now)).ToList();
        foreach (Recording recording in recordings)
        {
            if (recording.Status == RecordingStatus.Deleted)
            {
                throw new Refusal(250702);
            }

            if (RecordingStatus.Busy.Contains(recording.Status))
            {
                throw new Refusal(250504, recording.FileName);
            }
        }

        recordings.ForEach(recording => shelf.Replace(recording.Delete()));
        return new Answer(200, JsonBody.Of(static _ => { }));
    }

    // One bad id refuses the whole call: what the real service does with a mixed list is unknown.
    private Answer Upload(Call call)
    {
        string bucketName = call.Path("bucketName");
        if (!Bucket.IsAllowed(bucketName))
        {
            throw new Refusal(250704);
        }

        Fields body = call.Body;
        string accessControl = body.Text("accessControl") ?? "PRIVATE";
        if (!Bucket.AccessControls.Contains(accessControl))
        {
            throw new Refusal(250002, "accessControl");
        }

        List<(RecordingShelf Shelf, Recording Recording)> found = RecordIds(body).Select(id => Uploadable(id, call)).ToList();
        List<Recording> uploaded = [];
        foreach ((RecordingShelf shelf, Recording recording) in found)
        {
            UploadTarget target = new(call.Zone.StorageHost, bucketName, recording.Target?.Folder ?? "");
            uploaded.Add(recording.Upload(target, call.Now, _pace));
            shelf.Replace(uploaded[uploaded.Count - 1]);
            _recordings.Tell(uploaded[uploaded.Count - 1], call.Now);
        }

        return RecordingJson.Uploaded(uploaded, bucketName, accessControl, call.Style);
    }

    private (RecordingShelf Shelf, Recording Recording) Uploadable(long id, Call call)
    {
        RecordingShelf shelf = _recordings.Holding(id) ?? throw new Refusal(250701);
        Recording recording = shelf.Require(id, call.Now);
        return RecordingStatus.Uploaded.Contains(recording.Status) ? throw new Refusal(250700)
            : !RecordingStatus.Uploadable.Contains(recording.Status) ? throw new Refusal(250507)
            : (shelf, recording);
    }

    private static List<long> RecordIds(Fields body)
    {
        IReadOnlyList<long>? ids = body.Wholes("recordIds");
        return ids is null || ids.Count == 0 ? throw new Refusal(250011, "recordIds") : ids.Distinct().ToList();
    }

    private Channel Find(Call call) => _recordings.Channels.All.Require(call.Path("channelId"));
}
