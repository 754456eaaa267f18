using QaBot.Analysis;

namespace QaBot.Answering.Ranking;

/// <summary>The features by which sentences are ranked for a question. Shares are of the question's weight unless said otherwise.</summary>
internal static class SentenceFeatures
{
    private static readonly QuestionKind[] Kinds = Enum.GetValues<QuestionKind>();

    /// <summary>The features' names, in order; the weights file is read by them.</summary>
    public static string[] Names { get; } =
    [
        "exact", "resolved", "resolved-or-related", "synonym", "derived", "kind-of", "prefix",
        "previous", "next", "passage", "bm25", "passage-score", "passage-rank",
        "pairs", "order", "density", "names", "names-around", "names-missing", "numbers", "numbers-missing",
        "rarest-missing", "last-term", "first-term", "focus", "focus-kind", "length", "very-short", "pronoun", "pronoun-and-previous",
        "all-terms", "candidate-nearness", "is-definition", "subject", "subject-names", "opens-document", "words", "words-or-related", "words-of-topic", "words-or-related-of-topic", "related-around",
        "opposite", "made-by", "counted", "names-of-work", "words-of-work",
        .. Kinds.Select(kind => "has-" + kind.ToString().ToLowerInvariant()),
        .. Kinds.Select(kind => "resolved-for-" + kind.ToString().ToLowerInvariant()),
    ];

