using System.Globalization;
using QaBot.Chat.Prompts;
using QaBot.Chunking;

namespace QaBot.Chat;

/// <summary>The passages of one question by number, and the way to more of them, for a model that may call functions: bounded in calls and tokens.</summary>
/// <remarks>What is read here passes the same gate as what the prompt had. For one question and one model's answer, not for concurrent use.</remarks>
public sealed class PassageShelf
{
    /// <summary>The most calls of both functions together.</summary>
    public const int MostCalls = 4;

    /// <summary>The most passages that one search gives.</summary>
    public const int MostFound = 5;

    private const string Spent = "No more passages can be looked up: answer from those that you have.";

    private readonly List<Passage> _passages;
    private readonly Func<string, int, IReadOnlyList<Passage>> _search;
    private readonly Func<string, Passage?> _find;
    private readonly Func<Passage, string> _escape;
    private int _room;

    /// <summary>Creates the shelf of a question.</summary>
    /// <param name="given">The passages of the prompt.</param>
    /// <param name="room">Tokens left for more.</param>
    /// <param name="search">The best passages for a query, at most so many.</param>
    /// <param name="find">The passage of an id, or null.</param>
    /// <param name="escape">A passage's text as data of a prompt.</param>
    internal PassageShelf(
        IEnumerable<Passage> given, int room, Func<string, int, IReadOnlyList<Passage>> search, Func<string, Passage?> find, Func<Passage, string> escape)
    {
        _passages = [.. given];
        (_room, _search, _find, _escape) = (room, search, find, escape);
    }

    /// <summary>What the model has been given so far, by number from 1.</summary>
    public IReadOnlyList<Passage> Passages => _passages;

    /// <summary>Calls so far, those that found nothing and those beyond <see cref="MostCalls"/> too.</summary>
    public int Calls { get; private set; }

    /// <summary>Looks for passages; what there is room for is put on the shelf.</summary>
    /// <param name="query">What to look for.</param>
    /// <param name="count">How many passages are wanted, 1 to <see cref="MostFound"/>; other numbers become the nearest of these.</param>
    /// <returns>The passages with their numbers and ids as lines of a prompt, or one sentence that says why there is none.</returns>
    public string Search(string query, int count)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (!MayCall())
        {
            return Spent;
        }

        var found = string.IsNullOrWhiteSpace(query) ? [] : _search(query, Math.Clamp(count, 1, MostFound));
        return found.Count == 0 ? "No passage has any of these words." : string.Join('\n', found.Select(Put).Distinct(StringComparer.Ordinal));
    }

    /// <summary>Reads one passage by its id.</summary>
    /// <param name="passage">The id, <c>document#number</c>: the passage behind or before one that was found has the next or the last number.</param>
    /// <returns>The passage as lines of a prompt, or one sentence that says why not.</returns>
    public string Read(string passage)
    {
        ArgumentNullException.ThrowIfNull(passage);
        return !MayCall() ? Spent : _find(passage.Trim()) is { } found ? Put(found) : "There is no passage of that id.";
    }

    private bool MayCall() => ++Calls <= MostCalls;

    private string Put(Passage passage)
    {
        var number = _passages.FindIndex(other => other.Id == passage.Id) + 1;
        if (number > 0)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{PromptData.Escape(passage.Id)} is passage {number}, which you have.");
        }

        var lines = string.Create(CultureInfo.InvariantCulture, $"{PromptData.Escape(passage.Id)}\n{PromptData.Passage(_escape(passage), _passages.Count + 1)}");
        var tokens = TokenEstimate.Of(lines) + 1;
        if (tokens > _room)
        {
            return Spent;
        }

        _room -= tokens;
        _passages.Add(passage);
        return lines;
    }
}
