using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using QaBot.Answering;
using QaBot.Citations;
using QaBot.Discord.Feedback;
using QaBot.Discord.Languages;

namespace QaBot.Discord.Messages;

/// <summary>
/// Makes messages of an answer, cards of which a server may show only the text: short answer, sentences with markers, and under the same numbers a line and a
/// button, or a choice of a menu, for each citation.
/// </summary>
/// <param name="names">What the sources are called.</param>
/// <param name="link">Where a citation is shown on the web, or null.</param>
internal sealed partial class AnswerRenderer(SourceNames names, CitationLink? link = null)
{
    private const int LongestQuote = 120;

    /// <summary>Below it a short answer is as likely wrong as right: then the sentence stands by itself, since a wrong word in bold is worse than none.</summary>
    private const double LeastSure = 0.5;

    /// <summary>Citations that have buttons; more have a menu.</summary>
    private const int MostButtons = OutgoingMessage.MostButtonsInRow;

    private const int Green = 0x3BA55D;
    private const int Grey = 0x99AAB5;

    /// <summary>The messages of an answer, in their order.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="phrases">The language of what is not the answer's.</param>
    /// <param name="isFinal">Whether it is complete: then it can be judged, and sentences near an abstention are offered.</param>
    public IReadOnlyList<OutgoingMessage> Render(Answer answer, Phrasebook phrases, bool isFinal = true)
    {
        var (body, citations) = Body(answer, phrases);
        var parts = MessageSplitter.Split(body).ConvertAll(text => new Part(text.Trim()));
        parts.RemoveAll(part => part.Text.Length == 0);
        foreach (var citation in citations)
        {
            Add(parts, citation, Line(citation, answer.Text, phrases));
        }

        return [.. parts.Select((part, i) => Message(part, answer, phrases, isFinal && i == parts.Count - 1))];
    }

    /// <summary>A quote in at most so many UTF-16 units, on one line, without the source's own footnote marks, unless it is nothing else.</summary>
    public static string ShortenQuote(string quote, int longest = LongestQuote) =>
        FootnoteMark().Replace(quote, "") is var bare && string.IsNullOrWhiteSpace(bare) ? Shorten(quote, longest) : Shorten(bare, longest);

    /// <summary>A text in at most so many UTF-16 units, on one line.</summary>
    public static string Shorten(string text, int longest = LongestQuote)
    {
        var line = Spaces().Replace(text, " ").Trim();
        if (line.Length <= longest)
        {
            return line;
        }

        var cut = line.LastIndexOf(' ', longest - 1);
        cut = cut < longest / 2 ? longest - 1 : cut;
        return line[..(char.IsHighSurrogate(line[cut - 1]) ? cut - 1 : cut)].TrimEnd() + "…";
    }

    private static (string Body, IReadOnlyList<Citation> Citations) Body(Answer answer, Phrasebook phrases)
    {
        var body = new StringBuilder();
        if (answer.ReadAs is { } read)
        {
            body.Append(CultureInfo.InvariantCulture, $"-# {Phrasebook.Say(phrases.ReadAs, Markdown.Escape(Unmarked(Shorten(read, 500))))}\n");
        }

        if (answer.Outcome == AnswerOutcome.Refused)
        {
            return (body + Refusal(answer, phrases), []);
        }

        if (answer.Reason is { } reason)
        {
            body.Append(Abstention(reason, phrases));
            body.Append(answer.Citations.Count > 0 ? "\n" : "");
        }
        else if (!string.IsNullOrWhiteSpace(answer.ShortAnswer) && answer.Confidence >= LeastSure)
        {
            body.Append(Markdown.Bold(Unmarked(Spaces().Replace(answer.ShortAnswer, " ").Trim()))).Append('\n');
        }

        if (answer.Reason is null || answer.Citations.Count > 0)
        {
            var cited = Marked(answer, body);
            return (body + Hint(answer, phrases), cited);
        }

        return (body + Hint(answer, phrases), []);
    }

    /// <summary>What the asker should know beside the answer, and what may be asked instead.</summary>
    private static string Hint(Answer answer, Phrasebook phrases) =>
        (Told(answer, phrases) is { } hint ? "\n-# " + Markdown.Escape(Unmarked(Shorten(hint, 500))) : "")
        + (answer.Suggestions.Count > 0 ? "\n" + Phrasebook.Say(phrases.CouldAsk, Markdown.Escape(Unmarked(string.Join(" ", answer.Suggestions)))) : "");

    /// <summary>The hint in the reader's language; one of a kind that is not known here, as it is worded.</summary>
    private static string? Told(Answer answer, Phrasebook phrases) => answer.HintKind switch
    {
        HintKind.OtherLanguage => Phrasebook.Say(phrases.HintOtherLanguage, answer.HintSubject ?? ""),
        HintKind.MoreItems => phrases.HintMoreItems,
        HintKind.OtherPart => Phrasebook.Say(phrases.HintOtherPart, answer.HintSubject ?? ""),
        _ => answer.Hint,
    };