    /// <summary>The values for one candidate.</summary>
    public static float[] Compute(QuestionProfile question, Candidate candidate)
    {
        var values = new float[Names.Length];
        var at = 0;
        var sentence = candidate.Sentence;
        var matches = Match(question, sentence);
        var exact = Share(question, i => matches[i] == Relation.Exact);
        var resolved = Share(question, i => candidate.Resolves(question.Terms[i]));
        Add(exact);
        Add(resolved);
        Add(resolved + Share(question, i => matches[i] is not (Relation.None or Relation.Exact) && !candidate.Resolves(question.Terms[i])));
        Add(Share(question, i => matches[i] == Relation.Synonym));
        Add(Share(question, i => matches[i] == Relation.Derived));
        Add(Share(question, i => matches[i] == Relation.KindOf));
        Add(Share(question, i => matches[i] == Relation.Prefix));

        var previous = candidate.Previous?.TermSet;
        var next = candidate.Next?.TermSet;
        var inPrevious = Share(question, i => matches[i] != Relation.Exact && previous is not null && previous.Contains(question.Terms[i]));
        Add(inPrevious);
        Add(Share(question, i => matches[i] != Relation.Exact && next is not null && next.Contains(question.Terms[i])));
        Add(Share(question, i => matches[i] != Relation.Exact && candidate.Surroundings.Contains(question.Terms[i])));
        Add(SentenceBm25(question, sentence));
        Add(candidate.PassageScore);
        Add(1.0 / (1 + candidate.PassageRank));

        var (pairs, order) = Adjacent(question, sentence);
        Add(pairs);
        Add(order);
        Add(Density(question, sentence));
        AddShareOf(i => question.Question.Terms[i].IsName && !char.IsDigit(question.Terms[i][0]), candidate, matches);
        AddShareOf(i => char.IsDigit(question.Terms[i][0]), null, matches);

        var rarest = Rarest(question);
        Add(rarest >= 0 && matches[rarest] == Relation.None && !candidate.Topic.Contains(question.Terms[rarest]) ? 1 : 0);
        Add(question.Terms.Length > 0 && matches[^1] == Relation.Exact ? 1 : 0);
        Add(question.Terms.Length > 0 && matches[0] == Relation.Exact ? 1 : 0);
        var focus = question.Question.Focus;
        Add(focus is not null && sentence.TermSet.Contains(focus) ? 1 : 0);
        Add(focus is not null && sentence.Hypernyms.Contains(focus) ? 1 : 0);
        Add(Math.Log(1 + sentence.WordCount));
        Add(sentence.WordCount < 6 ? 1 : 0);
        Add(sentence.StartsWithPronoun ? 1 : 0);
        Add(sentence.StartsWithPronoun ? inPrevious : 0);
        Add(Array.TrueForAll(question.Terms, candidate.Resolves) ? 1 : 0);
        var (has, nearness) = Answers(question, sentence);
        Add(nearness);
        Add(question.Question.Kind == QuestionKind.Description ? AnswerPatterns.IsDefinition(question, sentence) ? 1 : 0 : 0);
        var opening = sentence.Tokens.Take(3).Select(t => question.IndexOf(t.Term)).Where(i => i >= 0).ToList();
        Add(opening.Distinct().Sum(i => question.Weights[i]) / question.TotalWeight);
        Add(opening.Exists(i => question.Question.Terms[i].IsName) ? 1 : 0);
        Add(candidate.Previous is null ? 1 : 0);
        AddWords();
        Add(Share(question, i => matches[i] == Relation.Opposite));
        Add(question.Question.Kind == QuestionKind.Person && AnswerPatterns.IsMadeBy(question, sentence) ? 1 : 0);
        Add(question.Question.Kind is QuestionKind.Number or QuestionKind.Money && AnswerPatterns.IsCounted(question, sentence) ? 1 : 0);
        AddOfWork();
        foreach (var kind in Kinds)
        {
            Add(kind == question.Kind && has ? 1 : 0);
        }

        foreach (var kind in Kinds)
        {
            Add(kind == question.Kind ? resolved : 0);
        }

        return values;

        void Add(double value) => values[at++] = (float)value;

        // Names say which part of the text, the other words which sentence of it.
        void AddWords()
        {
            bool IsName(int i) => question.Question.Terms[i].IsName;
            var total = Math.Max(1e-9, Share(question, i => !IsName(i)));
            var words = Share(question, i => !IsName(i) && matches[i] == Relation.Exact) / total;
            var orRelated = Share(question, i => !IsName(i) && matches[i] != Relation.None) / total;
            var allNames = Enumerable.Range(0, question.Terms.Length).All(i => !IsName(i) || candidate.Resolves(question.Terms[i]));
            Add(words);
            Add(orRelated);
            Add(allNames ? words : 0);
            Add(allNames ? orRelated : 0);
            Add(candidate.Previous is { } before ? Share(question, i => matches[i] == Relation.None && !candidate.Resolves(question.Terms[i]) && question.HasSynonym(i, before)) : 0);
        }

        // "The film won nine awards" for "How many awards did X win?": the names by the work, the other words by the sentence.
        void AddOfWork()
        {
            bool IsName(int i) => question.Question.Terms[i].IsName;
            var names = Share(question, IsName);
            var ofWork = candidate.Work.Count == 0 || names == 0 ? 0 : Share(question, i => IsName(i) && candidate.IsOfWork(question.Terms[i])) / names;
            var others = Math.Max(1e-9, Share(question, i => !IsName(i)));
            Add(ofWork);
            Add(ofWork < 0.99 ? 0 : Share(question, i => !IsName(i) && matches[i] != Relation.None) / others);
        }

        void AddShareOf(Func<int, bool> which, Candidate? around, Relation[] found)
        {
            var (total, here, near) = (0, 0, 0);
            for (var i = 0; i < question.Terms.Length; i++)
            {
                if (which(i))
                {
                    total++;
                    here += found[i] == Relation.Exact ? 1 : 0;
                    near += found[i] != Relation.Exact && around is not null && around.Topic.Contains(question.Terms[i]) ? 1 : 0;
                }
            }

            Add(total == 0 ? 0 : here / (double)total);
            if (around is not null)
            {
                Add(total == 0 ? 0 : near / (double)total);
            }

            Add(total == 0 ? 0 : (total - here - near) / (double)total);
        }
    }

    private enum Relation
    {
        None,
        Exact,
        Synonym,
        Derived,
        KindOf,
        Opposite,
        Prefix,
    }

    private static Relation[] Match(QuestionProfile question, SentenceProfile sentence)
    {
        var matches = new Relation[question.Terms.Length];
        for (var i = 0; i < matches.Length; i++)
        {
            matches[i] = sentence.TermSet.Contains(question.Terms[i]) ? Relation.Exact : MatchRelated(question, i, sentence);
        }

        return matches;
    }

    private static Relation MatchRelated(QuestionProfile question, int term, SentenceProfile sentence) =>
        question.HasSynonym(term, sentence) ? Relation.Synonym
        : question.HasDerived(term, sentence) ? Relation.Derived
        : question.HasKindOf(term, sentence) ? Relation.KindOf
        : Opposites.Has(question.Terms[term], sentence.TermSet) ? Relation.Opposite
        : sentence.TermSet.Any(word => SharesPrefix(question.Terms[term], word)) ? Relation.Prefix
        : Relation.None;

