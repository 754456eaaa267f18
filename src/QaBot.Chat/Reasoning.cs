using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;

namespace QaBot.Chat;

/// <summary>
/// Sets apart what a model thinks aloud before it answers: <c>&lt;think&gt;…&lt;/think&gt;</c> at the start of its text becomes
/// <see cref="TextReasoningContent"/>, which is no part of the answer.
/// </summary>
public sealed partial class Reasoning
{
    private static readonly string[] Openings = ["<think>", "<thinking>", "<thought>", "<reasoning>"];
    private string _held = "";
    private string? _closing;
    private bool _isOver;

    /// <summary>The same updates with reasoning apart.</summary>
    /// <param name="updates">What a model sends.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async IAsyncEnumerable<ChatResponseUpdate> Apart(
        IAsyncEnumerable<ChatResponseUpdate> updates, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(updates);
        var reasoning = new Reasoning();
        await foreach (var update in updates.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            update.Contents = [.. update.Contents.SelectMany(content => content is TextContent text ? reasoning.Split(text.Text) : [content])];
            yield return update;
        }

        if (reasoning._held.Length > 0 && reasoning._closing is null)
        {
            yield return new ChatResponseUpdate(ChatRole.Assistant, reasoning._held);
        }
    }

    private List<AIContent> Split(string piece)
    {
        if (_isOver)
        {
            return [new TextContent(piece)];
        }

        _held += piece;
        if (_closing is null && !Opens())
        {
            return [];
        }

        var end = _closing is null ? 0 : _held.IndexOf(_closing, StringComparison.OrdinalIgnoreCase);
        if (end < 0)
        {
            // What may be the beginning of the end stays; the rest is not kept.
            var length = Math.Max(0, _held.Length - _closing!.Length);
            (var thought, _held) = (_held[..length], _held[length..]);
            return thought.Length == 0 ? [] : [new TextReasoningContent(thought)];
        }

        var (reasoning, answer) = (_held[..end], _held[(end + (_closing?.Length ?? 0))..]);
        (_isOver, _held) = (true, "");
        return reasoning.Length == 0 ? [new TextContent(answer)] : [new TextReasoningContent(reasoning), new TextContent(answer)];
    }

    /// <summary>Whether it is decided how the text begins; then <see cref="_closing"/> is set if it begins with reasoning.</summary>
    private bool Opens()
    {
        var start = _held.TrimStart();
        if (Opening().Match(start) is { Success: true } opening)
        {
            (_closing, _held) = ($"</{opening.Groups["name"].Value}>", start[opening.Length..]);
            return true;
        }

        return start.Length > 0 && !Array.Exists(Openings, opening => opening.StartsWith(start, StringComparison.OrdinalIgnoreCase));
    }

    [GeneratedRegex("^<(?<name>think|thinking|thought|reasoning)>", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Opening();
}
