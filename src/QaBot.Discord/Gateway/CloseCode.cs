namespace QaBot.Discord.Gateway;

/// <summary>What the code of a closed connection asks for.</summary>
/// <remarks>https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes.</remarks>
internal static class CloseCode
{
    /// <summary>The bot leaves: Discord ends the session and shows it offline.</summary>
    public const int Normal = 1000;

    /// <summary>The bot will be back: any code but 1000 and 1001 keeps the session.</summary>
    public const int Resuming = 4000;

    private const int AuthenticationFailed = 4004;

    /// <summary>Whether the session is lost: its number was wrong, it has timed out, or the connection did not prove who it was.</summary>
    public static bool EndsSession(int code) => code is 4003 or 4007 or 4009;

    /// <summary>Why no connection can succeed, or null where one can.</summary>
    /// <param name="code">The code.</param>
    /// <param name="reason">What the server said to it, or null.</param>
    public static DiscordException? Fault(int code, string? reason = null)
    {
        return code switch
        {
            AuthenticationFailed => Fatal("Discord does not accept the bot's token", "Reset it in the developer portal, page Bot, and set Discord:Token to the new one."),
            4010 => Fatal("Discord does not know this shard", "Set Discord:Shards to auto, or to an index below the count, as in 0/4."),
            4011 => Fatal("The bot is in too many servers for so few shards", "Set Discord:Shards to auto, or to one of more shards, and start again."),
            4012 => Fatal("Discord no longer speaks version 10 of its gateway", "Get a newer version of this program."),
            4013 => Fatal("Discord does not know the intents that the bot asks for", "Get a newer version of this program."),
            4014 => Fatal("Discord does not allow the intents that the bot asks for", "In the developer portal, page Bot, check that the application is not restricted."),
            _ => null,
        };

        DiscordException Fatal(string what, string remedy) =>
            new($"{what} (close code {code}{(reason is null ? "" : ": " + reason)}).", remedy, isFatal: true, code);
    }

}
