namespace QaBot.Cli.Configuration;

/// <summary>One configured value.</summary>
/// <param name="Key">Its name, <c>Section:Key</c>.</param>
/// <param name="Value">The value as text.</param>
/// <param name="Origin">Where it was read: a file or an environment variable.</param>
internal sealed record Setting(string Key, string Value, string Origin);
