using System;

namespace LiveStation;

/// <summary>The base address of a zone, and what may stand in its place.</summary>
internal static class ServiceAddress
{
    // Pages of the financial zone print the public host with another prefix.
    private static readonly Uri Vendor = new("https://livestation.apigw.ntruss.com");

    // The host of the financial zone is the one of the vendor's Terraform provider; its region has two names there.
    private static readonly Uri Storage = new("https://kr.object.ncloudstorage.com");
    private static readonly Uri FinancialStorage = new("https://kr.object.fin-ncloudstorage.com");

    public static string RegionOf(Zone zone) => zone == Zone.Financial ? "FKR" : "KR";

    /// <summary>The base address of the calls.</summary>
    /// <exception cref="LiveStationArgumentException">The endpoint is not https and not http on loopback, or holds what no base address has.</exception>
    public static Uri Of(Zone zone, Uri? endpoint)
    {
        Uri address = Checked(endpoint ?? Vendor, "-Endpoint");
        string path = address.AbsolutePath.TrimEnd('/');
        string prefix = path.Length > 0 ? path : zone == Zone.Financial ? "/api/fin-v2" : "/api/v2";
        return new Uri(address.GetLeftPart(UriPartial.Authority) + prefix);
    }

    public static string StorageRegionOf(Zone zone) => zone == Zone.Financial ? "fin-standard" : "kr-standard";

    /// <summary>The address of Object Storage. Buckets come first in its paths, so it has none of its own.</summary>
    /// <exception cref="LiveStationArgumentException">The endpoint is not https and not http on loopback, or holds what no address of a store has.</exception>
    public static Uri StorageOf(Zone zone, Uri? endpoint)
    {
        Uri address = Checked(endpoint ?? (zone == Zone.Financial ? FinancialStorage : Storage), "-StorageEndpoint");
        return address.AbsolutePath.Trim('/').Length == 0
            ? new Uri(address.GetLeftPart(UriPartial.Authority))
            : throw new LiveStationArgumentException("InvalidEndpoint", $"The endpoint '{Text.Clean(address.GetLeftPart(UriPartial.Path))}' holds a path. Nothing was sent.", "Give -StorageEndpoint as https://host, without a bucket; or leave it out for the vendor's address.");
    }

    private static Uri Checked(Uri address, string parameter)
    {
        string? fault = !address.IsAbsoluteUri ? "is not an absolute address"
            : address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp ? "is neither https nor http"
            : address.Scheme == Uri.UriSchemeHttp && !address.IsLoopback ? "is plain http to another machine; a signed call goes over https, or over http to this machine itself"
            : address.UserInfo.Length > 0 ? "holds a user name or password"
            : address.Query.Length > 0 || address.Fragment.Length > 0 ? "holds a query or fragment"
            : null;
        if (fault is not null)
        {
            // What stands before an @ may be a password.
            string text = address.OriginalString;
            string shown = address.IsAbsoluteUri ? address.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped) : text.Substring(text.LastIndexOf('@') + 1);
            throw new LiveStationArgumentException("InvalidEndpoint", $"The endpoint '{Text.Clean(shown)}' {fault}. Nothing was sent.", $"Give {parameter} as https://host, or leave it out for the vendor's address.");
        }

        return address;
    }
}
