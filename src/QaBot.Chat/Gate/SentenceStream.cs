using System.Buffers;
using System.Text.RegularExpressions;
using QaBot.Text;

namespace QaBot.Chat.Gate;

/// <summary>Cuts a growing text into sentences. One is handed out when the next has begun, so that markers behind its stop belong to it.</summary>
internal sealed partial class SentenceStream
{
    /// <summary>A text without any of these is not looked at: most pieces of a stream are words.</summary>
    private static readonly SearchValues<char> Ends = SearchValues.Create(".!?…\n。！？");

    /// <summary>Text without an end is cut by the segmenter beyond this length.</summary>
    private const int LongestWithoutEnd = 1500;

    private string _rest = "";
    private bool _mayEnd;

    /// <summary>The sentences that a piece of text finishes.</summary>
    public IReadOnlyList<string> Add(string text)
    {
        _rest += text;
        _mayEnd |= text.AsSpan().ContainsAny(Ends);
        if (!_mayEnd && _rest.Length < LongestWithoutEnd)
        {
            return [];
        }

        _rest = Raised().Replace(_rest, "${number}${stop}");
        var pieces = Split(_rest);
        var finished = pieces.Take(pieces.Count - 1).ToList();
        _rest = pieces.Count == 0 ? _rest : _rest[pieces[^1].Start..];
        _mayEnd = _rest.AsSpan().ContainsAny(Ends);
        return finished.ConvertAll(piece => piece.Text);
    }

    /// <summary>What is left at the end of the text.</summary>
    /// <param name="isComplete">Whether the text was finished; if not, a sentence without its full stop is left out.</param>
    public IReadOnlyList<string> Finish(bool isComplete)
    {
        var pieces = Split(_rest).ConvertAll(piece => piece.Text);
        _rest = "";
        if (!isComplete && pieces is [.., var last] && !EndsSentence(last))
        {
            pieces.RemoveAt(pieces.Count - 1);
        }

        return pieces;
    }

    private static bool EndsSentence(string piece) => piece.TrimEnd().TrimEnd('"', '”', '’', ')', '*', ']') is [.., '.' or '!' or '?' or '0' or '1' or '2' or '3' or '4' or '5' or '6' or '7' or '8' or '9'];

    /// <summary>Sentences, every line of the text apart; what stands in front of a piece and is only markers belongs to the one before.</summary>
    private static List<(int Start, string Text)> Split(string text)
    {
        var pieces = new List<(int Start, string Text)>();
        var line = 0;
        while (line < text.Length)
        {
            var end = text.IndexOf('\n', line) is var newline and >= 0 ? newline : text.Length;
            foreach (var span in SentenceSegmenter.Split(text[line..end]))
            {
                Add(pieces, text, line + span.Start, line + span.End);
            }

            line = end + 1;
        }

        return pieces;
    }

    private static void Add(List<(int Start, string Text)> pieces, string text, int start, int end)
    {
        var markers = pieces.Count == 0 ? 0 : ModelSentence.LeadingMarkers(text[start..end]);
        if (markers > 0)
        {
            pieces[^1] = (pieces[^1].Start, text[pieces[^1].Start..(start + markers)]);
        }

        if (start + markers < end)
        {
            pieces.Add((start + markers, text[(start + markers)..end]));
        }
    }

    /// <summary>A raised marker behind a stop, which would hide that a sentence ends there.</summary>
    [GeneratedRegex(@"(?<stop>[.!?])(?<number>[⁰¹²³⁴-⁹]{1,3})(?=\s)", RegexOptions.CultureInvariant)]
    private static partial Regex Raised();
}
