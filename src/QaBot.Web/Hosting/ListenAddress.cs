using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace QaBot.Web.Hosting;

/// <summary>An address that the server listens on.</summary>
/// <param name="Address">The interface's address.</param>
/// <param name="Port">The port, or 0 for any.</param>
internal sealed record ListenAddress(IPAddress Address, int Port)
{
    private const string Remedy = "Give addresses such as http://127.0.0.1:5080 or http://0.0.0.0:5080, with semicolons between.";

    /// <summary>Whether nobody but this machine can reach it.</summary>
    public bool IsLoopback => IPAddress.IsLoopback(Address);

    /// <summary>The address as it stands in a URL.</summary>
    public string HostName => Address.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{Address}]" : Address.ToString();

    /// <summary>Reads addresses with semicolons between.</summary>
    /// <exception cref="WebException">One is none, or none is there.</exception>
    public static IReadOnlyList<ListenAddress> ParseAll(string urls)
    {
        var parts = urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return parts.Length == 0 ? throw new WebException("There is no address to listen on.", Remedy, isUsage: true) : [.. parts.SelectMany(Parse).Distinct()];
    }

    /// <summary>Makes the server listen here.</summary>
    public void ListenOn(KestrelServerOptions kestrel) => kestrel.Listen(Address, Port);

    private static IEnumerable<ListenAddress> Parse(string url)
    {
        if (url.StartsWith("https:", StringComparison.OrdinalIgnoreCase))
        {
            throw new WebException($"“{url}” is https, which the server does not speak.", "Listen on http, and put a reverse proxy with a certificate before it.", isUsage: true);
        }

        var end = url.TrimEnd('/');
        var colon = end.LastIndexOf(':');
        if (!end.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || colon <= "http:".Length
            || !ushort.TryParse(end[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var port))
        {
            throw new WebException($"“{url}” is no address to listen on.", Remedy, isUsage: true);
        }

        var host = end["http://".Length..colon];
        return host switch
        {
            "localhost" => [new(IPAddress.Loopback, port)],
            "*" or "+" => [new(IPAddress.Any, port)],
            _ when IPAddress.TryParse(host.Trim('[', ']'), out var address) => [new(address, port)],
            _ => throw new WebException($"“{url}” names no address of this machine.", Remedy, isUsage: true),
        };
    }
}
