using QaBot.Answering;
using QaBot.Cli.Configuration;
using QaBot.Discord;

namespace QaBot.Cli.Commands;

/// <summary>What only the full build has.</summary>
internal static class Adapters
{
    /// <summary>Whether this is the full build.</summary>
#if QABOT_ADAPTERS
    public const bool AreBuiltIn = true;
#else
    public const bool AreBuiltIn = false;
#endif

    private const string Remedy =
        "Build it in, from a feed that carries the packages: dotnet publish src/QaBot.Cli -o out -p:QaBotAdapters=true (docs/ADAPTERS.md).";

    /// <summary>Refuses settings that ask for what is not built in.</summary>
    /// <exception cref="CommandException">They do.</exception>
    public static void Require(QaBotSettings settings)
    {
        if (settings.Answering.Orchestrator == Orchestrator.SemanticKernel)
        {
            Require("Answering:Orchestrator=SemanticKernel", "Semantic Kernel");
        }

        if (settings.Discord.Transport == DiscordTransportKind.DiscordNet)
        {
            Require("Discord:Transport=DiscordNet", "Discord.Net");
        }
    }

    private static void Require(string setting, string package)
    {
        if (!AreBuiltIn)
        {
            throw CommandException.Usage($"{setting} needs {package}, which this build does not have.", Remedy);
        }
    }
}
