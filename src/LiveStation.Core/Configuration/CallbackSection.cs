using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation;

/// <summary>The callback of channels without one of their own. No operation is known that takes it away.</summary>
internal sealed class CallbackSection : ConfigurationSection<Callback>
{
    private const string OfAll = "default callback";

    public override string Name => "callback";

    public override string Kind => "Callback";

    public override string Noun => "callback";

    public override string Summary => "Where the service posts events of channels without a callback of their own.";

    public override string? OnlyName => OfAll;

    public override bool IsRemovable => false;

    public override IReadOnlyList<ConfigurationField> Fields { get; } =
    [
        Row("callbackUrl", FieldType.Address, FieldCall.Callback, "An http or https address.", static it => Written(it.RevealCallbackUrl(), "default")) with { IsRequired = true, TakesSecret = true },
    ];

    public override async IAsyncEnumerable<ServiceRecord> ListAsync(ConfigurationService service, string? name, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Callback callback = await service.Callbacks.GetAsync(cancellationToken).ConfigureAwait(false);
        if (callback.CallbackUrl is not null)
        {
            yield return callback;
        }
    }

    public override async Task<ServiceRecord> GetAsync(ConfigurationService service, string id, CancellationToken cancellationToken) => await service.Callbacks.GetAsync(cancellationToken).ConfigureAwait(false);

    public override string NameOf(ServiceRecord record) => OfAll;

    public override string IdOf(ServiceRecord record) => OfAll;

    public override bool IsOwn(ServiceRecord record) => true;

    public override void Check(ConfigurationItem wanted, ConfigurationBuild build)
    {
    }

    public override async Task<ServiceRecord> CreateAsync(ConfigurationService service, ConfigurationItem wanted, ConfigurationBuild build, CancellationToken cancellationToken) =>
        await service.Callbacks.SetAsync(Address(wanted, "callbackUrl", build), cancellationToken).ConfigureAwait(false);

    public override Task ChangeAsync(ConfigurationService service, ServiceRecord now, FieldCall call, ConfigurationItem wanted, ConfigurationBuild build, CancellationToken cancellationToken) =>
        CreateAsync(service, wanted, build, cancellationToken);

    /// <summary>An address as a document holds it: by reference where it lets somebody in.</summary>
    public static object? Written(Uri? address, string? owner) => address is null ? null
        : Secrets.Hide(address) == address ? address.OriginalString
        : new SecretReference($"{owner}-callback");

    /// <summary>The address that a document names.</summary>
    /// <exception cref="LiveStationArgumentException">What a reference stands for is no address.</exception>
    public static Uri Address(ConfigurationItem wanted, string field, ConfigurationBuild build) =>
        Uri.TryCreate(build.Text(wanted[field]), UriKind.Absolute, out Uri? address) && CallbackOperations.IsAddress(address)
            ? address
            : throw new LiveStationArgumentException("InvalidCallbackUrl", $"{Text.Clean(wanted.Name)}: {wanted[field]} stands for no whole http or https address.", "Put one into the vault or the environment, with its scheme and host.");
}
