using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace LiveStation.Core.Tests.Support;

/// <summary>Waits that cannot hang, and lists that end in an error.</summary>
internal static class Expect
{
    /// <summary>Far shorter than the 30 s that a call waits by default, far longer than anything prompt takes on a busy machine.</summary>
    public static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    public static async Task<T> Within<T>(Task<T> task)
    {
        await Within((Task)task);
        return await task;
    }

    public static async Task Within(Task task)
    {
        using CancellationTokenSource stop = new();
        Task first = await Task.WhenAny(task, Task.Delay(Soon, stop.Token));
        stop.Cancel();
        Assert.True(first == task, $"Nothing happened within {Soon.TotalSeconds} s.");
        await task;
    }

    public static Task<T> ThrowsSoon<T>(Func<Task> act)
        where T : Exception => Within(Assert.ThrowsAsync<T>(act));

    public static Task CancelledSoon(Task task) => Within(Assert.ThrowsAnyAsync<OperationCanceledException>(() => task));

    public static async Task<List<T>> All<T>(IAsyncEnumerable<T> source)
    {
        List<T> all = [];
        await foreach (T item in source)
        {
            all.Add(item);
        }

        return all;
    }

    /// <summary>The parameters of a query as they went over the wire, in the order of the alphabet: theirs is nobody's promise.</summary>
    public static IReadOnlyList<string> Query(string target) => [.. target.Split('?')[1].Split('&').Order(StringComparer.Ordinal)];

    /// <summary>What came before the error, and the error.</summary>
    public static async Task<(List<T> Items, TException Error)> Breaks<T, TException>(IAsyncEnumerable<T> source)
        where TException : Exception
    {
        List<T> items = [];
        TException error = await Assert.ThrowsAsync<TException>(async () =>
        {
            await foreach (T item in source)
            {
                items.Add(item);
            }
        });
        return (items, error);
    }
}
