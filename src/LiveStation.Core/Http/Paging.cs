using System;
using System.Collections.Generic;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Threading;

namespace LiveStation;

/// <summary>Lists of things, in pages or whole.</summary>
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
        long? total = null;
        for (int page = 1; ; page++)
        {
            ApiRequest one = request with
            {
                Path = request.Path.With("pageNo", page.ToString(CultureInfo.InvariantCulture)).With("pageSizeNo", PageSize.ToString(CultureInfo.InvariantCulture)),
            };
            List<T> things;
            try
            {
                (things, total) = await pipeline.SendJsonAsync(one, answer => (Envelope.Items(answer, read), Envelope.Total(answer)), cancellationToken).ConfigureAwait(false);
            }
            catch (LiveStationException e)
            {
                e.Unlisted = total - given;
                throw;
            }

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

    /// <summary>Lists things for which no pages are documented.</summary>
    /// <param name="pipeline">Where to ask.</param>
    /// <param name="request">The call.</param>
    /// <param name="read">Reads one thing.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="LiveStationException">The list cannot be had.</exception>
    public static async IAsyncEnumerable<T> ListWholeAsync<T>(this HttpPipeline pipeline, ApiRequest request, Func<JsonElement, T> read, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        (List<T> things, long? total) = await pipeline.SendJsonAsync(request, answer => (Envelope.Items(answer, read), Envelope.Total(answer)), cancellationToken).ConfigureAwait(false);
        foreach (T thing in things)
        {
            yield return thing;
        }

        // Nothing is left out in silence. A page of the vendor counts more than it lists, so it is no error.
        if (total > things.Count)
        {
            pipeline.Tell(ApiEventLevel.Warning, $"The service counts {total} and lists {things.Count}, and no way to ask for the rest is documented.");
        }
    }
}
