using System.Collections.Frozen;
using QaBot.Text;

namespace QaBot.Answering.Candidates;

/// <summary>Whether words have the shape that a kind of question asks for: a date has a month or a year, a person a capital.</summary>
internal static class AnswerShape
{
    private const string File = "Answering/Candidates/shapes.txt";
    private static readonly FrozenSet<string> Months = WordList.Read(File, "month");
    private static readonly FrozenSet<string> Days = WordList.Read(File, "day");
    private static readonly FrozenSet<string> Units = WordList.Read(File, "unit");
    private static readonly FrozenSet<string> Currencies = WordList.Read(File, "currency");
    private static readonly FrozenSet<string> Numbers = [.. WordList.Lines("Citations/number-words.txt").SelectMany(line => line.Words.Prepend(line.Label)).Where(word => word.Any(char.IsLetter))];

    /// <summary>1 where the words have the shape, -1 where they have not, 0 where the kind has none.</summary>
    public static int Fits(QuestionKind kind, string text)
    {
        var words = text.Split([' ', ',', '-', '–', '(', ')'], StringSplitOptions.RemoveEmptyEntries);
        bool Has(FrozenSet<string> set) => words.Any(word => set.Contains(word.ToLowerInvariant()));
        var hasNumber = text.Any(char.IsDigit) || Has(Numbers);
        return kind switch
        {
            QuestionKind.Date => Of(text.Any(char.IsDigit) || Has(Months) || Has(Days)),
            QuestionKind.Year => Of(text.Any(char.IsDigit)),
            QuestionKind.Number or QuestionKind.Age => Of(hasNumber),
            QuestionKind.Money => Of(hasNumber && (text.Any(c => char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.CurrencySymbol) || Has(Currencies))),
            QuestionKind.Duration => Of(hasNumber || Has(Units)),
            QuestionKind.Person or QuestionKind.Place or QuestionKind.Work => Of(text.Any(char.IsUpper)),
            _ => 0,
        };
    }

    private static int Of(bool fits) => fits ? 1 : -1;
}
