using System;
using System.Collections.Generic;
using System.Linq;

namespace LiveStation.Emulator;

/// <summary>The way of a request to its operation: size, signature, zone, path, headers. Each may refuse it.</summary>
internal sealed class Gateway
{
    private readonly Account _account;
    private readonly GatewayChecks _checks;
    private readonly Route[] _routes;
    private readonly bool _takesNumbersAsText;

    public Gateway(Account account, GatewayKey key, IEnumerable<Route> routes, bool takesNumbersAsText)
    {
        _account = account;
        _checks = new GatewayChecks(key);

        // POST /channels/{channelId}/{snapshotId} would take every path of three parts, in whatever order the areas come.
        _routes = routes.OrderBy(static route => route.Openness).ToArray();
        _takesNumbersAsText = takesNumbersAsText;
    }

    /// <summary>Carries out a request, or refuses it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="clock">The time by the clock of the service, which may be off.</param>
    /// <param name="style">How answers are written.</param>
    public Answer Serve(EmulatorRequest request, DateTimeOffset clock, AnswerStyle style)
    {
        if (EmulatorRequest.IsTooLarge(request.Body))
        {
            return GatewayErrors.Answer(430);
        }

        if (_checks.Authenticate(request, clock) is Answer refused)
        {
            return refused;
        }

        string path = request.PathAndQuery.Split('?')[0];
        if (Zone.Of(path) is not Zone zone)
        {
            return GatewayErrors.Answer(300);
        }

        string[] segments = path.Substring(zone.Prefix.Length).Split('/');
        foreach (Route route in _routes)
        {
            if (route.Match(request.Method, segments) is IReadOnlyDictionary<string, string> values)
            {
                return Run(route, request, zone, now => new Call(request, zone, values, now, style, _takesNumbersAsText));
            }
        }

        return GatewayErrors.Answer(300);
    }

    private Answer Run(Route route, EmulatorRequest request, Zone zone, Func<DateTimeOffset, Call> makeCall)
    {
        try
        {
            GatewayChecks.RequireHeaders(request, zone);
            return _account.Do(now => route.Handler(makeCall(now)));
        }
        catch (Refusal refusal)
        {
            return refusal.ToAnswer();
        }
    }
}
