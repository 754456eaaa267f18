using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using QaBot.Answering;
using QaBot.Citations;
using QaBot.Discord.Feedback;

namespace QaBot.Discord.Messages;

/// <summary>Makes messages of an answer: short answer, sentences with markers, a line and a button for each citation, always under the same numbers.</summary>
internal static partial class AnswerRenderer
{
    private const int LongestQuote = 120;
    private const int LongestName = 80;

    /// <summary>Rows of numbers on a message: one is left for feedback.</summary>
    private const int MostNumbers = (OutgoingMessage.MostRows - 1) * OutgoingMessage.MostButtonsInRow;

    private static readonly Dictionary<AbstentionReason, string> Abstentions = new()
    {
        [AbstentionReason.NotInSource] = "I could not find that in the sources, and I would rather not guess.",
        [AbstentionReason.FalsePremise] = "The sources say otherwise, so I cannot answer that as it is asked.",
        [AbstentionReason.Ambiguous] = "That could mean several things. Could you ask it a little more exactly?",
        [AbstentionReason.OutOfScope] = "That is not about my sources, so I cannot help with it.",
    };

    /// <summary>The messages of an answer, in their order.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="isFinal">Whether it is complete: then it can be judged, and sentences near an abstention are offered.</param>
    public static IReadOnlyList<OutgoingMessage> Render(Answer answer, bool isFinal = true)
    {
        var (body, citations) = Body(answer);
        var parts = MessageSplitter.Split(body).ConvertAll(text => new Part(text.Trim()));
        parts.RemoveAll(part => part.Text.Length == 0);
        foreach (var citation in citations)
        {
            Add(parts, citation);
        }

        return [.. parts.Select((part, i) => new OutgoingMessage(part.Text, Rows(part, answer, isFinal && i == parts.Count - 1)))];
    }

    /// <summary>A quote in at most so many UTF-16 units, on one line, without the source's own footnote marks.</summary>
    public static string Shorten(string quote, int longest = LongestQuote)
    {
        var line = Spaces().Replace(FootnoteMark().Replace(quote, ""), " ").Trim();
        if (line.Length <= longest)
        {
            return line;
        }

        var cut = line.LastIndexOf(' ', longest - 1);
        cut = cut < longest / 2 ? longest - 1 : cut;
        return line[..(char.IsHighSurrogate(line[cut - 1]) ? cut - 1 : cut)].TrimEnd() + "…";
    }

    private static (string Body, IReadOnlyList<Citation> Citations) Body(Answer answer)
    {
        var body = new StringBuilder();
        if (answer.ReadAs is { } read)
        {
            body.Append(CultureInfo.InvariantCulture, $"-# read as: {Markdown.Escape(Unmarked(Shorten(read, 500)))}\n");
        }

        if (answer.Outcome == AnswerOutcome.Refused)
        {
            return (body + Markdown.Escape(answer.Refusal ?? "I cannot take that question."), []);
        }

        if (answer.Reason is { } reason)
        {
            body.Append(Abstentions[reason]);
            body.Append(answer.Citations.Count > 0 ? "\n" : "");
        }
        else if (!string.IsNullOrWhiteSpace(answer.ShortAnswer))
        {
            body.Append(Markdown.Bold(Unmarked(Spaces().Replace(answer.ShortAnswer, " ").Trim()))).Append('\n');
        }

        if (answer.Reason is null || answer.Citations.Count > 0)
        {
            var cited = Marked(answer, body);
            return (body + Hint(answer), cited);
        }

        return (body + Hint(answer), []);
    }

    /// <summary>What the asker should know beside the answer, and what may be asked instead.</summary>
    private static string Hint(Answer answer) =>
        (answer.Hint is { } hint ? "\n-# " + Markdown.Escape(Unmarked(Shorten(hint, 500))) : "")
        + (answer.Suggestions.Count > 0 ? "\nYou could ask: " + Markdown.Escape(Unmarked(string.Join(" ", answer.Suggestions))) : "");

