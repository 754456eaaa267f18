using System.Collections.Frozen;
using QaBot.Reading;

namespace QaBot.Chat.Gate;

/// <summary>What is known of a sentence and of what is to support it: how their words lie to each other, and what the reader says to its cloze questions.</summary>
internal static class SupportFeatures
{
    /// <summary>Words that lie farther apart than this are far apart.</summary>
    private const int FarApart = 10;

    private const double Surest = 10;

    /// <summary>Words that say little by themselves: "took place", "according to".</summary>
    private static readonly FrozenSet<string> LightWords = FrozenSet.Create(StringComparer.Ordinal,
        "took", "place", "taken", "occurred", "happened", "according", "became", "went", "came", "made", "done", "being", "got", "today", "there", "located", "also", "other", "others");

    /// <summary>The features' names.</summary>
    public static string[] Names { get; } =
    [
        "bias", "missing", "any-missing", "related", "inverted", "inverted-with-passive", "crossed", "gap", "unbound", "skipped",
        "added", "dropped", "rebounded", "differs", "swapped", "moved", "turned", "compares", "equates", "pair", "found", "least-found", "mean-found", "another", "nothing",
    ];

    /// <summary>The features.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="source">What is to support it.</param>
    /// <param name="resolved">Its text with a name for its pronoun, where the sentence has the name.</param>
    /// <param name="reader">The reader.</param>
    /// <param name="title">What the reader is told the source is about.</param>
    public static float[] Of(string sentence, SourceSentence source, string resolved, SpanReader reader, string title)
    {
        var said = Alignment.Places(sentence);
        var alignment = Alignment.Of(said, resolved == source.Text ? source.Places : Alignment.Places(resolved));
        var (at, meant) = (alignment.At, alignment.Meant);
        var content = Enumerable.Range(0, said.Count).Where(i => said[i].IsContent && !said[i].IsNumber).ToList();
        var missing = content.Count(i => at[i] < 0 && !LightWords.Contains(said[i].Word));
        var found = Enumerable.Range(0, at.Length).Where(i => at[i] >= 0).ToList();
        var steps = found.Zip(found.Skip(1), (i, j) => (From: at[i], To: at[j])).ToList();
        var inverted = Share(steps, step => step.To < step.From);
        var isTurned = Wording.IsPassive(sentence) != Wording.IsPassive(source.Text);
        double[] words =
        [
            1,
            (double)missing / Math.Max(1, content.Count),
            missing > 0 ? 1 : 0,
            Share(found, i => meant[at[i]].Key != alignment.Said[i].Key),
            isTurned ? 0 : inverted,
            isTurned ? inverted : 0,
            Share(steps, step => meant[step.From].Clause != meant[step.To].Clause),
            steps.Count == 0 ? 0 : steps.Average(step => Math.Min(FarApart, Math.Abs(step.To - step.From) - 1.0)) / FarApart,
            Unbound(alignment, found),
            Skipped(alignment, found),
            Math.Min(2, TurningWords.Added(said, meant)),
            Math.Min(2, TurningWords.Dropped(said, alignment)),
            Math.Min(1, TurningWords.Rebounded(said, meant)),
            TurningWords.Differ(sentence, source.Text) ? 1 : 0,
            Math.Min(1, Roles.Swapped(alignment)),
            Math.Min(1, Roles.Moved(alignment)),
            Math.Min(1, Roles.Turned(alignment)),
            Roles.Compares(alignment) ? 1 : 0,
            Roles.Equates(alignment) ? 1 : 0,
            source.IsPair ? 1 : 0,
        ];
        return [.. words.Concat(Read(sentence, source.Window, reader, title)).Select(value => (float)value)];
    }

    /// <summary>The share of names and numbers beside which no word of the sentence stands in the same clause of the source.</summary>
    private static double Unbound(Alignment alignment, List<int> found) => Share(
        [.. Enumerable.Range(0, found.Count).Where(k => alignment.Said[found[k]].IsNumber || alignment.Said[found[k]].IsName)],
        k => !new[] { k - 1, k + 1 }.Any(n => n >= 0 && n < found.Count && alignment.Meant[alignment.At[found[n]]].Clause == alignment.Meant[alignment.At[found[k]]].Clause));

    /// <summary>The share of the source's content words that the sentence leaves out between two that it takes from one clause.</summary>
    private static double Skipped(Alignment alignment, List<int> found)
    {
        var taken = found.Select(i => alignment.At[i]).Order().ToList();
        var between = taken.Zip(taken.Skip(1)).Where(pair => alignment.Meant[pair.First].Clause == alignment.Meant[pair.Second].Clause)
            .Sum(pair => Enumerable.Range(pair.First + 1, Math.Max(0, pair.Second - pair.First - 1)).Count(i => alignment.Meant[i].IsContent));
        return (double)between / Math.Max(1, taken.Count + between);
    }

    /// <summary>What the reader finds for each phrase: the phrase, something else, or nothing.</summary>
    private static double[] Read(string sentence, ReadingWindow window, SpanReader reader, string title)
    {
        var clozes = Cloze.Of(sentence);
        if (clozes.Count == 0)
        {
            return [1, 0, 0, 0, 0];
        }

        var readings = reader.Read([.. clozes.Select(cloze => cloze.Question)], window, title).Select((spans, i) =>
        {
            var own = spans.FirstOrDefault(span => clozes[i].IsAnsweredBy(window.Passage.Document.Slice(span.Span)));
            var other = spans.FirstOrDefault(span => span != own && !clozes[i].IsAnsweredBy(window.Passage.Document.Slice(span.Span)));
            return (Own: own?.Score ?? -Surest, Other: other?.Score ?? -Surest);
        }).ToList();
        return
        [
            Share(readings, reading => reading.Own > reading.Other),
            readings.Min(reading => Math.Clamp(reading.Own, -Surest, Surest)) / Surest,
            readings.Average(reading => Math.Clamp(reading.Own, -Surest, Surest)) / Surest,
            readings.Max(reading => reading.Other > 0 ? Math.Clamp(reading.Other - reading.Own, 0, Surest) : 0) / Surest,
            Share(readings, reading => reading.Own < 0 && reading.Other < 0),
        ];
    }

    private static double Share<T>(List<T> all, Func<T, bool> isCounted) => all.Count == 0 ? 0 : (double)all.Count(isCounted) / all.Count;
}