    /// <summary>"austria" and "austrian": most of the shorter word and at least four letters.</summary>
    private static bool SharesPrefix(string left, string right)
    {
        var common = left.AsSpan().CommonPrefixLength(right);
        return common >= 4 && common >= 0.75 * Math.Min(left.Length, right.Length) && common >= 0.6 * Math.Max(left.Length, right.Length);
    }

    private static double Share(QuestionProfile question, Func<int, bool> which)
    {
        var sum = 0.0;
        for (var i = 0; i < question.Terms.Length; i++)
        {
            sum += which(i) ? question.Weights[i] : 0;
        }

        return sum / question.TotalWeight;
    }

    /// <summary>BM25 of the sentence by itself, with an average length of 16 terms, as a share of what it could reach.</summary>
    private static double SentenceBm25(QuestionProfile question, SentenceProfile sentence)
    {
        const float K1 = 1.2f;
        const float B = 0.75f;
        const double AverageLength = 16;
        var denominator = K1 * (1 - B + (B * sentence.Terms.Length / AverageLength));
        var sum = 0.0;
        for (var i = 0; i < question.Terms.Length; i++)
        {
            var frequency = sentence.TermSet.Contains(question.Terms[i]) ? sentence.Terms.Count(t => t == question.Terms[i]) : 0;
            sum += question.Weights[i] * frequency / (frequency + denominator);
        }

        return sum / question.TotalWeight;
    }

    /// <summary>The share of neighbouring question terms that stand within three words of each other, and of those in the same order.</summary>
    private static (double Pairs, double Order) Adjacent(QuestionProfile question, SentenceProfile sentence)
    {
        if (question.Terms.Length < 2)
        {
            return (0, 0);
        }

        var (pairs, order) = (0, 0);
        for (var i = 1; i < question.Terms.Length; i++)
        {
            var nearest = int.MaxValue;
            foreach (var left in sentence.Tokens.Where(t => t.Term == question.Terms[i - 1]))
            {
                foreach (var right in sentence.Tokens.Where(t => t.Term == question.Terms[i]))
                {
                    var distance = right.Position - left.Position;
                    nearest = Math.Abs(distance) < Math.Abs(nearest) ? distance : nearest;
                }
            }

            pairs += Math.Abs((long)nearest) <= 3 ? 1 : 0;
            order += nearest is > 0 and <= 3 ? 1 : 0;
        }

        return (pairs / (double)(question.Terms.Length - 1), order / (double)(question.Terms.Length - 1));
    }

    /// <summary>The greatest weight of different question terms within ten words.</summary>
    private static double Density(QuestionProfile question, SentenceProfile sentence)
    {
        const int Window = 10;
        var best = 0.0;
        var hits = sentence.Tokens.Where(t => question.IndexOf(t.Term) >= 0).ToList();
        for (var i = 0; i < hits.Count; i++)
        {
            var weight = hits.Skip(i).TakeWhile(t => t.Position - hits[i].Position < Window).Select(t => t.Term).Distinct().Sum(t => question.Weights[question.IndexOf(t)]);
            best = Math.Max(best, weight);
        }

        return best / question.TotalWeight;
    }

    private static int Rarest(QuestionProfile question) =>
        question.Weights.Length == 0 ? -1 : Array.IndexOf(question.Weights, question.Weights.Max());

    /// <summary>Whether the sentence has something of the kind asked for that is no part of the question, and how near to its words.</summary>
    private static (bool Has, double Nearness) Answers(QuestionProfile question, SentenceProfile sentence)
    {
        var (has, nearness) = (false, 0.0);
        foreach (var span in sentence.Candidates(question.Kind))
        {
            var tokens = sentence.TokensIn(span).ToList();
            if (tokens.TrueForAll(t => question.IsKnown(t.Term)) || AnswerPatterns.IsAnothersLife(question, sentence, span))
            {
                continue;
            }

            has = true;
            nearness = Math.Max(nearness, Nearness(question, sentence, tokens));
        }

        return (has, nearness);
    }

    private static double Nearness(QuestionProfile question, SentenceProfile sentence, List<Token> span)
    {
        var sum = 0.0;
        for (var i = 0; i < question.Terms.Length; i++)
        {
            var nearest = int.MaxValue;
            foreach (var token in sentence.Tokens.Where(t => t.Term == question.Terms[i]))
            {
                nearest = Math.Min(nearest, Math.Min(Math.Abs(token.Position - span[0].Position), Math.Abs(token.Position - span[^1].Position)));
            }

            sum += nearest == int.MaxValue ? 0 : question.Weights[i] / (2 + nearest);
        }

        return 2 * sum / question.TotalWeight;
    }
}
