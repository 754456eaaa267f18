using QaBot.Chunking;

namespace QaBot.Indexing;

/// <summary>A searchable, immutable set of passages; safe for concurrent use.</summary>
public interface IPassageIndex
{
    /// <summary>The engine's name as answers report it.</summary>
    string Engine { get; }

    /// <summary>Number of passages.</summary>
    int Count { get; }

    /// <summary>A passage by its ordinal, from 0, in the order of the documents.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such ordinal.</exception>
    Passage this[int ordinal] { get; }

    /// <summary>The best passages, by falling score, ties by ordinal.</summary>
    /// <param name="query">What to rank by.</param>
    /// <param name="count">At most so many; at least 1.</param>
    IReadOnlyList<PassageHit> Search(PassageQuery query, int count);

    /// <summary>Each term's share of one passage's score; terms it does not have are left out.</summary>
    IReadOnlyList<TermShare> Explain(PassageQuery query, int ordinal);

    /// <summary>Passages whose text has the analysed term.</summary>
    int DocumentFrequency(string term);

    /// <summary>The terms of the text field with their document frequencies, in ordinal order.</summary>
    /// <param name="prefix">What the terms begin with; all terms when empty.</param>
    IEnumerable<(string Term, int DocumentFrequency)> Terms(string prefix = "");
}
