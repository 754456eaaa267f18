using System.Text;
using QaBot.Analysis;
using QaBot.Indexing;
using QaBot.Retrieval;

namespace QaBot.Answering.Candidates;

/// <summary>The words of a question as the index has them, each with its inverse document frequency.</summary>
internal sealed class AskedWords
{
    private readonly Dictionary<string, double> _weights;
    private readonly HashSet<string> _names;
    private readonly double _total;

    /// <summary>Weighs a question's words.</summary>
    public AskedWords(Question question, Retrieved retrieved, PassageIndex index)
    {
        Question = question;
        _weights = retrieved.Terms.Distinct(StringComparer.Ordinal).ToDictionary(term => term, term => (double)index.InverseDocumentFrequency(term), StringComparer.Ordinal);
        _names = question.Terms.Where(term => term.IsName).Select(term => retrieved.Repairs.GetValueOrDefault(term.Term, term.Term)).ToHashSet(StringComparer.Ordinal);
        _total = Math.Max(1e-9, _weights.Values.Sum());
        Wording = QuestionLead.Ask(Respelt(question.Named, retrieved));
    }

    /// <summary>The question.</summary>
    public Question Question { get; }

    /// <summary>The question as the reader is asked it: a misspelt word as the passages have it.</summary>
    public string Wording { get; }

    /// <summary>The terms of its names.</summary>
    public IReadOnlyCollection<string> Names => _names;

    /// <summary>Whether it is asked of the source's subject, and names nobody and nothing else.</summary>
    public bool IsOfSubjectAlone => Question.SubjectTerms.Count > 0 && _names.All(Question.SubjectTerms.Contains);

    /// <summary>The words as looked up, spelling repaired.</summary>
    public IEnumerable<string> Terms => _weights.Keys;

    /// <summary>The share of the words, by weight, of which something is true; 0 to 1.</summary>
    public double Share(Func<string, bool> has) => _weights.Where(word => has(word.Key)).Sum(word => word.Value) / _total;

    /// <summary>The share of the words that are no names of which something is true; 1 for a question of names alone.</summary>
    public double ShareOfWords(Func<string, bool> has)
    {
        var words = _weights.Where(word => !_names.Contains(word.Key) && !Question.SubjectTerms.Contains(word.Key)).ToList();
        return words.Count == 0 ? 1 : words.Where(word => has(word.Key)).Sum(word => word.Value) / Math.Max(1e-9, words.Sum(word => word.Value));
    }

    /// <summary>The share of the names of which something is not true; 0 for a question without names.</summary>
    public double MissingNames(Func<string, bool> has) => Missing(_names, has);

    /// <summary>The same of the names that are not the subject's: a text is about him or her wherever it says so.</summary>
    public double MissingOthers(Func<string, bool> has) => Missing([.. _names.Except(Question.SubjectTerms)], has);

    /// <summary>Whether the question has a term, or the term is its subject's name.</summary>
    public bool IsKnown(string term) => _weights.ContainsKey(term) || Question.SubjectTerms.Contains(term);

    private static double Missing(HashSet<string> names, Func<string, bool> has) => names.Count == 0 ? 0 : names.Count(name => !has(name)) / (double)names.Count;

    private static string Respelt(string question, Retrieved retrieved)
    {
        if (retrieved.Repairs.Count == 0)
        {
            return question;
        }

        var respelt = new StringBuilder(question);
        foreach (var word in Enumerable.Reverse(EnglishAnalyzer.Words(question)))
        {
            if (TermOf(question[word.Start..word.End]) is { } term && retrieved.Repairs.TryGetValue(term, out var meant) && Find(meant, retrieved) is { } found)
            {
                respelt.Remove(word.Start, word.Length).Insert(word.Start, found);
            }
        }

        return respelt.ToString();
    }

    /// <summary>The first word of the passages that has a term.</summary>
    private static string? Find(string term, Retrieved retrieved) => retrieved.Hits
        .Select(hit => hit.Passage.Document.Slice(hit.Passage.Span))
        .SelectMany(text => EnglishAnalyzer.Words(text).Select(word => text[word.Start..word.End]))
        .FirstOrDefault(word => TermOf(word) == term);

    private static string? TermOf(string word) => EnglishAnalyzer.Analyze(word) is [var token] ? token.Term : null;
}
