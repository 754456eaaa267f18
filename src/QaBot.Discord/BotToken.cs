using System.Globalization;
using System.Text.RegularExpressions;

namespace QaBot.Discord;

/// <summary>A bot's token, which is written to Discord's own requests and to nothing else.</summary>
public sealed partial class BotToken
{
    /// <summary>Discord says nothing of a token's length: other servers' are ten times as long as Discord's own.</summary>
    private const int Longest = 2000;

    private const string Shown = "[token]";
    private const string Scheme = "Bot ";

    private BotToken(string value) => Value = value;

    /// <summary>The token itself.</summary>
    internal string Value { get; }

    /// <summary>The value of the header that proves who asks.</summary>
    internal string Authorization => Scheme + Value;

    /// <summary>Takes a token as configured.</summary>
    /// <exception cref="DiscordException">It is missing or cannot be a token.</exception>
    public static BotToken Parse(string? configured)
    {
        const string Remedy = "Copy it from the developer portal, page Bot, “Reset Token”, and set it in the environment variable QABOT_Discord__Token.";
        var value = configured?.Trim() ?? "";
        value = value.StartsWith(Scheme, StringComparison.Ordinal) ? value[Scheme.Length..].Trim() : value;
        var fault = value.Length == 0 ? "is not set"
            : value.Length > Longest ? string.Create(CultureInfo.InvariantCulture, $"has {value.Length} characters, more than the {Longest} that a request's head has room for")
            : Form().IsMatch(value) ? null
            : "has a space, a line end or a letter beyond ASCII in it, which no request's head can carry";
        return fault is null ? new BotToken(value) : throw new DiscordException($"Discord:Token {fault}.", Remedy, isFatal: true);
    }

    /// <summary>A text without the token in it.</summary>
    public string Redact(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Replace(Value, Shown, StringComparison.Ordinal);
    }

    /// <summary>Not the token.</summary>
    public override string ToString() => Shown;

    [GeneratedRegex(@"^[\x21-\x7E]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
