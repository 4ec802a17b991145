using System;
using System.Collections.Generic;
using System.Linq.Expressions;
using System.Reflection;
using System.Threading.Tasks;
using LiveStation.Emulator;

namespace LiveStation.Contract.Tests.Calls;

/// <summary>One call of the client. An expression, so that it tells by itself which method it is about.</summary>
internal sealed class ContractCall
{
    private readonly Func<LiveStationClient, object> _call;

    /// <summary>Makes a call.</summary>
    /// <param name="operation">The operation of the API that it is to end in.</param>
    /// <param name="call">The call of the client.</param>
    public ContractCall(string operation, Expression<Func<LiveStationClient, object>> call)
    {
        Operation = operation;
        Method = ((MethodCallExpression)(call.Body is UnaryExpression convert ? convert.Operand : call.Body)).Method;
        _call = call.Compile();
    }

    public string Operation { get; }

    public MethodInfo Method { get; }

    /// <summary>What has to happen at the service before.</summary>
    public Action<LiveStationEmulator>? Before { get; init; }

    public Zone Zone { get; init; }

    /// <summary>Makes the call and reads all of its result.</summary>
    public async Task<IReadOnlyList<object>> RunAsync(LiveStationClient client)
    {
        switch (_call(client))
        {
            case IAsyncEnumerable<object> stream:
                List<object> items = [];
                await foreach (object item in stream)
                {
                    items.Add(item);
                }

                return items;
            case Task task:
                await task;
                return task.GetType().GetProperty(nameof(Task<>.Result))?.GetValue(task) switch
                {
                    null => [],
                    IEnumerable<object> list => [.. list],
                    object one => [one],
                };
            default:
                throw new NotSupportedException($"{Method.Name} is not asynchronous.");
        }
    }

    public override string ToString() => $"{Method.DeclaringType!.Name}.{Method.Name} for {Operation}";
}
