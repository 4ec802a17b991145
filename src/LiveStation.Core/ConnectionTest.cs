using System;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation;

/// <summary>How one signed call went.</summary>
/// <param name="Reachable">Whether an answer came.</param>
/// <param name="Authenticated">Whether the key and the signature were accepted.</param>
/// <param name="Latency">Time until the headers of the answer; <see langword="null"/> when none came.</param>
/// <param name="ClockOffset">How far the service's clock is ahead of this machine's, to the second; <see langword="null"/> when the answer did not say.</param>
/// <param name="Error">What went wrong; <see langword="null"/> when nothing did.</param>
public sealed record ConnectionTest(bool Reachable, bool Authenticated, TimeSpan? Latency, TimeSpan? ClockOffset, LiveStationException? Error)
{
    internal static async Task<ConnectionTest> RunAsync(HttpPipeline pipeline, CancellationToken cancellationToken)
    {
        ApiRequest request = ApiRequest.Read(ApiPath.Of("channels").With("pageNo", "1").With("pageSizeNo", "1"));
        Attempts attempts = pipeline.Begin();
        Stopwatch watch = Stopwatch.StartNew();
        TimeSpan? offset = null;
        try
        {
            using ApiResponse response = await pipeline.SendOnceAsync(request, attempts, cancellationToken).ConfigureAwait(false);
            TimeSpan latency = watch.Elapsed;
            offset = response.Date is { } date ? pipeline.Clock.Measure(date) : null;
            await HttpPipeline.ReadAsync(request, response, cancellationToken).ConfigureAwait(false);
            return new ConnectionTest(true, true, latency, offset, null);
        }
        catch (LiveStationTransportException e)
        {
            attempts.Mark(e);
            return new ConnectionTest(false, false, null, offset, e);
        }
        catch (LiveStationException e)
        {
            attempts.Mark(e);
            return new ConnectionTest(true, IsPastTheGateway(e), watch.Elapsed, offset ?? (e as LiveStationApiException)?.ClockOffset, e);
        }
    }

    // A refusal by the service itself, or for want of a right, shows that the key was accepted; a proxy's page shows nothing.
    private static bool IsPastTheGateway(LiveStationException failure) =>
        failure is LiveStationApiException { Code: { } code } && (failure.Kind == ErrorKind.Forbidden || ErrorCatalog.Find(ErrorSource.Service, code) is not null);
}