    /// <summary>Why a question is refused, in the reader's language; what is of no kind that is known here, as it is worded.</summary>
    private static string Refusal(Answer answer, Phrasebook phrases) => answer.RefusalKind switch
    {
        RefusalKind.Empty => phrases.RefusedEmpty,
        RefusalKind.TooLong => Phrasebook.Say(phrases.RefusedTooLong, phrases.Number(answer.Question.Length)),
        RefusalKind.NotText => phrases.RefusedNotText,
        _ => Markdown.Escape(answer.Refusal ?? phrases.Refused),
    };

    private static string Abstention(AbstentionReason reason, Phrasebook phrases) => reason switch
    {
        AbstentionReason.FalsePremise => phrases.FalsePremise,
        AbstentionReason.OutOfScope => phrases.OutOfScope,
        _ => phrases.NotInSource,
    };

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
    private static void Add(List<Part> parts, Citation citation, string line)
    {
        var last = parts.Count == 0 ? null : parts[^1];
        if (last is null || last.Citations.Count == Menu.MostChoices || last.Text.Length + 2 + line.Length > OutgoingMessage.LongestContent)
        {
            last = new Part("");
            parts.Add(last);
        }

        last.Text += (last.Text.Length == 0 ? "" : last.Citations.Count == 0 ? "\n\n" : "\n") + line;
        last.Citations.Add(citation);
    }

    /// <summary>A citation's line: which text, where in it, and what stands there where the answer does not say just that.</summary>
    private string Line(Citation citation, string text, Phrasebook phrases)
    {
        var where = names.Where(citation.Document, citation.Span.Start, phrases) is { } place ? " · " + Markdown.Escape(Unmarked(place)) : "";
        var quote = Same(text).Contains(Same(citation.Quote), StringComparison.Ordinal) ? ""
            : $" · “{Markdown.Escape(ShortenQuote(citation.Quote).Replace('“', '‘').Replace('”', '’'))}”";
        return string.Create(CultureInfo.InvariantCulture, $"-# [{citation.Number}] {Markdown.Escape(Unmarked(names.Title(citation.Document)))}{where}{quote}");
    }

    /// <summary>A text as far as it says the same: without markers, the source's own footnote marks, and differences of white space.</summary>
    private static string Same(string text) => Spaces().Replace(FootnoteMark().Replace(text, " "), " ").Replace(" .", ".", StringComparison.Ordinal).Trim();

    private OutgoingMessage Message(Part part, Answer answer, Phrasebook phrases, bool isLast)
    {
        var isMenu = part.Citations.Count > MostButtons;
        var rows = new List<IReadOnlyList<Button>>();
        if (!isMenu && part.Citations.Count > 0)
        {
            rows.Add([.. part.Citations.Select(citation => new Button(citation.Number.ToString(CultureInfo.InvariantCulture), SourceButton.Of(citation).ToCustomId()))]);
        }

        if (isLast && answer is { Outcome: AnswerOutcome.Abstained, Nearest.Count: > 0, Citations.Count: 0 })
        {
            rows.Add([.. answer.Nearest.Take(OutgoingMessage.MostButtonsInRow).Select(Near)]);
        }

        if (isLast && answer.Outcome != AnswerOutcome.Refused)
        {
            rows.Add([.. FeedbackButtons.Row, .. Links(answer, phrases)]);
        }

        return new OutgoingMessage(part.Text, rows)
        {
            Menu = isMenu ? new Menu(phrases.ChooseCitation, [.. part.Citations.Select(citation => Choice(citation, phrases))]) : null,
            Accent = answer.Outcome switch { AnswerOutcome.Answered => Green, AnswerOutcome.Abstained => Grey, _ => null },
        };
    }

    /// <summary>The page on the web of the first citation that has one with an address that a button can hold.</summary>
    private IEnumerable<Button> Links(Answer answer, Phrasebook phrases) =>
        answer.Citations.Select(citation => link?.Invoke(citation)).OfType<Uri>().Where(page => page.AbsoluteUri.Length <= Button.LongestUrl).Take(1).Select(page => Button.Link(phrases.OpenOnTheWeb, page));

    /// <summary>A citation as a choice, also as a suggestion while its number is typed.</summary>
    public Choice Choice(Citation citation, Phrasebook phrases) => new(
        Shorten(string.Create(CultureInfo.InvariantCulture, $"{citation.Number} · {names.Where(citation.Document, citation.Span.Start, phrases) ?? names.Title(citation.Document)}"), Messages.Choice.Longest),
        SourceButton.Of(citation).ToCustomId(),
        ShortenQuote(citation.Quote, Messages.Choice.Longest));

    private static Button Near(Citation sentence, int i) => new(
        ShortenQuote(sentence.Quote, Button.LongestLabel),
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
