using QaBot.Testing;

namespace QaBot.Cli.Tests.Cases;

/// <summary>
/// What was tried after public reports of other bots, through the program itself. The right values are written here, since what stands beside the
/// cases is for people; values apart by a bar are all right, case apart.
/// </summary>
public sealed class TextCaseTests
{
    [SharedTheory("cases/seg-line-records")]
    [InlineData("01", "17 October 1989")]
    [InlineData("02", "17 October 1989")]
    [InlineData("03", "17 October 1989")]
    [InlineData("04", "17 October 1989")]
    [InlineData("05", "Ben")]
    [InlineData("06", "six")]
    [InlineData("08", "six")]
    [InlineData("07", "10 to 2|Saturday 10 to 2")]
    public Task LineRecords(string number, string expected) => CheckAsync("seg-line-records", number, expected);

    [SharedTheory("cases/seg-numbered-list")]
    [InlineData("01", "the green one|green|green button|the green button")]
    [InlineData("02", "the green one|green|green button|the green button")]
    [InlineData("03", "the green one|green|green button|the green button")]
    [InlineData("04", "the green one|green|green button|the green button")]
    [InlineData("05", "the green one|green|green button|the green button")]
    [InlineData("06", "250 crowns")]
    public Task NumberedList(string number, string expected) => CheckAsync("seg-numbered-list", number, expected);

    [SharedTheory("cases/seg-table")]
    [InlineData("01", "Ada Brandt")]
    [InlineData("02", "Leo Marsh")]
    [InlineData("03", "09:15")]
    [InlineData("04", "Ada Brandt")]
    [InlineData("05", "2016")]
    public Task Table(string number, string expected) => CheckAsync("seg-table", number, expected);

    [SharedTheory("cases/ret-number-format")]
    [InlineData("01", "The film")]
    [InlineData("02", "The film")]
    [InlineData("03", "The film")]
    [InlineData("04", "The stadium")]
    [InlineData("05", "The arena")]
    public Task NumberFormat(string number, string expected) => CheckAsync("ret-number-format", number, expected);

    [SharedTheory("cases/ret-number-format")]
    [InlineData("06", "On 7 June 1911 the harbour was opened by Ines Roth.")]
    [InlineData("07", "The treaty of 1994-11-05 ended the dispute.")]
    public async Task Date(string number, string sentence)
    {
        Assert.Equal($"{sentence} [1]", (await SharedCases.OutputAsync("ret-number-format", number)).Split('\n')[2]);
    }

    [SharedTheory("cases/text-decomposed-accents")]
    [InlineData("01", "N\u00EEmes")]
    [InlineData("02", "Ni\u0302mes")]
    [InlineData("03", "Ni\u0302mes")]
    [InlineData("04", "Be\u0302\u0301n Tre")]
    [InlineData("05", "Se\u0301gole\u0300ne Me\u0301nard-Le\u0301ve\u0302que")]
    [InlineData("06", "N\u00EEmes")]
    public Task DecomposedAccents(string number, string expected) => CheckAsync("text-decomposed-accents", number, expected);

    [SharedTheory("cases/ans-number-cut")]
    [InlineData("01", "twenty-one")]
    [InlineData("02", "one hundred and five")]
    [InlineData("03", "thirty two")]
    [InlineData("04", "3 412")]
    [InlineData("05", "3\u202f412|3 412")]
    [InlineData("06", "300–350")]
    [InlineData("07", "two and a half thousand")]
    [InlineData("08", "-41.5|-41.5 degrees")]
    [InlineData("09", "3½|3½ litres")]
    [InlineData("10", "3 1/2|3 1/2 litres")]
    [InlineData("11", "thirty-four")]
    [InlineData("12", "1 250 000|1 250 000 kroner")]
    [InlineData("13", "555-0101")]
    [InlineData("14", "1994-11-05")]
    [InlineData("15", "120 B.C|120 B.C.")]
    public Task WholeNumber(string number, string expected) => CheckAsync("ans-number-cut", number, expected);

    /// <summary>01 still answers York, where she grew up, and 08 with "Bo Carr of York".</summary>
    [SharedTheory("cases/ans-negated-sentence")]
    [InlineData("02", "Rosa Keller")]
    [InlineData("03", "The source does not say.")]
    [InlineData("05", "four hundred|The source does not say.")]
    [InlineData("06", "The source does not say.")]
    [InlineData("07", "Ines Roth")]
    [InlineData("09", "Cats|The source does not say.")]
    [InlineData("10", "The source does not say.")]
    [InlineData("11", "Ines Roth")]
    [InlineData("04", "tea and coffee")]
    public Task DeniedSentence(string number, string expected) => CheckAsync("ans-negated-sentence", number, expected);

    [SharedTheory("cases/ans-duplicate-sentence")]
    [InlineData("")]
    public async Task DuplicateSentence(string number)
    {
        var lines = (await SharedCases.OutputAsync("ans-duplicate-sentence", number)).Split('\n');

        Assert.Equal("Ines Roth", lines[0]);
        Assert.EndsWith(". [1] [2]", lines[2], StringComparison.Ordinal);
    }

    private static async Task CheckAsync(string kind, string number, string expected)
    {
        var answer = (await SharedCases.OutputAsync(kind, number)).Split('\n')[0];

        Assert.Contains(answer, expected.Split('|'), StringComparer.OrdinalIgnoreCase);
    }
}
