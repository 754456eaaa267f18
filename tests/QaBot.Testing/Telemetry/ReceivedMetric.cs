namespace QaBot.Testing.Telemetry;

/// <summary>A metric that a collector has received.</summary>
/// <param name="Meter">The meter that it is from.</param>
/// <param name="Name">Its name.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Points">The attributes of each of its points.</param>
public sealed record ReceivedMetric(string Meter, string Name, string Unit, IReadOnlyList<IReadOnlyDictionary<string, string>> Points);
