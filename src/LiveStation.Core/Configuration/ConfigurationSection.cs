using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation;

/// <summary>A kind of thing that a document may hold: its table of fields, and how one is found, made, changed and removed.</summary>
internal abstract class ConfigurationSection
{
    /// <summary>What documents call it.</summary>
    public abstract string Name { get; }

    /// <summary>The noun of the cmdlets, without its prefix.</summary>
    public abstract string Kind { get; }

    /// <summary>What one is called, without an article.</summary>
    public abstract string Noun { get; }

    /// <summary>What several are called.</summary>
    public virtual string Plural => Noun + "s";

    /// <summary>What it holds, for the schema.</summary>
    public abstract string Summary { get; }

    /// <summary>The fields, in the order in which they are written; the first is the name.</summary>
    public abstract IReadOnlyList<ConfigurationField> Fields { get; }

    /// <summary>What the one is called of which an account has no more; null where there may be any number, with names.</summary>
    public virtual string? OnlyName => null;

    /// <summary>Whether an operation takes it away.</summary>
    public virtual bool IsRemovable => true;

    public ConfigurationField Field(string name) => Fields.First(field => field.Name == name);

    /// <summary>All of an account, built in ones too; of a name alone where the service can tell.</summary>
    public abstract IAsyncEnumerable<ServiceRecord> ListAsync(ConfigurationService service, string? name, CancellationToken cancellationToken);

    /// <summary>What a list leaves out of it.</summary>
    public virtual Task<ServiceRecord> WholeAsync(ConfigurationService service, ServiceRecord record, CancellationToken cancellationToken) => Task.FromResult(record);

    public abstract Task<ServiceRecord> GetAsync(ConfigurationService service, string id, CancellationToken cancellationToken);

    public abstract bool Holds(ServiceRecord record);

    public abstract string NameOf(ServiceRecord record);

    public abstract string IdOf(ServiceRecord record);

    /// <summary>Whether it is the account's own, and not gone.</summary>
    public abstract bool IsOwn(ServiceRecord record);

    /// <summary>Whether somebody may be watching.</summary>
    public virtual bool IsOnAir(ServiceRecord record) => false;

    /// <summary>Whether it was stopped, so that it cannot be removed.</summary>
    public virtual bool IsBlocked(ServiceRecord record) => false;

    /// <summary>Its state, in words.</summary>
    public virtual string StateOf(ServiceRecord record) => "";

    /// <summary>Whether the service is through with making it.</summary>
    public virtual bool IsMade(ServiceRecord record) => true;

    /// <summary>Whether the service is through with everything, so that it can be removed.</summary>
    public virtual bool IsSettled(ServiceRecord record) => IsMade(record);

    /// <summary>What a change does to others, in words; null for nothing that is known.</summary>
    public virtual string? ConsequenceOf(ServiceRecord record) => null;

    /// <summary>The ids of things of other sections that it stands on.</summary>
    public virtual IEnumerable<(string Section, string Id)> StandsOn(ServiceRecord record) => [];

    /// <summary>Refuses what the service is known to refuse.</summary>
    /// <exception cref="LiveStationArgumentException">A rule is broken.</exception>
    public abstract void Check(ConfigurationItem wanted, ConfigurationBuild build);

    /// <summary>The same for a change.</summary>
    /// <param name="now">The thing.</param>
    /// <param name="call">The call.</param>
    /// <param name="wanted">The fields that become different, and those that a call wants besides.</param>
    /// <param name="build">What settings are made with.</param>
    /// <exception cref="LiveStationArgumentException">A rule is broken.</exception>
    public virtual void CheckChange(ServiceRecord now, FieldCall call, ConfigurationItem wanted, ConfigurationBuild build)
    {
    }

    public abstract Task<ServiceRecord> CreateAsync(ConfigurationService service, ConfigurationItem wanted, ConfigurationBuild build, CancellationToken cancellationToken);

    public virtual Task ChangeAsync(ConfigurationService service, ServiceRecord now, FieldCall call, ConfigurationItem wanted, ConfigurationBuild build, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public virtual Task RemoveAsync(ConfigurationService service, string id, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>A thing of an account as a document holds it.</summary>
    public ConfigurationItem Item(ServiceRecord record)
    {
        ConfigurationItem item = new() { Name = NameOf(record) };
        foreach (ConfigurationField field in Fields)
        {
            item.Set(field.Name, field.Of(record));
        }

        return item;
    }

    /// <summary>Settings with the fields that they have a property for.</summary>
    private protected T Build<T>(ConfigurationItem wanted, ConfigurationBuild build)
        where T : class
    {
        T settings = (T)Activator.CreateInstance(typeof(T))!;
        foreach (ConfigurationField field in Fields)
        {
            if (wanted[field.Name] is { } value && typeof(T).GetProperty(field.Property) is { CanWrite: true } property && field.Type != FieldType.Parts)
            {
                property.SetValue(settings, Setting(field, value, property, build));
            }
        }

        return settings;
    }

    private static object Setting(ConfigurationField field, object value, PropertyInfo property, ConfigurationBuild build)
    {
        Type type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        return field.Type switch
        {
            FieldType.Choice => field.Choice!.Read((string)value)!,
            FieldType.Name => build.IdOf(field.RefersTo!, (string)value),
            FieldType.Names => ((IEnumerable)value).Cast<string>().Select(name => build.IdOf(field.RefersTo!, name)).ToArray(),
            FieldType.Whole when type == typeof(TimeSpan) => TimeSpan.FromMilliseconds((long)value),
            FieldType.Real => (double)(decimal)value,
            _ => value,
        };
    }
}

/// <summary>The same for things of one record.</summary>
/// <typeparam name="T">The record.</typeparam>
internal abstract class ConfigurationSection<T> : ConfigurationSection
    where T : ServiceRecord
{
    public sealed override bool Holds(ServiceRecord record) => record is T;

    private protected static ConfigurationField Row(string name, FieldType type, FieldCall call, string summary, Func<T, object?> read) => new(name, type, summary) { Call = call, Read = record => read((T)record) };

    private protected static ConfigurationField Row<TChoice>(string name, FieldCall call, string summary, Func<T, object?> read)
        where TChoice : struct, Enum => Row(name, FieldType.Choice, call, summary, read) with { Choice = WireEnum.Of(typeof(TChoice)) };

    // A value that this version does not know stays as it came.
    private protected static string? Known<TChoice>(TChoice value, string? text)
        where TChoice : struct, Enum => ChannelBody.Present<TChoice>(value, text);
}
