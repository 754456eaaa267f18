namespace QaBot.Web.Hosting;

/// <summary>Who can reach the server, and by what names.</summary>
/// <param name="Addresses">Where it listens.</param>
/// <param name="Hosts">The names that a request may be addressed to; <c>*</c> for any.</param>
internal sealed record Reach(IReadOnlyList<ListenAddress> Addresses, IReadOnlyList<string> Hosts)
{
    private const int ShortestToken = 16;

    /// <summary>What the options say.</summary>
    /// <exception cref="WebException">They would open it to others without a token, or cannot be carried out.</exception>
    public static Reach Of(WebOptions options)
    {
        var addresses = ListenAddress.ParseAll(options.Urls);
        var beyond = addresses.FirstOrDefault(address => !address.IsLoopback);
        if (options.Token.Length == 0 && beyond is not null)
        {
            throw new WebException(
                $"{options.Urls} can be reached from other machines, and Web:Token is not set.",
                "Set a token in the environment variable QABOT_Web__Token, or listen on http://127.0.0.1:5080.",
                isUsage: true);
        }

        var named = options.Hosts.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (options.Token.Length == 0 && named.Length > 0)
        {
            throw new WebException(
                $"Web:Hosts has {options.Hosts}, by which others reach the server, and Web:Token is not set.",
                "Set a token in the environment variable QABOT_Web__Token, or leave Web:Hosts empty.",
                isUsage: true);
        }

        if (options.Token.Length is > 0 and < ShortestToken || options.Token.Any(c => c is <= ' ' or > '~'))
        {
            throw new WebException(
                "Web:Token is none.", $"Give at least {ShortestToken} visible ASCII characters without spaces, such as those that openssl rand -hex 16 prints.", isUsage: true);
        }

        // A page elsewhere may have its name resolved to loopback; its requests have that name, which is none of these.
        return new Reach(addresses, beyond is not null && named.Length == 0 ? ["*"] : ["localhost", "127.0.0.1", "[::1]", .. addresses.Select(address => address.HostName), .. named]);
    }
}
