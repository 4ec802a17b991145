namespace LiveStation;

/// <summary>Stands in a document for a secret: its name in a vault or in the environment.</summary>
internal sealed record SecretReference(string Name)
{
    public override string ToString() => $"(secret {Name})";
}
