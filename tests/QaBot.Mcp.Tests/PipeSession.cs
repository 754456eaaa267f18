using System.IO.Pipelines;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using QaBot.Testing;
using QaBot.Text;

namespace QaBot.Mcp.Tests;

/// <summary>The server and the official client in one process, over a pair of pipes.</summary>
internal sealed class PipeSession : IAsyncDisposable
{
    private readonly Pipe _toServer = new();
    private readonly Pipe _toClient = new();
    private readonly CancellationTokenSource _ending = new();
    private Task _running = Task.CompletedTask;

    public Task<McpClient> ConnectAsync(IEnumerable<(string Name, string Text)> documents)
    {
        var corpus = new Corpus(documents.Select(document => Document.FromText(document.Name, document.Text)));
        var server = new CorpusServer(new QuestionAnswerer(corpus, InventedBiography.IndexOf(corpus)), corpus);
        _running = server.RunAsync(_toServer.Reader.AsStream(), _toClient.Writer.AsStream(), cancellationToken: _ending.Token);
        return McpClient.CreateAsync(new StreamClientTransport(_toServer.Writer.AsStream(), _toClient.Reader.AsStream()));
    }

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        await _running;
        _ending.Dispose();
    }
}
