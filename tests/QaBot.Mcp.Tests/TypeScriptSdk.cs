using System.ComponentModel;
using System.Diagnostics;

namespace QaBot.Mcp.Tests;

/// <summary>The protocol's TypeScript SDK, restored by npm beside the tests, once for a build.</summary>
internal static class TypeScriptSdk
{
    private const string Package = "@modelcontextprotocol/sdk@1.32.2";
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "typescript");
    private static readonly Lazy<string?> Restored = new(Restore);

    /// <summary>Why it is not there, or null.</summary>
    public static string? Fault => Restored.Value;

    /// <summary>Runs the session of <c>client.mjs</c>.</summary>
    public static async Task<string> RunAsync(string workingDirectory, params string[] args)
    {
        using var node = Process.Start(new ProcessStartInfo("node", [Path.Combine(Folder, "client.mjs"), .. args]) { WorkingDirectory = workingDirectory, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, error) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        await node.WaitForExitAsync(patience.Token);
        Assert.True(node.ExitCode == 0, await error);
        return await output;
    }

    private static string? Restore()
    {
        try
        {
            Directory.CreateDirectory(Folder);
            File.Copy(Path.Combine(AppContext.BaseDirectory, "client.mjs"), Path.Combine(Folder, "client.mjs"), overwrite: true);
            if (Directory.Exists(Path.Combine(Folder, "node_modules")))
            {
                return null;
            }

            var start = new ProcessStartInfo("npm", ["install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", Folder, Package]) { RedirectStandardOutput = true, RedirectStandardError = true };
            using var npm = Process.Start(start)!;
            var (output, error) = (npm.StandardOutput.ReadToEndAsync(), npm.StandardError.ReadToEndAsync());
            npm.WaitForExit();
            Task.WaitAll(output, error);
            return npm.ExitCode == 0 ? null : $"npm does not restore {Package}";
        }
        catch (Win32Exception)
        {
            return "needs npm and node";
        }
    }
}
