using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.Json;
using QaBot.Analysis;
using QaBot.Cli.Rendering;
using QaBot.Indexing;

namespace QaBot.Cli.Commands;

/// <summary><c>qabot passages "…"</c>: the passages that a question is answered from, with their scores.</summary>
internal sealed class PassagesCommand : Verb
{
    private const int SnippetLength = 160;
    private const int HighestLimit = 1_000_000;

    private readonly Argument<string[]> _query = new("query")
    {
        Description = "The question, in one or several words; without it every passage is listed.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<int?> _limit = new("--limit")
    {
        Description = "At most so many passages. [default: 10; all without a query]",
        HelpName = "N",
        CustomParser = ParseLimit,
    };

    private readonly Option<bool> _explain = new("--explain") { Description = "Show each term's share of the score." };
    private readonly Option<bool> _plain = new("--plain") { Description = "Rank by the words as they are and the text alone: Lucene's BM25." };
    private readonly CommandContext _context;

    public PassagesCommand(CommandContext context)
        : base(
            "passages",
            "Rank the passages for a question, as ask does.",
            "qabot passages \"When was she born?\"",
            "qabot passages --explain --limit 3 \"awards for Blue\"",
            "qabot passages --json > passages.jsonl")
    {
        _context = context;
        RefuseUnknownOptions(_query);
        Arguments.Add(_query);
        Options.Add(_limit);
        Options.Add(_explain);
        Options.Add(_plain);
        SetAction(RunAsync);
    }

    private static int? ParseLimit(ArgumentResult result)
    {
        if (int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= HighestLimit)
        {
            return limit;
        }

        result.AddError($"--limit must be a whole number from 1 to {HighestLimit}.");
        return null;
    }

    private async Task<int> RunAsync(ParseResult command, CancellationToken cancellationToken)
    {
        var words = command.GetValue(_query) ?? [];
        var query = string.Join(' ', words);
        if (words.Length > 0 && string.IsNullOrWhiteSpace(query))
        {
            throw CommandException.Usage("The query is empty.", "Give some words, or no argument for all passages.");
        }

        if (words.Length == 0 && command.GetValue(_explain))
        {
            throw CommandException.Usage("There is no query to explain.", "Give one: qabot passages --explain \"…\".");
        }

        var library = await _context.OpenAsync(command, cancellationToken);
        return words.Length == 0 ? List(command, library) : Rank(command, library, query);
    }

    private int List(ParseResult command, Library library)
    {
        var page = _context.Terminal.Page();
        for (var i = 0; i < Math.Min(library.Index.Count, command.GetValue(_limit) ?? int.MaxValue); i++)
        {
            var passage = library.Index[i];
            if (_context.IsJson(command))
            {
                _context.Terminal.Out.WriteLine(JsonSerializer.Serialize(PassageJson.Of(passage), CliJsonContext.Relaxed.PassageJson));
            }
            else
            {
                page.Line(new Run(passage.Id, Ink.Place), new Run($"  {passage.Span}", Ink.Dim));
                page.Line(4, new Run(Snippet.Around(passage.Text, focus: null, SnippetLength)));
            }
        }

        return ExitCodes.Done;
    }

    private int Rank(ParseResult command, Library library, string query)
    {
        var longest = library.Settings.Answering.LongestQuestion;
        if (query.Length > longest)
        {
            throw CommandException.Usage(
                string.Create(CultureInfo.InvariantCulture, $"The query is too long: it has {query.Length} characters, and at most {longest} are read."), "Shorten it.");
        }

        var limit = command.GetValue(_limit) ?? 10;
        var (hits, ranked) = command.GetValue(_plain) ? Plain(library, query, limit) : AsAsked(library, query, limit);
        if (hits.Count == 0)
        {
            _context.Terminal.Say("No passage has any of these words: try others.");
            return ExitCodes.NotInSource;
        }

        var page = _context.Terminal.Page();
        for (var i = 0; i < hits.Count; i++)
        {
            var terms = command.GetValue(_explain) ? library.Index.Explain(ranked, hits[i].Ordinal) : null;
            if (_context.IsJson(command))
            {
                var json = PassageJson.Of(hits[i].Passage, i + 1, hits[i].Score, terms);
                _context.Terminal.Out.WriteLine(JsonSerializer.Serialize(json, CliJsonContext.Relaxed.PassageJson));
            }
            else
            {
                Render(page, i + 1, hits[i], terms ?? []);
            }
        }

        return ExitCodes.Done;
    }

    private static (IReadOnlyList<PassageHit> Hits, PassageQuery Query) Plain(Library library, string query, int limit)
    {
        var terms = new PassageQuery([.. EnglishAnalyzer.Analyze(query).Select(token => new QueryTerm(token.Term))]);
        return (library.Index.Search(terms, limit), terms);
    }

    private (IReadOnlyList<PassageHit> Hits, PassageQuery Query) AsAsked(Library library, string query, int limit)
    {
        var retrieved = new QuestionAnswerer(library.Corpus, library.Index, library.AnswererOptions).Search(query, limit);
        foreach (var (word, repaired) in retrieved.Repairs)
        {
            _context.Terminal.Say($"read as: {repaired} for {word}");
        }

        return (retrieved.Hits, retrieved.Query);
    }

    private static void Render(Page page, int rank, PassageHit hit, IEnumerable<TermShare> terms)
    {
        var invariant = CultureInfo.InvariantCulture;
        page.Line(
            new Run(string.Create(invariant, $"{rank,3}  {hit.Score,8:F4}  ")),
            new Run(hit.Passage.Id, Ink.Place),
            new Run($"  {hit.Passage.Span}", Ink.Dim));
        page.Line(5, new Run(Snippet.Around(hit.Passage.Text, focus: null, SnippetLength)));
        foreach (var share in terms)
        {
            page.Line(5, new Run(
                string.Create(
                    invariant, $"{share.Field,-7}  {share.Term,-16}  tf {share.Frequency,3}  df {share.DocumentFrequency,5}  idf {share.Idf,7:F4}  {share.Score,8:F4}"),
                Ink.Dim));
        }
    }
}
