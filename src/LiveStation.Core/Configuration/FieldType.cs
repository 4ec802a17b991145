namespace LiveStation;

/// <summary>What a field of a document holds.</summary>
internal enum FieldType
{
    Text,
    Address,
    Whole,
    Real,
    Flag,
    Choice,
    Name,
    Names,
    Secret,
    Parts,
}
