using System.Net;
using System.Net.Sockets;
using System.Text;

namespace QaBot.Web.Tests;

/// <summary>Sends exactly the bytes of a request, which a client would make harmless first.</summary>
internal static class RawHttp
{
    public static async Task<string> SendAsync(int port, string request)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, port);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }

    public static Task<string> GetAsync(int port, string path, string? host = null) =>
        SendAsync(port, $"GET {path} HTTP/1.1\r\nHost: {host ?? $"127.0.0.1:{port}"}\r\nConnection: close\r\n\r\n");
}
