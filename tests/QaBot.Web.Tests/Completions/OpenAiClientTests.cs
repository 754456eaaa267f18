using System.Diagnostics;
using System.Text.Json.Nodes;
using QaBot.Testing;

namespace QaBot.Web.Tests.Completions;

/// <summary>The client that most front ends are made with: the npm package <c>openai</c>, which <c>.ci/run</c> installs.</summary>
public sealed class OpenAiClientTests
{
    private static readonly string Folder = Repository.PathOf("tests", "QaBot.Web.Tests", "OpenAi");

    [OpenAiFact]
    public async Task Client_BothModesAndErrors_AreUnderstood()
    {
        await using var scene = await WebScene.StartAsync(options => options.Token = "0123456789abcdef");

        var seen = await RunAsync("answers.mjs", $"{scene.Client.BaseAddress}v1", "0123456789abcdef");

        Assert.Equal(["qabot"], seen["models"]!.AsArray().Select(model => model!.GetValue<string>()));
        Assert.EndsWith("born in Bergen. [1]", seen.Text("whole"), StringComparison.Ordinal);
        Assert.Equal(seen.Text("whole"), seen.Text("streamed"));
        Assert.Contains("#doc=lives%2Ftove-aldermann.txt&start=", seen.Text("url"), StringComparison.Ordinal);
        Assert.Equal("AuthenticationError 401 invalid_api_key", seen.Text("wrongKey"));
        Assert.Equal("NotFoundError 404 model_not_found", seen.Text("wrongModel"));
        Assert.Equal("BadRequestError 400", seen.Text("empty").Trim());
    }

    [OpenAiFact]
    public async Task Client_Abort_EndsTheQuestion()
    {
        using var held = new HeldRanking();
        await using var scene = await WebScene.StartAsync(answerer: WebScene.Ranking(held.RankAsync));

        var seen = await RunAsync("abort.mjs", $"{scene.Client.BaseAddress}v1", "none");

        Assert.True(seen["aborted"]!.GetValue<bool>());
        await held.Cancelled;
    }

    private static async Task<JsonNode> RunAsync(string script, string address, string key)
    {
        var start = new ProcessStartInfo("node", [script, address, key]) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = await process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await process.WaitForExitAsync(patience.Token);
        Assert.True(process.ExitCode == 0, error);
        return JsonNode.Parse(await output)!;
    }

    [AttributeUsage(AttributeTargets.Method)]
    private sealed class OpenAiFactAttribute : FactAttribute
    {
        public OpenAiFactAttribute() =>
            Skip = Directory.Exists(Path.Combine(Folder, "node_modules", "openai")) ? null : "needs the npm package openai: npm ci --prefix tests/QaBot.Web.Tests/OpenAi";
    }
}
