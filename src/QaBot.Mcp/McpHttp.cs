using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace QaBot.Mcp;

/// <summary>The same server over HTTP: the protocol's streamable transport.</summary>
/// <remarks>No session is kept: each request stands by itself, so that nothing is held for clients that have gone. One that goes cancels its call.</remarks>
public static class McpHttp
{
    /// <summary>Where it is mapped.</summary>
    public const string Path = "/mcp";

    /// <summary>Adds what the endpoint needs.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="server">The server.</param>
    public static IServiceCollection AddCorpusServer(this IServiceCollection services, CorpusServer server)
    {
        ArgumentNullException.ThrowIfNull(server);
        services.AddMcpServer(server.Configure).WithHttpTransport(options => options.Stateless = true);
        return services;
    }

    /// <summary>Maps the endpoint.</summary>
    public static IEndpointConventionBuilder MapCorpusServer(this IEndpointRouteBuilder endpoints) => endpoints.MapMcp(Path);
}
