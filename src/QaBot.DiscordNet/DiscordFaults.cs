using System.Globalization;
using System.Net;
using Discord.Net;
using QaBot.Discord;

namespace QaBot.DiscordNet;

/// <summary>What Discord.Net throws, as the port says it; and what is worth another attempt.</summary>
internal static class DiscordFaults
{
    private const int MostAttempts = 4;
    private const string TokenRemedy = "Reset it in the developer portal, page Bot, and set Discord:Token to the new one.";
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(250);

    /// <summary>Makes a call, again where Discord failed for the moment; rate limits are waited for by Discord.Net itself.</summary>
    public static async Task<T> CallAsync<T>(Func<Task<T>> call, TimeProvider time, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                return await call().ConfigureAwait(false);
            }
            catch (HttpException e) when ((int)e.HttpCode >= 500 && attempt < MostAttempts)
            {
                await Task.Delay(FirstWait * (1 << attempt), time, cancellationToken).ConfigureAwait(false);
            }
            catch (HttpException e)
            {
                throw Of(e);
            }
            catch (Exception e) when (e is TimeoutException or RateLimitedException or HttpRequestException or InvalidOperationException)
            {
                throw new DiscordException("Discord could not be asked: " + e.Message.TrimEnd('.') + ".", "Look at the connection, and try again.", innerException: e);
            }
        }
    }

    /// <summary>Makes a call that returns nothing.</summary>
    public static Task CallAsync(Func<Task> call, TimeProvider time, CancellationToken cancellationToken) => CallAsync(
        async () =>
        {
            await call().ConfigureAwait(false);
            return true;
        },
        time,
        cancellationToken);

    /// <summary>Why no connection can succeed, or null where another one can.</summary>
    /// <remarks>https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes.</remarks>
    public static DiscordException? OfDisconnect(Exception exception) => (exception as WebSocketClosedException ?? exception.InnerException as WebSocketClosedException)?.CloseCode switch
    {
        4004 => Fatal(4004, "Discord does not accept the bot's token", TokenRemedy),
        4010 => Fatal(4010, "Discord does not know this shard", "Set Discord:Shards to auto, or to an index below the count, as in 0/4."),
        4011 => Fatal(4011, "The bot is in too many servers for so few shards", "Set Discord:Shards to auto, or to one of more shards, and start again."),
        4012 => Fatal(4012, "Discord no longer speaks this version of its gateway", "Get a newer version of Discord.Net."),
        4013 or 4014 => Fatal(4014, "Discord does not allow the intents that the bot asks for", "In the developer portal, page Bot, check that the application is not restricted."),
        _ => null,
    };

    private static DiscordException Of(HttpException e)
    {
        var isFatal = e.HttpCode == HttpStatusCode.Unauthorized;
        var code = e.DiscordCode is { } known && known != 0 ? (int)known : (int)e.HttpCode;
        var message = string.Create(CultureInfo.InvariantCulture, $"Discord refuses it: {e.Reason ?? e.HttpCode.ToString()} (code {code}).");
        return new DiscordException(
            isFatal ? "Discord does not accept the bot's token (401)." : message,
            isFatal ? TokenRemedy : "qabot discord --check says what the bot may and may not do.",
            isFatal,
            code)
        {
            Status = (int)e.HttpCode,
        };
    }

    private static DiscordException Fatal(int code, string what, string remedy) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{what} (close code {code})."), remedy, isFatal: true, code);
}
