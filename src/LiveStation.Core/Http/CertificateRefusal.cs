using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace LiveStation;

/// <summary>A certificate that this machine does not accept, and why. The machine's own verdict counts: it is told here, and never softened.</summary>
internal sealed class CertificateRefusal : AuthenticationException
{
    private static readonly (Func<SslPolicyErrors, X509ChainStatusFlags, bool> Fits, string Fault, string Advice)[] Reasons =
    [
        (static (errors, _) => errors.HasFlag(SslPolicyErrors.RemoteCertificateNotAvailable),
            "shows no certificate",
            "Look for a proxy or a firewall between here and the service."),
        (static (_, chain) => (chain & (X509ChainStatusFlags.UntrustedRoot | X509ChainStatusFlags.PartialChain)) != 0,
            "shows a certificate whose issuer this machine does not trust",
            "Where your company's proxy opens TLS connections, have its root certificate put into the store of this machine (Windows: Cert:\\LocalMachine\\Root; Linux: the system's bundle, or a file that SSL_CERT_FILE names). Where it does not, somebody is reading along: do not go on."),
        (static (_, chain) => (chain & X509ChainStatusFlags.NotTimeValid) != 0,
            "shows a certificate that is not valid at the time of this machine",
            "Look at the clock of this machine first, and then at the dates of the certificate."),
        (static (_, chain) => (chain & X509ChainStatusFlags.Revoked) != 0,
            "shows a certificate that was revoked",
            "Do not go on, and tell the network's people."),
        (static (errors, _) => errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch),
            "shows a certificate for another name",
            "Somebody else answers at this address: look at the endpoint (Get-LsContext), at the proxy, and at the name's address."),
    ];

    private CertificateRefusal(string message, string advice)
        : base(message) => Advice = advice;

    /// <summary>What to do.</summary>
    public string Advice { get; }

    /// <summary>The machine's verdict, told with its reasons where it is against.</summary>
    /// <exception cref="CertificateRefusal">The certificate is refused.</exception>
    public static bool Judge(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors) =>
        errors == SslPolicyErrors.None ? true : throw Of(certificate, chain, errors);

    /// <summary>A verdict in words.</summary>
    public static CertificateRefusal Of(X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        X509ChainStatusFlags flags = chain?.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, static (all, one) => all | one.Status) ?? X509ChainStatusFlags.NoError;
        List<(Func<SslPolicyErrors, X509ChainStatusFlags, bool> Fits, string Fault, string Advice)> found = [.. Reasons.Where(reason => reason.Fits(errors, flags))];
        string fault = found.Count > 0 ? string.Join(", and ", found.Select(static reason => reason.Fault)) : $"shows a certificate that is refused ({errors}, {flags})";
        string who = certificate is null ? "" : $" It is for '{Text.Clean(certificate.Subject)}', issued by '{Text.Clean(certificate.Issuer)}', valid from {certificate.GetEffectiveDateString()} to {certificate.GetExpirationDateString()}.";
        return new CertificateRefusal(
            $"whoever answers there {fault}.{who}",
            found.Count > 0 ? found[0].Advice : "Look for a proxy that opens TLS connections, at the machine's certificate store, and at its clock.");
    }
}
