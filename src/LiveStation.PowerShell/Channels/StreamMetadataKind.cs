using System;
using System.Collections.Generic;

namespace LiveStation.PowerShell;

/// <summary>What is being published to live channels.</summary>
internal sealed class StreamMetadataKind : Kind
{
    public override string Noun => "the metadata of a stream";

    public override IReadOnlyList<Type> Records => [typeof(StreamMetadata)];

    public override string? IdName => null;

    public override Type? Within => typeof(ChannelKind);

    public override IReadOnlyList<string> Marks => [nameof(StreamMetadata.VideoFps)];

    public override string Advice => "If its channel is meant, give that one's id: $metadata.ChannelId.";
}
