using QaBot.Text;

namespace QaBot.Chunking;

/// <summary>Cuts documents into passages of whole sentences.</summary>
public static class Chunker
{
    /// <summary>Names this way of cutting; changes whenever a document could get other passages, so that an index knows it is stale.</summary>
    public const string Version = "passages-3";

    /// <summary>The passages of a document, in order; every sentence is in at least one of them.</summary>
    /// <remarks>
    /// A passage never crosses from running text into references, nor into the part below the next heading. It ends with the sentence that reaches the target length, or with its
    /// paragraph when that has reached half of it; after a paragraph's end nothing overlaps,
    /// and no passage lies wholly inside the one before it.
    /// </remarks>
    /// <param name="document">The document.</param>
    /// <param name="options">Length and overlap.</param>
    public static IEnumerable<Passage> Chunk(Document document, ChunkingOptions options)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(options);
        return Passages(document, options);
    }

    private static IEnumerable<Passage> Passages(Document document, ChunkingOptions options)
    {
        var text = document.Text;
        var sentences = document.Sentences;
        var zones = ZoneDetector.Detect(text, sentences);
        Block[] blocks = [.. sentences.Select(document.BlockOf)];
        var tracker = new ContextTracker(text);
        var (number, first, read) = (0, 0, 0);
        while (first < sentences.Count)
        {
            for (; read < first; read++)
            {
                tracker.Read(sentences[read]);
            }

            var next = EndOfPassage(text, sentences, zones, blocks, first, options.TargetLength);
            var context = Outline(blocks, first) is { Length: > 0 } outline ? tracker.Current with { Outline = outline } : tracker.Current;
            yield return new Passage(document, ++number, zones[first], [.. sentences.Skip(first).Take(next - first)], context);
            first = Math.Max(next - Overlap(text, sentences, zones, blocks, next, options), first + 1);
            while (first < next && EndOfPassage(text, sentences, zones, blocks, first, options.TargetLength) <= next)
            {
                first++;
            }
        }
    }

    /// <summary>What the passage that begins with a sentence stands under.</summary>
    private static string Outline(Block[] blocks, int first)
    {
        var block = blocks[first];
        return string.Join(' ', block.Headings.Append(block.LeadIn).Concat(block.Columns).Where(part => !string.IsNullOrEmpty(part)));
    }

    private static int EndOfPassage(string text, IReadOnlyList<TextSpan> sentences, Zone[] zones, Block[] blocks, int first, int target)
    {
        var next = first + 1;
        for (; next < sentences.Count && zones[next] == zones[first] && !StartsPart(blocks, next); next++)
        {
            var length = sentences[next - 1].End - sentences[first].Start;
            if (length >= target || (length >= target / 2 && EndsParagraph(text, sentences, next - 1))
                || sentences[next].End - sentences[first].Start > target * 2)
            {
                break;
            }
        }

        return next;
    }

    private static bool StartsPart(Block[] blocks, int i) => blocks[i].Kind == BlockKind.Heading && blocks[i - 1].Kind != BlockKind.Heading;

    private static int Overlap(string text, IReadOnlyList<TextSpan> sentences, Zone[] zones, Block[] blocks, int next, ChunkingOptions options) =>
        next == sentences.Count || blocks[next].IsStructured || blocks[next - 1].IsStructured || zones[next] != zones[next - 1] || zones[next] == Zone.References || EndsParagraph(text, sentences, next - 1)
            ? 0
            : options.OverlapSentences;

    private static bool EndsParagraph(string text, IReadOnlyList<TextSpan> sentences, int i)
    {
        if (i + 1 == sentences.Count)
        {
            return true;
        }

        return LineEnds.Count(text.AsSpan(sentences[i].End, sentences[i + 1].Start - sentences[i].End)) > 1;
    }
}
