using System.Runtime.CompilerServices;
using QaBot.Answering;
using QaBot.Chunking;
using QaBot.Citations;
using QaBot.Conversations;
using QaBot.Discord.Conversations;
using QaBot.Discord.Gateway;
using QaBot.Indexing;
using QaBot.Testing;
using QaBot.Testing.Discord;
using QaBot.Text;

namespace QaBot.Discord.Tests;

/// <summary>The bot over a page of text, connected to a double.</summary>
internal sealed class BotScene : IAsyncDisposable
{
    public const string DocumentName = "marlow.txt";

    public const string Text = """
        Ada Marlow was born in Bristol in 1931. Her father repaired clocks, and the whole house ticked. She later said that she had
        learned patience from the pendulums and haste from the alarm clocks, which her father tested all at once on Sunday mornings.

        Marlow opened her pottery in Falmouth in 1958. The pottery employed nine people. It stood on the quay between a chandler and a
        sail loft, and its kiln was fired with driftwood until the harbour master forbade it in the dry summer of the following decade.

        She received the Harbour Medal in 1972. The medal was designed by Tom Reeve. It shows a gull over waves and hung for years in the
        window of the pottery, where visitors took it for a price that somebody had forgotten to write on, and asked for the gull itself.
        """;

    public const string Where = "Where was Ada Marlow born?";

    private readonly TempDirectory _directory = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly GatewayTransport _transport;
    private readonly TimeProvider? _time;

    private BotScene(DiscordDouble server, DiscordOptions options, AskQuestion? ask, IReadOnlyList<Document> documents, TimeProvider? time, string? data, string? title)
    {
        Server = server;
        _time = time;
        Corpus = new Corpus(documents);
        Index = PassageIndex.Build(Corpus, new ChunkingOptions());
        Answerer = new QuestionAnswerer(Corpus, Index);
        Database = BotDatabase.Open(data ?? _directory.Path);
        _transport = new GatewayTransport(options, Log, time);
        Bot = new DiscordBot(_transport, ask ?? AskAsync, Corpus, Index, Database, options, Log, title, Link, time);
        Running = Bot.RunAsync(_stopping.Token);
    }

    public DiscordDouble Server { get; }

    /// <summary>Where a citation is on the web.</summary>
    private static Uri Link(Citation citation) => new($"https://qabot.example/source/{citation.Document}#{citation.Span.Start}");

    public Corpus Corpus { get; }

    public PassageIndex Index { get; }

    public QuestionAnswerer Answerer { get; }

    public BotDatabase Database { get; }

    public DiscordBot Bot { get; }

    public TestLog Log { get; } = new();

    public Task Running { get; }

    public static async Task<BotScene> StartAsync(
        Func<DiscordOptions, DiscordOptions>? configure = null,
        DiscordDoubleOptions? server = null,
        AskQuestion? ask = null,
        string text = Text,
        TimeProvider? time = null,
        string? data = null,
        DiscordDouble? existing = null,
        IReadOnlyList<Document>? documents = null,
        string? title = null)
    {
        var fake = existing ?? await DiscordDouble.StartAsync(server);
        fake.Guilds.TryAdd(DiscordDouble.Guild, new Dictionary<ulong, ulong>());
        var options = new DiscordOptions { Token = fake.Options.Token, ApiUrl = fake.ApiUrl, QuestionsPerUser = 1000, QuestionsPerChannel = 1000 };
        var sessions = fake.Identifies.Count;
        var scene = new BotScene(fake, configure?.Invoke(options) ?? options, ask, documents ?? [Document.FromText(DocumentName, text)], time, data, title);
        await fake.UntilAsync(() => scene.Running.IsCompleted || (fake.Identifies.Count > sessions && fake.Commands.Count > 0));
        return scene;
    }

    /// <summary>The message of the bot that replies to a message.</summary>
    public Task<DoubleMessage> ReplyAsync(ulong question) => Server.MessageAsync(message => message.RepliesTo == question);

    /// <summary>The first message that answers an interaction.</summary>
    public async Task<DoubleMessage> AnswerAsync(DoubleInteraction interaction)
    {
        await Server.UntilAsync(() => interaction.Answers.Count > 0);
        return interaction.Answers[0];
    }

    /// <summary>Tells the bot to stop, and waits until it has.</summary>
    public async Task StopAsync()
    {
        await _stopping.CancelAsync();
        await Running;
    }

    /// <summary>Lets time pass in steps, each after what the step before has set off has reached the server.</summary>
    public static async Task TickUntilAsync(DiscordDouble server, ManualTime time, Func<bool> condition)
    {
        for (var i = 0; i < 500 && !condition(); i++)
        {
            if (i % 10 == 0)
            {
                time.Advance(TimeSpan.FromMilliseconds(500));
            }

            await server.SettleAsync();
        }

        await server.UntilAsync(condition);
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        (_time as ManualTime)?.Advance(TimeSpan.FromMinutes(1));
        await Running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _transport.DisposeAsync();
        await Server.DisposeAsync();
        Bot.Dispose();
        Database.Dispose();
        _directory.Dispose();
        _stopping.Dispose();
    }

    private async IAsyncEnumerable<Answer> AskAsync(string question, Conversation conversation, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return await Answerer.AskAsync(question, conversation, cancellationToken);
    }
}
