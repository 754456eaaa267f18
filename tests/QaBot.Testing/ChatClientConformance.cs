using Microsoft.Extensions.AI;
using Xunit;

namespace QaBot.Testing;

/// <summary>What every <see cref="IChatClient"/> that answers are worded with has to do.</summary>
public abstract class ChatClientConformance
{
    private static readonly ChatMessage[] Messages = [new(ChatRole.System, "Rules."), new(ChatRole.User, "What?")];

    /// <summary>The name that the client under test is made with.</summary>
    protected const string Model = "scripted-1";

    /// <summary>A client whose model answers with a text in these pieces, a finish reason, and 120 tokens for 12.</summary>
    protected abstract IChatClient Create(IReadOnlyList<string> pieces, string finish);

    /// <summary>A client whose model has begun with a piece and says nothing more.</summary>
    protected abstract IChatClient CreateHanging(string piece);

    [Fact]
    public void GetService_Metadata_HasTheModelsName()
    {
        using var client = Create(["a"], "stop");

        Assert.Equal(Model, (client.GetService(typeof(ChatClientMetadata)) as ChatClientMetadata)?.DefaultModelId);
    }

    [Fact]
    public void GetService_UnknownServiceOrKey_IsNull()
    {
        using var client = Create(["a"], "stop");

        Assert.Null(client.GetService(typeof(Uri)));
        Assert.Null(client.GetService(typeof(ChatClientMetadata), "key"));
        Assert.Same(client, client.GetService(typeof(IChatClient)));
    }

    [Theory]
    [InlineData("Straße 🎬 naïve.")]
    [InlineData("a\n\nb \"c\" \\ {}")]
    [InlineData("")]
    public async Task GetStreamingResponseAsync_Text_ArrivesPieceByPieceAsItIs(string text)
    {
        string[] pieces = [.. text.EnumerateRunes().Select(rune => rune.ToString())];
        using var client = Create(pieces, "stop");

        var updates = await ToListAsync(client.GetStreamingResponseAsync(Messages));

        Assert.Equal(text, string.Concat(updates.Select(update => update.Text)));
        Assert.All(updates.Where(update => update.Text.Length > 0), update => Assert.Equal(ChatRole.Assistant, update.Role ?? ChatRole.Assistant));
    }

    [Theory]
    [InlineData("stop")]
    [InlineData("length")]
    [InlineData("content_filter")]
    public async Task Responses_FinishReason_IsReported(string finish)
    {
        using var client = Create(["a"], finish);

        Assert.Equal(finish, (await ToListAsync(client.GetStreamingResponseAsync(Messages))).Select(update => update.FinishReason).Last(reason => reason is not null)?.Value);
        Assert.Equal(finish, (await client.GetResponseAsync(Messages)).FinishReason?.Value);
    }

    [Fact]
    public async Task Responses_Usage_IsReported()
    {
        using var client = Create(["a", "b"], "stop");

        var streamed = (await ToListAsync(client.GetStreamingResponseAsync(Messages))).SelectMany(update => update.Contents).OfType<UsageContent>().Single().Details;
        var whole = (await client.GetResponseAsync(Messages)).Usage;

        Assert.Equal((120, 12), (streamed.InputTokenCount, streamed.OutputTokenCount));
        Assert.Equal((120, 12), (whole?.InputTokenCount, whole?.OutputTokenCount));
    }

    [Fact]
    public async Task GetResponseAsync_Text_IsThatOfTheStream()
    {
        using var client = Create(["One ", "two."], "stop");

        Assert.Equal("One two.", (await client.GetResponseAsync(Messages)).Text);
    }

    [Fact]
    public async Task GetStreamingResponseAsync_CancelledBeforeAndWithin_Throws()
    {
        using var client = CreateHanging("One ");
        using var cancelling = new CancellationTokenSource();
        await using var updates = client.GetStreamingResponseAsync(Messages, null, cancelling.Token).GetAsyncEnumerator(cancelling.Token);
        Assert.True(await updates.MoveNextAsync());
        var next = updates.MoveNextAsync().AsTask();

        await cancelling.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ToListAsync(client.GetStreamingResponseAsync(Messages, null, cancelling.Token)));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.GetResponseAsync(Messages, null, cancelling.Token));
    }

    [Fact]
    public async Task GetStreamingResponseAsync_SeveralAtOnce_DoNotMix()
    {
        using var client = Create(["One ", "two ", "three."], "stop");

        var texts = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ => string.Concat((await ToListAsync(client.GetStreamingResponseAsync(Messages))).Select(u => u.Text))));

        Assert.All(texts, text => Assert.Equal("One two three.", text));
    }

    [Fact]
    public async Task Responses_NoMessages_AreRefused()
    {
        using var client = Create(["a"], "stop");

        await Assert.ThrowsAsync<ArgumentNullException>(() => client.GetResponseAsync((IEnumerable<ChatMessage>)null!));
        await Assert.ThrowsAsync<ArgumentNullException>(() => ToListAsync(client.GetStreamingResponseAsync((IEnumerable<ChatMessage>)null!)));
    }

    private static async Task<List<ChatResponseUpdate>> ToListAsync(IAsyncEnumerable<ChatResponseUpdate> updates)
    {
        var list = new List<ChatResponseUpdate>();
        await foreach (var update in updates)
        {
            list.Add(update);
        }

        return list;
    }
}
