using System.Security.Cryptography;
using System.Text;

namespace QaBot.Evaluation.Questions;

/// <summary>Splits a question set by id alone, so that a question never changes its half when others come or go.</summary>
internal static class HeldOutSplit
{
    /// <summary>
    /// The half of an id. Ids that end in an even number are held out, in an odd one development; without a number at the end, ids are
    /// held out whose SHA-256 begins with an even byte.
    /// </summary>
    public static QuestionHalf HalfOf(string id)
    {
        var even = char.IsAsciiDigit(id[^1]) ? (id[^1] - '0') % 2 == 0 : SHA256.HashData(Encoding.UTF8.GetBytes(id))[0] % 2 == 0;
        return even ? QuestionHalf.HeldOut : QuestionHalf.Development;
    }
}
