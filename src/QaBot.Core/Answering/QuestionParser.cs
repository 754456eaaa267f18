using System.Collections.Frozen;
using System.Text.RegularExpressions;
using QaBot.Analysis;
using QaBot.Retrieval;
using QaBot.Text;

namespace QaBot.Answering;

/// <summary>Tells what a question asks for from its question word and the noun behind it.</summary>
internal static partial class QuestionParser
{
    private const string Words = "Answering/question-words.txt";
    private static readonly FrozenSet<string> Function = WordList.Read(Words, "function");
    private static readonly FrozenDictionary<string, QuestionKind> KindOfNoun = ReadKinds();
    /// <summary>What may stand before a question and is no part of it.</summary>
    private static readonly FrozenSet<string> Fillers =
        new[] { "and", "but", "so", "then", "or", "ok", "okay", "well", "hi", "hello", "hey", "please", "now", "also", "actually", "oh", "sorry", "thanks", "yes", "no" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> HowWords = new[] { "many", "much", "long", "often", "old" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> SourceNouns =
        new[] { "source", "sources", "reference", "references", "citation", "citations", "article", "articles", "isbn", "footnote", "footnotes", "bibliography" }
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What may stand behind a plural, and not behind a singular but for the modal verbs.</summary>
    private static readonly FrozenSet<string> OfSeveral =
        new[] { "are", "were", "do", "did", "have", "had", "can", "could", "will", "would", "shall", "should", "may", "might", "must" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Several = NumberForms.Word.Split('|').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Copulas = new[] { "is", "was", "are", "were", "'s" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Analyses a question.</summary>
    public static Question Parse(string text, Func<Subject?> subject)
    {
        var words = QuestionWording.Words(text);
        var misspelt = RepairQuestionWords(words);
        var kind = KindOf(text, words);
        var terms = Terms(TrueThat().Replace(text, match => new string(' ', match.Length)), misspelt);
        var spokenOf = terms.Exists(t => t.IsName) || words.Exists(Subject.IsAnyPronoun) ? subject() : null;
        var asked = spokenOf is null ? terms : WithSubject(terms, words, spokenOf);
        var spelt = misspelt.Aggregate(text, (said, word) => Regex.Replace(said, $@"\b{Regex.Escape(word.Key)}\b", word.Value, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant));
        return new Question(text, kind, asked, words.Any(SourceNouns.Contains))
        {
            SubjectTerms = spokenOf is null ? [] : SubjectTerms(asked, words, spokenOf),
            Named = spokenOf is null ? spelt : Name(spelt, spokenOf),
            Sought = !words.Exists(word => QuestionWording.QuestionWords.Contains(word) || QuestionWording.Auxiliaries.Contains(word)) && words is [_, .., var noun] && KindOfNoun.TryGetValue(noun, out var sought) ? (noun, sought) : null,
        };
    }

    /// <summary>The subject's full name for the first pronoun; not in "Where did Marion Stalens live when she was young?", where it stands for another.</summary>
    private static string Name(string text, Subject subject)
    {
        var pronoun = (subject.IsFemale ? She() : He()).Match(text);
        var isOfOther = pronoun.Success && NameScanner.Scan(text, new TextSpan(0, pronoun.Index)).Exists(name =>
            !text.Substring(name.Span.Start, name.Span.Length).Split(' ').Intersect(subject.OwnNames.Split(' ')).Any()
            && ((name.Kind != NameKind.Work && BehindAuxiliary().IsMatch(text[..name.Span.Start])) || (name.Kind == NameKind.Person && !Behind().IsMatch(text[..name.Span.Start]))));
        return pronoun.Success && !isOfOther ? $"{text.AsSpan(0, pronoun.Index)}{subject.FullName}{text.AsSpan(pronoun.Index + pronoun.Length)}" : text;
    }

    /// <summary>Whether a lower-case word only makes the question and is not searched for.</summary>
    public static bool IsFunctionWord(string word) => Function.Contains(word);

    /// <summary>Whether a word stands for a person: "mother", "director".</summary>
    public static bool IsPerson(string word) => KindOfNoun.GetValueOrDefault(word.ToLowerInvariant()) == QuestionKind.Person;

    /// <summary>The same, or whether its ending and the lexicon say so: "violinist".</summary>
    public static bool IsPersonOrAgent(string word) => IsPerson(word) || IsAgent(word.ToLowerInvariant());

    private static QuestionKind KindOf(string text, List<string> words)
    {
        if (AsksWhether().IsMatch(text))
        {
            return QuestionKind.YesNo;
        }

        var (asked, main) = (QuestionLead.Ask(text), LeadingClause().Replace(text, ""));
        var kind = asked != text ? KindOf(QuestionWording.Words(asked)) : main != text ? KindOf(QuestionWording.Words(main)) : KindOf(words);
        return kind == QuestionKind.Phrase && asked != text && asked.StartsWith("What are ", StringComparison.Ordinal) ? QuestionKind.List : kind;
    }

    private static QuestionKind KindOf(List<string> words)
    {
        words = [.. words.SkipWhile(Fillers.Contains)];
        var at = words.FindIndex(w => w is "who" or "whom" or "whose" or "what" or "which" or "when" or "where" or "why" or "how");
        at = at < 0 && words is ["list" or "name", _, ..] ? 0 : at;
        if (words.Count > 0 && QuestionWording.Auxiliaries.Contains(words[0]))
        {
            // "Do you know when …", "Can anyone tell me who …", "Does it say where …" ask what stands behind.
            return at > 1 && (words[1] is "you" or "u" || (IsAsking(words[at - 1]) && words[1] is "i" or "we" or "it" or "anyone" or "anybody" or "someone" or "somebody")) ? KindAt(words, at) : QuestionKind.YesNo;
        }

        return at < 0 ? KindOfKeywords(words) : KindAt(words, at);
    }

    private static bool IsAsking(string word) => word is "know" or "known" or "me" or "us" or "ask" or "out" or "say" or "remember" or "explain" or "see";

    /// <summary>"author birthplace": without a question word the last noun of a known kind says what is asked for.</summary>
    private static QuestionKind KindOfKeywords(List<string> words)
    {
        var noun = words.FindLastIndex(KindOfNoun.ContainsKey);
        return noun >= 0 && words.Count > 1 && KindOfNoun[words[noun]] is not QuestionKind.Work
            ? KindOfNoun[words[noun]]
            : words.Count <= 2 ? QuestionKind.Description : QuestionKind.Phrase;
    }

    private static QuestionKind KindAt(List<string> words, int at)
    {
        var next = at + 1 < words.Count ? words[at + 1] : "";
        switch (words[at])
        {
            case "who" when next is "else" or "all" || (next is "are" or "were" && AreSeveralKnown(words, Noun(words, at + 2))):
                return QuestionKind.List;
            case "who":
                return Copulas.Contains(next) && IsSomebody(words[(at + 2)..]) ? QuestionKind.Description : QuestionKind.Person;
            case "whom" or "whose":
                return QuestionKind.Person;
            case "when":
                return QuestionKind.Date;
            case "where":
                return QuestionKind.Place;
            case "why":
                return QuestionKind.Reason;
            case "how":
                return KindOfHow(next);
            case "name" when next is "of":
                return KindOfKeywords(words);
            case "list" or "name":
                return words[..at].TrueForAll(word => word is "can" or "could" or "would" or "will" or "you" or "please") ? QuestionKind.List : QuestionKind.Phrase;
            default:
                return KindOfWhat(words, at);
        }
    }

    private static QuestionKind KindOfHow(string next) => next switch
    {
        "many" or "often" or "big" or "large" or "tall" or "high" or "far" => QuestionKind.Number,
        "much" => QuestionKind.Money,
        "long" => QuestionKind.Duration,
        "old" or "young" => QuestionKind.Age,
        "come" => QuestionKind.Reason,
        _ => QuestionKind.Phrase,
    };

    /// <summary>"What" or "which": the noun right behind it, or behind the copula, says the kind.</summary>
    private static QuestionKind KindOfWhat(List<string> words, int at)
    {
        var noun = Noun(words, at + 1);
        var behindCopula = at + 1 < words.Count && Copulas.Contains(words[at + 1]);
        if (behindCopula)
        {
            noun = Noun(words, at + 2);
        }

        if (at + 1 < noun && !Function.Contains(words[at + 1]) && !KindOfNoun.ContainsKey(words[at + 1]) && !IsOfKnownKind(words[at + 2]) && IsAgent(words[at + 1]))
        {
            return QuestionKind.Person;
        }

        if (!behindCopula && (noun < 0 || !IsOfKnownKind(words[noun])) && words.Exists(w => w is "gross" or "grossed" or "cost" or "takings" or "earnings" || (w is "earn" && noun < 0 && !words.Contains("living"))))
        {
            return QuestionKind.Money;
        }

        if (noun < 0)
        {
            return behindCopula && words.Count - at <= 3 ? QuestionKind.Description : QuestionKind.Phrase;
        }

        if (behindCopula && words[^1] is "about" or "like")
        {
            return QuestionKind.Phrase;
        }

        var kind = KindOfNoun.TryGetValue(words[noun], out var known) ? known : IsAgent(words[noun]) ? QuestionKind.Person : QuestionKind.Phrase;
        if (!KindOfNoun.ContainsKey(words[noun]) && KindOfNoun.TryGetValue(Singular(words[noun]), out var one))
        {
            kind = one is QuestionKind.Person or QuestionKind.Work or QuestionKind.Place or QuestionKind.Date or QuestionKind.Year ? QuestionKind.List : one;
        }

        return kind == QuestionKind.Phrase && !behindCopula && (Several.Contains(words[at + 1]) || AreSeveral(words, noun)) ? QuestionKind.List : kind;
    }

    /// <summary>Whether a noun and the verb behind it are plural: "which papers are", but neither "what makes" nor "which bus goes".</summary>
    private static bool AreSeveral(List<string> words, int noun) =>
        WordForms.EndsAsPlural(words[noun]) && words[noun] is not ("news" or "means" or "lens" or "gas") && !words[noun].EndsWith("ics", StringComparison.Ordinal) && noun + 1 < words.Count
        && (OfSeveral.Contains(words[noun + 1]) || (words[noun + 1] is "has" or "does" && noun + 2 < words.Count && (Subject.IsNominative(words[noun + 2]) || IsDeterminer(words[noun + 2]))));

    /// <summary>Whether a noun is the plural of one of a known kind: "her children", "the two sisters".</summary>
    private static bool AreSeveralKnown(List<string> words, int noun) =>
        noun >= 0 && (KindOfNoun.GetValueOrDefault(words[noun]) == QuestionKind.List || (!KindOfNoun.ContainsKey(words[noun]) && IsOfKnownKind(words[noun])));

    private static string Singular(string word) => word switch
    {
        [.. var one, 's'] when KindOfNoun.ContainsKey(one) => one,
        [.. var stem, 'i', 'e', 's'] => stem + "y",
        [.. var stem, 'v', 'e', 's'] when KindOfNoun.ContainsKey(stem + "fe") => stem + "fe",
        [.. var stem, 'm', 'e', 'n'] when KindOfNoun.ContainsKey(stem + "man") => stem + "man",
        [.. var one, 's'] => one,
        _ => word,
    };

    private static bool IsOfKnownKind(string word) => KindOfNoun.ContainsKey(word) || KindOfNoun.ContainsKey(Singular(word));

    /// <summary>"filmmaker", "violinist": a word for a person by its ending and by the lexicon.</summary>
    private static bool IsAgent(string word) => (word.EndsWith("er", StringComparison.Ordinal) || word.EndsWith("or", StringComparison.Ordinal) || word.EndsWith("ist", StringComparison.Ordinal)
        || word.EndsWith("ian", StringComparison.Ordinal) || word.EndsWith("man", StringComparison.Ordinal) || word.EndsWith("ess", StringComparison.Ordinal))
        && EnglishAnalyzer.Analyze(word) is [var token] && Lexicon.Find(token.Term).Hypernyms.Contains("person");

    /// <summary>The head of the noun phrase that begins at a word: its last word of a known kind, else its last word before a verb; -1 for none.</summary>
    private static int Noun(List<string> words, int start)
    {
        var last = -1;
        for (var i = start; i < words.Count && i < start + 6; i++)
        {
            if (words[i] is "name" or "names" && i + 1 < words.Count && words[i + 1] == "of")
            {
                i++;
                continue;
            }

            if (words[i] is "the" or "a" or "an" or "of" or "her" or "his" or "their" or "its" || Describes(words[i]))
            {
                if (words[i] == "of" && last >= 0)
                {
                    break;
                }

                continue;
            }

            if (Function.Contains(words[i]) || QuestionWording.Auxiliaries.Contains(words[i]) || IsPreposition(words[i]) || words[i] is "and" || (last >= 0 && char.IsDigit(words[i][0])))
            {
                break;
            }

            last = i;
            if (IsOfKnownKind(words[i]) && !(KindOfNoun.ContainsKey(words[i]) && i + 1 < words.Count && IsOfKnownKind(words[i + 1])))
            {
                break;
            }
        }

        return last;
    }

    /// <summary>"Who is Louis Malle?" and "who is she?" ask for a description; "who is her husband?" and "who was she married to?" for a person.</summary>
    private static bool IsSomebody(List<string> words) => words.Count <= 3 && !words.Exists(word => IsDeterminer(word) || IsPreposition(word) || word.EndsWith("'s", StringComparison.Ordinal))
        && (words.Count <= 1 || !(words.Exists(Subject.IsNominative) || WordForms.IsPast(words[0]) || words[0].EndsWith("ing", StringComparison.Ordinal)));

    private static bool IsDeterminer(string word) => word is "the" or "a" or "an" or "her" or "his" or "their" or "its" or "by";

    private static bool IsPreposition(string word) => word is "to" or "in" or "on" or "at" or "for" or "by" or "with" or "from" or "after";

    private static bool Describes(string word) => word is "first" or "last" or "second" or "third" or "main" or "other" or "famous" or "full" or "real" or "new";

    /// <summary>"wher was she born", "how meny": a misspelt question word at the beginning is read as the one that it was meant for.</summary>
    /// <returns>The words that were repaired, and what they were meant for.</returns>
    private static Dictionary<string, string> RepairQuestionWords(List<string> words)
    {
        var misspelt = new Dictionary<string, string>(StringComparer.Ordinal);
        if (words.Count > 0 && !QuestionWording.Auxiliaries.Contains(words[0]) && !Fillers.Contains(words[0]) && !words.Exists(QuestionWording.QuestionWords.Contains))
        {
            RepairWord(0, QuestionWording.QuestionWords);
        }

        if (words.IndexOf("how") is >= 0 and var how && how + 1 < words.Count && IsUnknown(words[how + 1]))
        {
            RepairWord(how + 1, HowWords);
        }

        return misspelt;

        // An English word is not misspelt, unless an auxiliary follows: "wen was …". A letter left out is the commonest slip.
        void RepairWord(int at, FrozenSet<string> meant)
        {
            if (at < words.Count && words[at] is { Length: >= 3 } word && !meant.Contains(word) && !Function.Contains(word) && !QuestionWording.Auxiliaries.Contains(word)
                && (IsUnknown(word) || (at + 1 < words.Count && QuestionWording.Auxiliaries.Contains(words[at + 1])))
                && meant.Where(m => SpellingRepairer.Distance(word, m, 1) == 1).OrderByDescending(m => m.Length).ThenBy(m => m, StringComparer.Ordinal).FirstOrDefault() is { } repaired)
            {
                misspelt[word] = repaired;
                words[at] = repaired;
            }
        }
    }

    private static bool IsUnknown(string word) => EnglishAnalyzer.Analyze(word) is [var token] && !Lexicon.Knows(token.Term);

    private static List<QuestionTerm> Terms(string text) => Terms(text, []);

    private static List<QuestionTerm> Terms(string text, Dictionary<string, string> misspelt)
    {
        var terms = new List<QuestionTerm>();
        foreach (var token in EnglishAnalyzer.Analyze(text))
        {
            var word = text.Substring(token.Span.Start, token.Span.Length);
            var lower = word.Replace('’', '\'').ToLowerInvariant();
            if (!Function.Contains(QuestionWording.Contraction().Replace(lower, "")) && !QuestionWording.Auxiliaries.Contains(lower) && !misspelt.ContainsKey(lower) && terms.TrueForAll(t => t.Term != token.Term))
            {
                terms.Add(new QuestionTerm(token.Term, word, (char.IsUpper(word[0]) && token.Position > 0) || char.IsDigit(word[0])));
            }
        }

        return terms;
    }

    /// <summary>
    /// "When was she born?" and "When was Jane born?" ask of the subject, whom the source calls by surname: that name joins the terms of a
    /// question without a name, and takes the place of the subject's others, unless the question asks who that is.
    /// </summary>
    private static List<QuestionTerm> WithSubject(List<QuestionTerm> terms, List<string> words, Subject subject)
    {
        var hasName = terms.Exists(t => t.IsName);
        var name = Terms(subject.Name).ConvertAll(term => term with { IsName = true });
        if (!hasName)
        {
            return words.Exists(subject.IsPronoun) ? [.. name.Where(n => terms.TrueForAll(t => t.Term != n.Term)), .. terms] : terms;
        }

        var others = Terms(subject.OwnNames).Where(o => !name.Exists(n => n.Term == o.Term)).Select(o => o.Term).ToHashSet(StringComparer.Ordinal);
        var at = terms.FindIndex(t => t.IsName && others.Contains(t.Term));
        if (at < 0 || terms.TrueForAll(t => others.Contains(t.Term) || name.Exists(n => n.Term == t.Term)))
        {
            return terms;
        }

        var called = terms.Where(t => !t.IsName || !others.Contains(t.Term)).ToList();
        called.InsertRange(Math.Min(at, called.Count), name.Where(n => called.TrueForAll(t => t.Term != n.Term)));
        return called;
    }

    private static HashSet<string> SubjectTerms(List<QuestionTerm> terms, List<string> words, Subject subject)
    {
        var names = Terms(subject.OwnNames).Select(t => t.Term).ToHashSet(StringComparer.Ordinal);
        return words.Exists(subject.IsPronoun) || terms.Exists(t => names.Contains(t.Term)) ? names : [];
    }

    /// <summary>A name behind a preposition is not who does what is asked: "Which film by Otto Kern did she star in?"</summary>
    [GeneratedRegex(@"\b(by|with|in|of|for|to|from|at|on|against|under)\s$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Behind();

    /// <summary>A name behind an auxiliary is who does what is asked: "What did Rosamund do after she left?"</summary>
    [GeneratedRegex(@"\b(did|does|do|has|had|will|would|can|could)\s$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex BehindAuxiliary();

    /// <summary>"Is it true that she painted?" and "She painted, right?" ask whether she painted, not of truth.</summary>
    [GeneratedRegex(@"(?<=^\s*(is|isn['’]t)\sit\s)(true|right|correct)\b(?=\s\w)|(?<=,\s)(right|correct|true)(?=\s*\?*\s*$)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex TrueThat();

    private const string Auxiliary = QuestionLead.Auxiliary;

    private const string AnyQuestionWord = "who|whom|whose|what|which|when|where|why|how";

    /// <summary>"When she was ten, where did she live?", "Sorry, is she married?": what stands before the question; not before a clause of a question that has begun.</summary>
    [GeneratedRegex(
        $@"^(?>\s*)(?!({Auxiliary}|who|whom|whose|what|which|why|how)\b)(?!((in|on|at|for|to|with|by|from|of)\s)?(when|where|what|which|who|whom|how|why)\b(['’]s|\s({Auxiliary})\b|\s*,))"
            + $@"(((?!\b(who|whom|whose|what|which|why|how)\b)[^,:.!?])*[,:]\s(?=((in|on|at|for|to|with|by|from|of)\s)?({AnyQuestionWord})\b)|[^?]*[,:.!]\s(?=({Auxiliary})\s\w+\s\w))",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex LeadingClause();

    /// <summary>"Do you know whether she paints?", "She paints, right?", "She paints, doesn't she?", "She is a painter?"</summary>
    [GeneratedRegex(
        $@"^(?!.*\b({AnyQuestionWord})\b.*\b(if|whether)\b).*\b(know|(tell|ask)\s(me|us)|wonder|wondering|idea|sure|check)\s(if|whether)\b|,\s((right|correct|true)|({Auxiliary})(n['’]?t)?\s(she|he|it|they))\s*\?*\s*$|^(?!.*\b({AnyQuestionWord})\b)(?>\s*)(she|he)\s\w+\s[^?]*\?\s*$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex AsksWhether();

    [GeneratedRegex(@"\bshe\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex She();

    [GeneratedRegex(@"\bhe\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex He();

    private static FrozenDictionary<string, QuestionKind> ReadKinds() => WordList.Lines(Words)
        .Where(line => line.Label != "function")
        .SelectMany(line => line.Words.Select(word => (word, Enum.Parse<QuestionKind>(line.Label, ignoreCase: true))))
        .ToFrozenDictionary(pair => pair.word, pair => pair.Item2, StringComparer.Ordinal);
}
