using System.Globalization;
using System.Text;
using QaBot.Chunking;
using QaBot.Indexing;
using QaBot.Text;

namespace QaBot.Discord.Messages;

/// <summary>Shows a place of the source: the quote in bold where it stands, and buttons to the text before and after.</summary>
/// <param name="corpus">The documents.</param>
/// <param name="index">Their passages.</param>
internal sealed class SourcePage(Corpus corpus, PassageIndex index)
{
    /// <summary>UTF-16 units of source on a page: escaped, they fit into a message beside the heading, unless a quote has very many lines.</summary>
    private const int Length = 850;

    private const int LongestName = 60;

    /// <summary>The page that a button opens.</summary>
    public OutgoingMessage Open(SourceButton button)
    {
        if (button.Find(corpus) is not { } document)
        {
            return new OutgoingMessage($"{Name(button.Document)} is no longer among the sources: it has been taken out since this answer was given.");
        }

        return button.IsOf(document)
            ? Show(document, button.Span, button.View)
            : new OutgoingMessage($"{Name(document.Name)} has changed since this answer was given, so the place it cites cannot be shown. Ask again for what is there now.");
    }

    /// <summary>A passage by its id, <c>name#12</c>; the name may be left out where there is one document. Null where there is none.</summary>
    public OutgoingMessage? Find(string id)
    {
        var cut = id.LastIndexOf('#');
        var name = cut < 0 ? "" : id[..cut].Trim();
        var document = name.Length == 0 ? (corpus.Documents.Count == 1 ? corpus.Documents[0] : null) : corpus.Find(name);
        return cut >= 0 && document is not null && int.TryParse(id.AsSpan(cut + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && PassagesOf(document).FirstOrDefault(passage => passage.Number == number) is { } found
            ? Show(document, found.Span, SourceView.Passage) : null;
    }

    private OutgoingMessage Show(Document document, TextSpan quote, SourceView view)
    {
        var passage = PassagesOf(document).Where(passage => passage.Span.Overlaps(quote)).OrderByDescending(passage => passage.Span.Contains(quote)).FirstOrDefault();
        for (var length = Length; ; length /= 2)
        {
            var shown = Shown(document.Text, quote, passage, view, length);
            if (Content(document, quote, passage, shown) is { Length: <= OutgoingMessage.LongestContent } content)
            {
                return new OutgoingMessage(content,
                [
                    Turn("◀", document, quote, SourceView.Before(shown.Start), shown.Start > 0),
                    Turn("▶", document, quote, SourceView.After(shown.End), shown.End < document.Text.Length),
                ]);
            }
        }
    }

    private static string Content(Document document, TextSpan quote, Passage? passage, TextSpan shown)
    {
        var content = new StringBuilder();
        content.Append(CultureInfo.InvariantCulture, $"**{Name(document.Name)}** · ");
        content.Append(passage is null ? "" : string.Create(CultureInfo.InvariantCulture, $"passage {passage.Number} · "));
        content.Append(CultureInfo.InvariantCulture, $"{shown.Start}–{shown.End}\n>>> ");
        content.Append(shown.Start > 0 ? "… " : "");
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

    private static string Name(string name) => Markdown.Escape(name.Length <= LongestName ? name : name[..(char.IsHighSurrogate(name[LongestName - 1]) ? LongestName - 1 : LongestName)] + "…");

    private IEnumerable<Passage> PassagesOf(Document document) =>
        Enumerable.Range(0, index.Count).Select(ordinal => index[ordinal]).Where(passage => passage.Document.Name == document.Name);
}
