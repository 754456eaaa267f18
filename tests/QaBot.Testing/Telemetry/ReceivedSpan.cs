namespace QaBot.Testing.Telemetry;

/// <summary>A span that a collector has received.</summary>
/// <param name="Source">The source that it is from.</param>
/// <param name="Name">Its name.</param>
/// <param name="Trace">The trace, in hexadecimal.</param>
/// <param name="Id">Its id, in hexadecimal.</param>
/// <param name="Parent">That of its parent, or empty.</param>
/// <param name="Attributes">Its attributes, numbers as text.</param>
public sealed record ReceivedSpan(string Source, string Name, string Trace, string Id, string Parent, IReadOnlyDictionary<string, string> Attributes);
