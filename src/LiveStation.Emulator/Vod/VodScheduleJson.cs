using System;
using System.Collections.Generic;
using System.Text.Json;

namespace LiveStation.Emulator;

/// <summary>A schedule as it stood at one moment, ready to be written after the lock is left.</summary>
internal sealed class VodScheduleJson(VodSchedule schedule, DateTimeOffset now)
{
    private readonly long _id = schedule.Id;
    private readonly string _channelId = schedule.Channel.Id;
    private readonly string _status = schedule.StatusAt(now);
    private readonly IReadOnlyList<VodFile> _files = schedule.Files;
    private readonly DateTimeOffset _start = schedule.Start;
    private readonly DateTimeOffset _end = schedule.End;
    private readonly DateTimeOffset _created = schedule.Created;
    private readonly DateTimeOffset _updated = schedule.Updated;
    private readonly DateTimeOffset? _deleted = schedule.Deleted;

    /// <summary>Writes the fields into an object that is open.</summary>
    public void Write(Utf8JsonWriter json, AnswerStyle style)
    {
        json.WriteNumber("scheduleId", _id);
        json.WriteString("channelId", _channelId);
        json.WriteNumber("createdTime", _created.ToUnixTimeMilliseconds());
        json.WriteNumber("startTime", _start.ToUnixTimeMilliseconds());
        json.WriteNumber("endTime", _end.ToUnixTimeMilliseconds());
        json.WriteNumber("updatedTime", _updated.ToUnixTimeMilliseconds());
        json.WriteString("status", style.Status(_status));
        json.WriteStartArray("vodList");
        foreach (VodFile file in _files)
        {
            json.WriteStringValue(file.ToString());
        }

        json.WriteEndArray();
        if (_deleted is DateTimeOffset deleted)
        {
            json.WriteNumber("deletedTime", deleted.ToUnixTimeMilliseconds());
        }

        style.WriteExtras(json);
    }
}
