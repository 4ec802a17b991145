using System;
using System.Collections.Generic;
using System.Text.Json;

namespace LiveStation;

/// <summary>What the service tells of one thing.</summary>
public abstract record ServiceRecord
{
    private static readonly Dictionary<string, JsonElement> Nothing = [];

    /// <summary>Fields that this version does not know, or could not read as their type. A method, so that CSV stays flat.</summary>
    public IReadOnlyDictionary<string, JsonElement> GetAdditionalFields() => Rest ?? Nothing;

    internal IReadOnlyDictionary<string, JsonElement>? Rest { private get; init; }

    /// <summary>The account that it came from; set by who asked.</summary>
    internal AccountMark Origin { get; set; }

    /// <summary>An account, for whoever keeps it. No part of what the service tells: records of two accounts are equal where that is.</summary>
    internal readonly struct AccountMark(object? account) : IEquatable<AccountMark>
    {
        public object? Account { get; } = account;

        public bool Equals(AccountMark other) => true;

        public override bool Equals(object? obj) => obj is AccountMark;

        public override int GetHashCode() => 0;
    }
}
