using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using YamlDotNet.RepresentationModel;

namespace LiveStation.Contract.Tests.Description;

/// <summary>The OpenAPI file, and what it says against a request.</summary>
internal sealed class ApiDescription
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "patch", "head", "options", "trace"];

    private static readonly string[] AlwaysSent = ["x-ncp-apigw-timestamp", "x-ncp-iam-access-key", "x-ncp-apigw-signature-v2"];

    private ApiDescription(YamlNode root)
    {
        Reader reader = new(root);
        Prefixes = reader.List(root, "servers").Select(server => new Uri(Reader.Text(server, "url")!).AbsolutePath).ToList();
        Operations = reader.Map(root, "paths")
            .SelectMany(path => reader.Map(path.Value).Where(member => Methods.Contains(member.Key)).Select(member => new ApiOperation(reader, member.Key, path.Key, path.Value, member.Value)))
            .ToList();
    }

    /// <summary>The file in docs/api.</summary>
    public static ApiDescription Instance { get; } = Load(Repository.OpenApi);

    /// <summary>What paths begin with, by zone.</summary>
    public IReadOnlyList<string> Prefixes { get; }

    public IReadOnlyList<ApiOperation> Operations { get; }

    public static ApiDescription Load(string yaml)
    {
        YamlStream stream = [];
        stream.Load(new StringReader(yaml));
        return new ApiDescription(stream.Documents[0].RootNode);
    }

    public ApiOperation Operation(string id) => Operations.Single(operation => operation.Id == id);

    /// <summary>The operation that a request asks for; null for none. Of two paths that fit, the one with more literal segments counts.</summary>
    public ApiOperation? Find(SentRequest request) =>
        Operations
            .Where(operation => string.Equals(operation.Method, request.Method, StringComparison.OrdinalIgnoreCase) && operation.Fits(Segments(request)))
            .MaxBy(operation => operation.LiteralCount);

    /// <summary>All that is wrong with a request; nothing for a good one.</summary>
    public IReadOnlyList<string> Faults(SentRequest request)
    {
        if (Prefix(request) is null)
        {
            return [$"{request}: no server of the file has this prefix"];
        }

        if (Find(request) is not { } operation)
        {
            return [$"{request}: the file has no such operation"];
        }

        return HeaderFaults(request)
            .Concat(operation.PathFaults(Segments(request)))
            .Concat(operation.QueryFaults(request.Query))
            .Concat(operation.BodyFaults(request.Body, FieldsOfOtherZones(request, operation)))
            .Select(fault => $"{operation.Id} {request}: {fault}")
            .ToList();
    }

    /// <summary>All that is wrong with the body that a request was answered with.</summary>
    public IReadOnlyList<string> AnswerFaults(SentRequest request, string body)
    {
        if (Find(request) is not { Answer: { } schema } operation)
        {
            return [];
        }

        using JsonDocument document = JsonDocument.Parse(body);
        return schema.Faults(document.RootElement, "", []).Select(fault => $"{operation.Id} answers: {fault}").ToList();
    }

    private IEnumerable<string> HeaderFaults(SentRequest request)
    {
        foreach (string name in AlwaysSent.Where(name => string.IsNullOrEmpty(request.Header(name))))
        {
            yield return $"header {name} is missing";
        }

        if (request.Header("Content-Type") != "application/json")
        {
            yield return "the content type is not application/json";
        }

        string region = Prefix(request) == Prefixes[0] ? "KR" : "FKR";
        if (request.Header("x-ncp-region_code") != region)
        {
            yield return $"the region is not {region}";
        }
    }

    // Words of the file and of its README, not of a schema: CDN_PLUS without edge fields, and no DRM.
    private HashSet<string> FieldsOfOtherZones(SentRequest request, ApiOperation operation) =>
        Prefix(request) != Prefixes[0] && operation.Id is "channelCreate" or "vodChannelCreate"
            ? ["/drmEnabledYn", "/drm", "/cdn/profileId", "/cdn/cdnDomain", "/cdn/regionType"]
            : [];

    private string? Prefix(SentRequest request) => Prefixes.FirstOrDefault(prefix => request.Path.StartsWith(prefix + "/", StringComparison.Ordinal));

    private string[] Segments(SentRequest request) =>
        Prefix(request) is { } prefix ? request.Path[(prefix.Length + 1)..].Split('/').Select(Uri.UnescapeDataString).ToArray() : [];
}
