using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace LiveStation.Emulator;

/// <summary>What each kind of fault does to an answer.</summary>
internal static class FaultPlay
{
    // No text of a JSON document may hold a control character, inside strings or outside.
    private static readonly byte[] BadByte = [0];

    private static readonly Dictionary<FaultKind, Func<Fault, DateTimeOffset, Answer>> Instead = new()
    {
        [FaultKind.Throttle] = static (fault, now) => GatewayErrors.Answer(420) with { Headers = RetryAfter(fault, now) },
        [FaultKind.Quota] = static (_, _) => GatewayErrors.Answer(400),
        [FaultKind.Error] = static (fault, _) => ErrorAnswer(fault),
        [FaultKind.EmptyError] = static (fault, _) => Answer.Empty(fault.Status ?? 500),
        [FaultKind.Html] = static (fault, _) => HtmlPage(fault.Status ?? 502),
        [FaultKind.StorageError] = static (fault, _) => StoreErrors.Answer(fault.Text ?? "InternalError", fault.Status),
        [FaultKind.ErrorInside200] = static (fault, _) => ServiceErrors.Answer(fault.Code ?? 250000, fault.Text, 200),
    };

    private static readonly Dictionary<FaultKind, Func<Fault, IEnumerable<BodyChunk>, IEnumerable<BodyChunk>>> Change = new()
    {
        [FaultKind.BadJson] = Spoil,
        [FaultKind.FlippedByte] = Flip,
        [FaultKind.ErrorInside200] = AppendError,
    };

    private static readonly Dictionary<FaultKind, Func<Fault, IEnumerable<BodyChunk>, BodyShape>> Shapes = new()
    {
        [FaultKind.CutBody] = static (fault, body) => new() { CutAt = Place(fault, body) },
        [FaultKind.StalledBody] = static (fault, body) => new() { StallAt = Place(fault, body) },
        [FaultKind.SlowBody] = static (fault, _) => new() { PauseEvery = fault.ChunkSize, Pause = fault.Delay },
    };

    /// <summary>The answer that is given without asking the service, or null.</summary>
    public static Answer? AnswerInstead(Fault? fault, DateTimeOffset now) =>
        fault is { After: false } && Instead.TryGetValue(fault.Kind, out Func<Fault, DateTimeOffset, Answer>? answer) ? answer(fault, now) : null;

    /// <summary>The service's answer with the fault in its body.</summary>
    public static Answer AnswerWith(Fault? fault, Answer answer) =>
        fault is not null && Change.TryGetValue(fault.Kind, out Func<Fault, IEnumerable<BodyChunk>, IEnumerable<BodyChunk>>? change)
            ? answer with { Body = change(fault, answer.Body) }
            : answer;

    /// <summary>How the body travels.</summary>
    public static BodyShape ShapeOf(Fault? fault, Answer answer) =>
        fault is not null && Shapes.TryGetValue(fault.Kind, out Func<Fault, IEnumerable<BodyChunk>, BodyShape>? shape)
            ? shape(fault, answer.Body)
            : BodyShape.Plain;

    private static KeyValuePair<string, string>[] RetryAfter(Fault fault, DateTimeOffset now) =>
        fault.RetryAfter is TimeSpan wait ? [GatewayErrors.RetryAfter(wait, fault.RetryAfterAsDate ? now : null)] : [];

    private static Answer ErrorAnswer(Fault fault)
    {
        int code = fault.Code ?? 250000;
        return code < 1000
            ? GatewayErrors.Answer(code, status: fault.Status, message: fault.Text)
            : ServiceErrors.Answer(code, fault.Text, fault.Status);
    }

    private static Answer HtmlPage(int status)
    {
        string title = status.ToString(CultureInfo.InvariantCulture) + " from a proxy";
        string page = $"<!DOCTYPE html>\n<html><head><title>{title}</title></head><body><center><h1>{title}</h1></center></body></html>\n";
        return new Answer(status, [new(Encoding.UTF8.GetBytes(page), BodyChunkKind.Frame)]) { ContentType = "text/html; charset=utf-8" };
    }

    // The body is made twice when a part of it is asked for: once to know its length.
    private static long Place(Fault fault, IEnumerable<BodyChunk> body) =>
        fault.AtFraction is null && fault.AtByte is long place
            ? place
            : (long)(body.Sum(chunk => (long)chunk.Bytes.Length) * (fault.AtFraction ?? 0.5));

    private static IEnumerable<BodyChunk> Spoil(Fault fault, IEnumerable<BodyChunk> body)
    {
        long? place = fault.AtEntry is null ? Place(fault, body) : null;
        long position = 0;
        int entry = 0;
        bool done = false;
        foreach (BodyChunk chunk in body)
        {
            entry += chunk.Kind == BodyChunkKind.Entry ? 1 : 0;
            position += chunk.Bytes.Length;
            if (done || !(position > place || entry == fault.AtEntry))
            {
                yield return chunk;
                continue;
            }

            done = true;
            int split = place is long at ? (int)(at - (position - chunk.Bytes.Length)) : chunk.Bytes.Length / 2;
            yield return chunk with { Bytes = chunk.Bytes.Slice(0, split) };
            yield return new BodyChunk(BadByte, BodyChunkKind.Frame);
            yield return chunk with { Bytes = chunk.Bytes.Slice(split) };
        }

        if (!done)
        {
            yield return new BodyChunk(BadByte, BodyChunkKind.Frame);
        }
    }

    private static IEnumerable<BodyChunk> Flip(Fault fault, IEnumerable<BodyChunk> body)
    {
        long place = Place(fault, body);
        long position = 0;
        foreach (BodyChunk chunk in body)
        {
            if (place >= position && place < position + chunk.Bytes.Length)
            {
                byte[] bytes = chunk.Bytes.ToArray();
                bytes[place - position] ^= 1;
                yield return chunk with { Bytes = bytes };
            }
            else
            {
                yield return chunk;
            }

            position += chunk.Bytes.Length;
        }
    }

    private static IEnumerable<BodyChunk> AppendError(Fault fault, IEnumerable<BodyChunk> body)
    {
        foreach (BodyChunk chunk in body)
        {
            if (chunk.Kind == BodyChunkKind.End)
            {
                // The error's own document, without the braces around it.
                yield return new BodyChunk(Encoding.UTF8.GetBytes(","), BodyChunkKind.Frame);
                foreach (BodyChunk part in JsonBody.Of(json => ServiceErrors.Write(json, fault.Code ?? 250000, fault.Text)).Where(part => part.Kind == BodyChunkKind.Entry))
                {
                    yield return part;
                }
            }

            yield return chunk;
        }
    }
}
