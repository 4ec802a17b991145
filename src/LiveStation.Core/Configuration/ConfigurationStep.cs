using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation;

/// <summary>What a step does.</summary>
internal enum ConfigurationStepKind
{
    Create,
    Change,
    Remove,
}

/// <summary>One call of a plan.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Section">The kind of thing.</param>
/// <param name="Change">The change that it is a part of.</param>
internal sealed record ConfigurationStep(ConfigurationStepKind Kind, ConfigurationSection Section, ConfigurationChange Change)
{
    /// <summary>The fields that are sent; null for a removal.</summary>
    public ConfigurationItem? Wanted { get; init; }

    /// <summary>The thing as it was read; null for one that is made.</summary>
    public ServiceRecord? Now { get; init; }

    /// <summary>Which call changes it.</summary>
    public FieldCall Call { get; init; }

    /// <summary>The references to secrets in what is sent.</summary>
    public IEnumerable<SecretReference> Secrets => Wanted is null ? [] : Wanted.Secrets(Section.Fields);

    /// <summary>Carries it out.</summary>
    /// <param name="service">Where.</param>
    /// <param name="build">What settings are made with.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    /// <returns>The thing that was made; null where something else made it meanwhile, or none was to be made.</returns>
    /// <exception cref="LiveStationException">The call failed.</exception>
    public async Task<ServiceRecord?> RunAsync(ConfigurationService service, ConfigurationBuild build, CancellationToken cancellationToken)
    {
        switch (Kind)
        {
            case ConfigurationStepKind.Create:
                // Somebody else may be at it too. The service does not mind two of one name, so it is looked for right before.
                return await service.HasAsync(Section, Wanted!.Name, cancellationToken).ConfigureAwait(false)
                    ? null
                    : await Section.CreateAsync(service, Wanted, build, cancellationToken).ConfigureAwait(false);
            case ConfigurationStepKind.Change:
                await Section.ChangeAsync(service, Now!, Call, Wanted!, build, cancellationToken).ConfigureAwait(false);
                return null;
            default:
                await Section.RemoveAsync(service, Section.IdOf(Now!), cancellationToken).ConfigureAwait(false);
                return null;
        }
    }
}
