using System.Globalization;
using System.Text;
using QaBot.Chunking;
using QaBot.Discord.Languages;
using QaBot.Indexing;
using QaBot.Text;

namespace QaBot.Discord.Messages;

/// <summary>Shows a place of the source: the quote in bold where it stands, and buttons to the text before and after.</summary>
/// <param name="corpus">The documents.</param>
/// <param name="index">Their passages.</param>
/// <param name="names">What they are called.</param>
internal sealed class SourcePage(Corpus corpus, PassageIndex index, SourceNames names)
{
    /// <summary>UTF-16 units of source on a page: escaped, they fit into a message beside the heading, unless a quote has very many lines.</summary>
    private const int Length = 850;

    /// <summary>The page that a button opens.</summary>
    /// <param name="button">The button.</param>
    /// <param name="phrases">The reader's language.</param>
    public OutgoingMessage Open(SourceButton button, Phrasebook phrases)
    {
        var title = Markdown.Escape(names.Title(button.Document));
        return button.Find(corpus) is not { } document ? new OutgoingMessage(Phrasebook.Say(phrases.Gone, title))
            : button.IsOf(document) ? Show(document, button.Span, button.View, phrases)
            : new OutgoingMessage(Phrasebook.Say(phrases.Changed, title));
    }

    /// <summary>A passage by its id, <c>name#12</c>; the name may be left out where there is one document. Null where there is none.</summary>
    public OutgoingMessage? Find(string id, Phrasebook phrases)
    {
        var cut = id.LastIndexOf('#');
        var name = cut < 0 ? "" : id[..cut].Trim();
        var document = name.Length == 0 ? (corpus.Documents.Count == 1 ? corpus.Documents[0] : null) : corpus.Find(name);
        return cut >= 0 && document is not null && int.TryParse(id.AsSpan(cut + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && PassagesOf(document).FirstOrDefault(passage => passage.Number == number) is { } found
            ? Show(document, new TextSpan(found.Span.Start, found.Span.Start), SourceView.Passage, phrases) : null;
    }

    /// <summary>A page; where nothing is quoted, the quote is empty.</summary>
    private OutgoingMessage Show(Document document, TextSpan quote, SourceView view, Phrasebook phrases)
    {
        var passage = view.Kind != SourceView.Passage.Kind ? null
            : PassagesOf(document).Where(passage => passage.Span.Overlaps(quote) || passage.Span.Start == quote.Start).OrderByDescending(passage => passage.Span.Contains(quote)).FirstOrDefault();
        for (var length = Length; ; length /= 2)
        {
            var shown = Shown(document.Text, quote, passage, view, length);
            if (Content(document, quote, shown, view, phrases) is { Length: <= OutgoingMessage.LongestContent } content)
            {
                return new OutgoingMessage(content,
                [
                    Turn("◀", document, quote, SourceView.Before(shown.Start), shown.Start > 0),
                    Turn("▶", document, quote, SourceView.After(shown.End), shown.End < document.Text.Length),
                ]);
            }
        }
    }

    private string Content(Document document, TextSpan quote, TextSpan shown, SourceView view, Phrasebook phrases)
    {
        var content = new StringBuilder();
        content.Append(CultureInfo.InvariantCulture, $"**{Markdown.Escape(names.Title(document.Name))}**");
        content.Append(names.Where(document.Name, view.Kind == SourceView.Passage.Kind ? quote.Start : shown.Start, phrases) is { } where ? $" · {Markdown.Escape(where)}" : "");
        content.Append(shown.Start > 0 ? "\n>>> … " : "\n>>> ");
        content.Append(Text(document.Text, shown, quote));
        content.Append(shown.End < document.Text.Length ? " …" : "");
        return content.ToString();
    }

    private static Button Turn(string label, Document document, TextSpan quote, SourceView view, bool isEnabled) =>
        new(label, SourceButton.Of(label, document, quote, view).ToCustomId(), isEnabled);

    /// <summary>The part of the text on the page.</summary>
    private static TextSpan Shown(string text, TextSpan quote, Passage? passage, SourceView view, int length)
    {
        var offset = Math.Clamp(view.Offset, 0, text.Length);
        if (view.Kind == 'b')
        {
            return new TextSpan(offset <= length ? 0 : WordStart(text, offset - length, offset), offset);
        }

        if (view.Kind == 'a')
        {
            return new TextSpan(offset, offset + length >= text.Length ? text.Length : WordEnd(text, offset, offset + length));
        }

        var (start, end) = passage is null ? (quote.Start, quote.End) : (Math.Min(passage.Span.Start, quote.Start), Math.Max(passage.Span.End, quote.End));
        if (end - start > length)
        {
            start = quote.Length >= length ? quote.Start : Math.Max(start, WordStart(text, Math.Max(start, quote.End - length), quote.Start));
            end = start + length >= end ? end : WordEnd(text, start, start + length);
        }

        return new TextSpan(start, end);
    }

    /// <summary>The first word that begins at an offset or behind it, but before a limit.</summary>
    private static int WordStart(string text, int offset, int limit)
    {
        for (var i = offset; i < limit; i++)
        {
            if (i == 0 || char.IsWhiteSpace(text[i - 1]))
            {
                return i;
            }
        }

        return char.IsLowSurrogate(text[offset]) && offset + 1 < limit ? offset + 1 : offset;
    }

    /// <summary>The last end of a word at an offset or before it, but behind a limit.</summary>
    private static int WordEnd(string text, int limit, int offset)
    {
        for (var i = offset; i > limit; i--)
        {
            if (char.IsWhiteSpace(text[i - 1]))
            {
                return i;
            }
        }

        return char.IsLowSurrogate(text[offset]) && offset - 1 > limit ? offset - 1 : offset;
    }

    private static string Text(string text, TextSpan shown, TextSpan quote)
    {
        var from = Math.Clamp(quote.Start, shown.Start, shown.End);
        var to = Math.Clamp(quote.End, shown.Start, shown.End);
        return Markdown.Escape(text[shown.Start..from]) + BoldLines(text[from..to]) + Markdown.Escape(text[to..shown.End]);
    }

    /// <summary>Bold does not go over a blank line: each line is bold by itself.</summary>
    private static string BoldLines(string text) => string.Join('\n', text.Split('\n').Select(Markdown.Bold));

    private IEnumerable<Passage> PassagesOf(Document document) =>
        Enumerable.Range(0, index.Count).Select(ordinal => index[ordinal]).Where(passage => passage.Document.Name == document.Name);
}
