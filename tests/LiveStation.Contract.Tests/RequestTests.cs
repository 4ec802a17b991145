using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;
using LiveStation.Contract.Tests.Calls;
using LiveStation.Contract.Tests.Description;
using Xunit;

namespace LiveStation.Contract.Tests;

/// <summary>What the client sends, against the API file.</summary>
public class RequestTests(ITestOutputHelper output)
{
    public static TheoryData<int, string> Calls =>
        [.. ContractCalls.All.Select((call, number) => new TheoryDataRow<int, string>(number, call.ToString()))];

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task A_call_sends_what_the_API_file_describes(int number, string name)
    {
        ContractCall call = ContractCalls.All[number];
        using Bench bench = Bench.Offline(call.Zone, call.Before);

        IReadOnlyList<object> results = await call.RunAsync(bench.Client);

        Assert.Empty(bench.Faults());
        Assert.Empty(bench.AnswerFaults());
        Assert.True(ApiDescription.Instance.Find(bench.Requests[^1])?.Id == call.Operation, $"{name} ended in {bench.Requests[^1]}");
        Assert.All(results, result => Assert.Null(result.GetType().GetProperty("Failure")?.GetValue(result)));
        Assert.All(results.OfType<ConnectionTest>(), test => Assert.True(test.Authenticated));
    }

    [Fact]
    public void Every_operation_of_the_client_has_a_contract_call()
    {
        // Object Storage is another service, with a description of its own.
        IEnumerable<MethodInfo> methods = typeof(LiveStationClient).GetProperties()
            .Select(property => property.PropertyType)
            .Where(type => type.Name.EndsWith("Operations", System.StringComparison.Ordinal) && type != typeof(RestOperations) && type != typeof(StorageOperations))
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(method => typeof(Task).IsAssignableFrom(method.ReturnType) || (method.ReturnType.IsGenericType && method.ReturnType.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>)));
        List<string> called = ContractCalls.All.Select(call => $"{call.Method.DeclaringType!.Name}.{call.Method.Name}").ToList();

        List<string> uncalled = methods.Select(method => $"{method.DeclaringType!.Name}.{method.Name}").Where(name => !called.Contains(name)).ToList();

        Assert.Empty(uncalled);
        Assert.Contains("ChannelOperations.SetCdnAsync", called);
    }

    [Fact]
    public void Every_call_is_for_an_operation_of_the_file_and_what_nothing_calls_is_listed_here()
    {
        HashSet<string> called = ContractCalls.All.Select(call => call.Operation).ToHashSet();
        ILookup<bool, ApiOperation> operations = ApiDescription.Instance.Operations.ToLookup(operation => called.Contains(operation.Id));

        output.WriteLine($"{operations[false].Count()} of {ApiDescription.Instance.Operations.Count} operations have no operation in the client (Invoke-LsRestMethod calls them):");
        foreach (IGrouping<string, ApiOperation> area in operations[false].GroupBy(operation => operation.Tags[0]))
        {
            output.WriteLine($"  {area.Key} ({area.Count()})");
            foreach (ApiOperation operation in area)
            {
                output.WriteLine($"    {operation}");
            }
        }

        Assert.Empty(called.Except(operations[true].Select(operation => operation.Id)));
        Assert.Equal(71, ApiDescription.Instance.Operations.Count);
    }

    [Fact]
    public async Task Any_call_goes_where_it_is_told_and_as_it_is_told()
    {
        using Bench bench = Bench.Offline();
        byte[] body = """{"recordIds":[298]}"""u8.ToArray();

        await bench.Client.Rest.SendAsync(System.Net.Http.HttpMethod.Get, "/channels", [KeyValuePair.Create("channelName", "a&b=c d")], null);
        await bench.Client.Rest.SendAsync(System.Net.Http.HttpMethod.Delete, "channels/" + ContractCalls.Ready + "/records", [], body);

        Assert.Empty(bench.Faults());
        Assert.Equal("a&b=c d", bench.Requests[0].Query.Single().Value);
        Assert.Equal("""{"recordIds":[298]}""", bench.Requests[1].Body);
    }
}