    /// <summary>Writes the text with its markers, and gives the citations that have one; a number without a citation is no marker.</summary>
    private static List<Citation> Marked(Answer answer, StringBuilder body)
    {
        var cited = new SortedDictionary<int, Citation>();
        var start = 0;
        foreach (Match marker in Marker().Matches(answer.Text))
        {
            var number = int.Parse(marker.Groups["number"].ValueSpan, CultureInfo.InvariantCulture);
            body.Append(Markdown.Escape(answer.Text[start..marker.Index]));
            start = marker.Index + marker.Length;
            if (answer.Citations.FirstOrDefault(citation => citation.Number == number) is { } citation)
            {
                cited[number] = citation;
                body.Append(marker.Value).Append(start < answer.Text.Length && answer.Text[start] == '(' ? " " : "");
            }
            else
            {
                body.Append(CultureInfo.InvariantCulture, $"({number})");
            }
        }

        body.Append(Markdown.Escape(answer.Text[start..]));
        return [.. cited.Values];
    }

    /// <summary>A text that is beside the answer, in which nothing may look like a marker.</summary>
    private static string Unmarked(string text) => Marker().Replace(text, "(${number})");

    /// <summary>Puts a citation's line under the last message, or under a new one where that is full.</summary>
    private static void Add(List<Part> parts, Citation citation)
    {
        var line = Line(citation);
        var last = parts.Count == 0 ? null : parts[^1];
        if (last is null || last.Citations.Count == MostNumbers || last.Text.Length + 2 + line.Length > OutgoingMessage.LongestContent)
        {
            last = new Part("");
            parts.Add(last);
        }

        last.Text += (last.Text.Length == 0 ? "" : last.Citations.Count == 0 ? "\n\n" : "\n") + line;
        last.Citations.Add(citation);
    }

    private static string Line(Citation citation)
    {
        var passage = citation.Passage.LastIndexOf('#') is >= 0 and var cut ? " · passage " + Markdown.Escape(Shorten(citation.Passage[(cut + 1)..], 20)) : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"[{citation.Number}] {Markdown.Escape(Shorten(citation.Document, LongestName))}{passage} · “{Markdown.Escape(Shorten(citation.Quote).Replace('“', '‘').Replace('”', '’'))}”");
    }

    private static List<IReadOnlyList<Button>> Rows(Part part, Answer answer, bool isLast)
    {
        var rows = new List<IReadOnlyList<Button>>();
        rows.AddRange(part.Citations
            .Select(citation => new Button(citation.Number.ToString(CultureInfo.InvariantCulture), SourceButton.Of(citation).ToCustomId()))
            .Chunk(OutgoingMessage.MostButtonsInRow));
        if (isLast && answer is { Outcome: AnswerOutcome.Abstained, Nearest.Count: > 0, Citations.Count: 0 })
        {
            rows.Add([.. answer.Nearest.Select(Near)]);
        }

        if (isLast && answer.Outcome != AnswerOutcome.Refused)
        {
            rows.Add(FeedbackButtons.Row);
        }

        return rows;
    }

    private static Button Near(Citation sentence, int i) => new(
        Shorten(sentence.Quote, Button.LongestLabel),
        (SourceButton.Of(sentence) with { Tag = string.Create(CultureInfo.InvariantCulture, $"n{i}") }).ToCustomId());

    [GeneratedRegex(@"\[(?<number>[1-9][0-9]{0,8})\]", RegexOptions.CultureInvariant)]
    private static partial Regex Marker();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    /// <summary>"[12]", "[note 3]": marks of the source that a reader would take for this answer's.</summary>
    [GeneratedRegex(@"\[[^\[\]]{0,12}\p{N}[^\[\]]{0,12}\]", RegexOptions.CultureInvariant)]
    private static partial Regex FootnoteMark();

    /// <summary>A message in the making.</summary>
    private sealed class Part(string text)
    {
        public string Text { get; set; } = text;

        public List<Citation> Citations { get; } = [];
    }
}
