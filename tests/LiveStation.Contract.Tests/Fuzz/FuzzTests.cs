using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Threading.Tasks;
using Xunit;
using Xunit.Sdk;

namespace LiveStation.Contract.Tests.Fuzz;

/// <summary>
/// Broken and hostile texts for every reader: whatever comes, it ends, in records or in an error of ours. The same texts each time in
/// <c>dotnet test</c>; <c>tests/Fuzz.ps1</c> goes on with new ones for as long as it is told to (LIVESTATION_FUZZ_SECONDS for each reader).
/// </summary>
public class FuzzTests
{
    private const int Texts = 1500;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>What was found once, in few words: the reader, and a text that it could not take.</summary>
    public static TheoryData<string, byte[]> Found() => new()
    {
        { "lists of objects", [.. "<ListBucketResult><Contents></Contents></ListBucketResult>"u8] },
        { "lists of objects", [.. "<ListBucketResult><Contents><Key>a</Key><Size>99999999999999999999</Size></Contents></ListBucketResult>"u8] },
        { "lists of recordings", [.. "{\"content\":{\"recordList\":{\"1\":{\"recordSeq\":1,\"new\":{\""u8, 0xb5, .. "\":1}}}},\"total\":1}"u8] },
        { "lists of recordings", [.. "{\"content\":{\"recordList\":{\"1\":{\"recordSeq\":1,\"new\":[{\"a\":{\""u8, 0xc7, .. "\":\""u8, 0xc7, .. "\"}}]}}},\"total\":1}"u8] },
        { "configurations", [.. "{\""u8, 0xea, .. "\": 1}"u8] },
        { "journals", [.. "LiveStation part 1\nhttps://kr.object.ncloudstorage.com/b/k\ne\n5000 9223372036854775807\n0\n"u8] },
        { "journals", [.. "LiveStation part 1\nhttps://kr.object.ncloudstorage.com/b/k\ne\n5000 1\n4999\n5000\n"u8] },
    };

    [Theory]
    [MemberData(nameof(Found))]
    public async Task What_was_found_once_stays_mended(string name, byte[] text)
    {
        for (int seed = 0; seed < 8; seed++)
        {
            await Readers.All[name].Read(text, new Mutation(seed));
        }
    }

    public static TheoryData<string> Names() => [.. Readers.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Whatever_comes_ends_in_records_or_in_an_error(string name)
    {
        (IReadOnlyList<byte[]> good, Func<byte[], Mutation, Task> read) = Readers.All[name];
        TimeSpan? budget = Environment.GetEnvironmentVariable("LIVESTATION_FUZZ_SECONDS") is { Length: > 0 } seconds ? TimeSpan.FromSeconds(double.Parse(seconds, CultureInfo.InvariantCulture)) : null;
        int first = budget is null ? 0 : Environment.TickCount & 0xffffff;
        Stopwatch watch = Stopwatch.StartNew();
        int seed = first;
        for (; budget is { } time ? watch.Elapsed < time : seed < Texts; seed++)
        {
            Mutation mutation = new(seed);
            byte[] text = mutation.Of(good[seed % good.Count], good);
            try
            {
                await Task.Run(() => read(text, mutation)).WaitAsync(Patience);
            }
            catch (Exception e)
            {
                throw new XunitException($"{name}, seed {seed}: {(e is TimeoutException ? "it does not end" : e.GetType().Name)}. The text, in Base64: {Convert.ToBase64String(text)}", e);
            }
        }

        TestContext.Current.SendDiagnosticMessage("{0}: {1} texts", name, seed - first);
    }
}
