using QaBot.Text;

namespace QaBot.Chunking;

/// <summary>Follows the names and years of a document from sentence to sentence.</summary>
/// <remarks>A title is often introduced once with its year and then named bare: what was a work once stays one.</remarks>
internal sealed class ContextTracker(string text)
{
    private readonly HashSet<string> _works = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _surnames = new(StringComparer.OrdinalIgnoreCase);
    private string? _work;
    private string? _person;
    private string? _year;

    /// <summary>The nearest names and year of the sentences read so far.</summary>
    public PassageContext Current => _work is null && _person is null && _year is null ? PassageContext.None : new(_work, _person, _year);

    /// <summary>Reads the next sentence.</summary>
    public void Read(TextSpan sentence)
    {
        foreach (var name in NameScanner.Scan(text, sentence))
        {
            var value = text.Substring(name.Span.Start, name.Span.Length);
            if (_works.Contains(value) || (name.Kind == NameKind.Work && !_surnames.Contains(value)))
            {
                _works.Add(value);
                _work = value;
            }
            else if (name.Kind == NameKind.Person)
            {
                _surnames.Add(value[(value.LastIndexOf(' ') + 1)..]);
                _person = value;
            }
        }

        _year = LastYear(text.AsSpan(sentence.Start, sentence.Length)) ?? _year;
    }

    private static string? LastYear(ReadOnlySpan<char> sentence)
    {
        for (var i = sentence.Length - 4; i >= 0; i--)
        {
            var isWord = (i == 0 || !char.IsLetterOrDigit(sentence[i - 1])) && (i + 4 == sentence.Length || !char.IsLetterOrDigit(sentence[i + 4]));
            if (isWord && NameScanner.IsYear(sentence.Slice(i, 4)))
            {
                return sentence.Slice(i, 4).ToString();
            }
        }

        return null;
    }
}
