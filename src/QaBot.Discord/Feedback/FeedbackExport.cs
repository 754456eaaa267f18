using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using QaBot.Answering;
using QaBot.Discord.Conversations;

namespace QaBot.Discord.Feedback;

/// <summary>Makes candidates for the question set of the answers that readers disliked.</summary>
public static partial class FeedbackExport
{
    private const string Someone = "someone";

    /// <summary>
    /// The candidates, one JSON object a line, in the order of the questions: what was asked, what was cited and what readers said to it, without users. What is right a person
    /// has to add: <c>answers</c> is empty, and <c>evidence</c> holds the quotes of the disliked answer.
    /// </summary>
    /// <param name="database">The bot's data.</param>
    public static IReadOnlyList<string> Rows(BotDatabase database)
    {
        ArgumentNullException.ThrowIfNull(database);
        return [.. database.Query(
                "SELECT turn, answer FROM feedback WHERE good = 0 GROUP BY turn ORDER BY turn", row => (Turn: row.GetInt64(0), Answer: row.GetString(1)))
            .Select(row => Row(row.Turn, row.Answer, Reasons(database, row.Turn))).OfType<string>()];
    }

    /// <summary>What readers said to their judgements, without users.</summary>
    private static List<string> Reasons(BotDatabase database, long turn) => database.Query(
        "SELECT reason FROM feedback WHERE turn = $turn AND good = 0 AND reason IS NOT NULL ORDER BY at", row => Anonymous(row.GetString(0)), ("$turn", turn));

    private static string? Row(long turn, string json, List<string> reasons)
    {
        try
        {
            var answer = AnswerJson.Parse(json);
            var row = new CandidateRow(
                turn < 0
                    ? string.Create(CultureInfo.InvariantCulture, $"feedback-page-{turn & long.MaxValue:x}")
                    : string.Create(CultureInfo.InvariantCulture, $"feedback-{turn}"),
                "feedback",
                Anonymous(answer.ReadAs ?? answer.Question),
                [],
                [],
                [.. answer.Citations.Select(citation => citation.Quote)],
                Answerable: true,
                [],
                reasons);
            return JsonSerializer.Serialize(row, FeedbackJsonContext.Relaxed.CandidateRow);
        }
        catch (JsonException)
        {
            // Written by another version.
            return null;
        }
    }

    /// <summary>A question without mentions and ids of users, roles and channels.</summary>
    private static string Anonymous(string question) => Handle().Replace(Mention().Replace(question, Someone), Someone);

    [GeneratedRegex(@"<[@#][!&]?[0-9]+>|\b[0-9]{17,20}\b", RegexOptions.CultureInvariant)]
    private static partial Regex Mention();

    /// <summary>A handle, also with the four digits of old: "@name", "name#1234".</summary>
    [GeneratedRegex(@"(?<![\w.])@[\w.]{2,32}|\b\w{2,32}#[0-9]{4}\b", RegexOptions.CultureInvariant)]
    private static partial Regex Handle();
}
