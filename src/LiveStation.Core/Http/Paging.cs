using System;
using System.Collections.Generic;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Threading;

namespace LiveStation;

/// <summary>Lists that come in pages.</summary>
internal static class Paging
{
    private const int PageSize = 100;

    /// <summary>Lists things; asks for the next page only when it is wanted.</summary>
    /// <param name="pipeline">Where to ask.</param>
    /// <param name="request">The call, without page.</param>
    /// <param name="read">Reads one thing.</param>
    /// <param name="idOf">Its id; null where it has none.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The things, each once, in the order of the pages.</returns>
    /// <exception cref="LiveStationException">A page cannot be had; those before it were given out.</exception>
    public static async IAsyncEnumerable<T> ListAsync<T>(this HttpPipeline pipeline, ApiRequest request, Func<JsonElement, T> read, Func<T, string?> idOf, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // A thing made meanwhile moves others to the next page, where they would come a second time.
        HashSet<string> seen = new(StringComparer.Ordinal);
        long given = 0;
        for (int page = 1; ; page++)
        {
            ApiRequest one = request with
            {
                Path = request.Path.With("pageNo", page.ToString(CultureInfo.InvariantCulture)).With("pageSizeNo", PageSize.ToString(CultureInfo.InvariantCulture)),
            };
            (List<T> things, long? total) = await pipeline.SendJsonAsync(one, answer => (Envelope.Items(answer, read), Envelope.Total(answer)), cancellationToken).ConfigureAwait(false);
            bool isNews = false;
            foreach (T thing in things)
            {
                string? id = idOf(thing);
                bool isNew = id is not null && seen.Add(id);
                isNews |= isNew;
                if (isNew || id is null)
                {
                    given++;
                    yield return thing;
                }
            }

            // The service may give smaller pages than were asked for: its own count decides, and a short page only where
            // it gives none. A page without anything new ends the list in any case, else it might never end.
            if (!isNews || (total is { } all ? given >= all : things.Count < PageSize))
            {
                yield break;
            }
        }
    }
}
