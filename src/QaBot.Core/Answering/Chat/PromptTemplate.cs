using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;

namespace QaBot.Answering.Chat;

/// <summary>A prompt: messages with placeholders, in the form of Semantic Kernel's templates (<c>&lt;message role="…"&gt;</c>, <c>{{$name}}</c>).</summary>
/// <remarks>
/// Messages are found before values are put in, and values are put in once: nothing in a value can open a message or be a placeholder.
/// </remarks>
public sealed partial class PromptTemplate
{
    private const string Form = "It is messages, <message role=\"system\">…</message>, with {{$name}} where a value goes.";
    private readonly List<(ChatRole Role, string Text)> _messages;

    private PromptTemplate(List<(ChatRole, string)> messages) => _messages = messages;

    /// <summary>Reads a template.</summary>
    /// <param name="file">What faults call it.</param>
    /// <param name="text">Its text.</param>
    /// <param name="placeholders">The names that it must have, and the only ones it may.</param>
    /// <exception cref="PromptException">It has another form, lacks a placeholder or has one that is not known.</exception>
    public static PromptTemplate Parse(string file, string text, IReadOnlyCollection<string> placeholders)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(placeholders);
        var messages = Message().Matches(text).Select(match => (new ChatRole(match.Groups["role"].Value), match.Groups["text"].Value.Trim())).ToList();
        if (messages.Count == 0 || !string.IsNullOrWhiteSpace(Message().Replace(text, "")))
        {
            throw new PromptException($"{file} is no prompt: there is text outside of a message, or no message.", Form);
        }

        var found = messages.SelectMany(message => Braces().Matches(message.Item2)).Select(match => match.Groups["inner"].Value.Trim()).ToList();
        if (found.Find(inner => !Variable().IsMatch(inner)) is { } wrong)
        {
            throw new PromptException($"{file} has {{{{{wrong}}}}}, which is no placeholder.", Form);
        }

        var known = string.Join(", ", placeholders.Select(Written));
        if (found.Find(inner => !placeholders.Contains(inner[1..])) is { } unknown)
        {
            throw new PromptException($"{file} has the unknown placeholder {Written(unknown[1..])}.", $"Its placeholders are {known}.");
        }

        if (placeholders.FirstOrDefault(name => !found.Contains("$" + name)) is { } missing)
        {
            throw new PromptException($"{file} lacks the placeholder {Written(missing)}.", $"Put {Written(missing)} where it goes; its placeholders are {known}.");
        }

        if (messages.Exists(message => Braces().Replace(message.Item2, "").AsSpan().ContainsAny('<', '&')))
        {
            throw new PromptException($"{file} has “<” or “&” in a message, which template engines read as markup.", "Say it in other words.");
        }

        return new PromptTemplate(messages);
    }

    /// <summary>The messages with the values in their places.</summary>
    /// <param name="values">A value for every placeholder.</param>
    public IReadOnlyList<ChatMessage> Render(IReadOnlyDictionary<string, string> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return [.. _messages.Select(message => new ChatMessage(message.Role, Braces().Replace(message.Text, match => values[match.Groups["inner"].Value.Trim()[1..]])))];
    }

    private static string Written(string name) => $"{{{{${name}}}}}";

    [GeneratedRegex(@"<message role=""(?<role>system|user|assistant)"">(?<text>.*?)</message>", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Message();

    [GeneratedRegex(@"\{\{(?<inner>.*?)\}\}", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Braces();

    [GeneratedRegex(@"^\$[A-Za-z]\w*$", RegexOptions.CultureInvariant)]
    private static partial Regex Variable();
}
