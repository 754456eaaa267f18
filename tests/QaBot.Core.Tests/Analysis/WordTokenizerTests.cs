using QaBot.Analysis;
using Xunit;

namespace QaBot.Core.Tests.Analysis;

public class WordTokenizerTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData(" ,.!\n", "")]
    [InlineData("The quick brown fox", "The|quick|brown|fox")]
    [InlineData("can't rock'n'roll O’Brien", "can't|rock'n'roll|O’Brien")]
    [InlineData("'quoted' dogs' 'n'", "quoted|dogs|n")]
    [InlineData("U.S. a.m. e.g.the", "U.S|a.m|e.g.the")]
    [InlineData("3.14 1,000,000 1,000. $65 50%", "3.14|1,000,000|1,000|65|50")]
    [InlineData("3.a a.3 a,b 1:2 1'5", "3|a|a|3|a|b|1|2|1'5")]
    [InlineData("e-mail en–dash and/or", "e|mail|en|dash|and|or")]
    [InlineData("a:b l·l a‧b", "a:b|l·l|a‧b")]
    [InlineData("a..b a''b a.'b", "a|b|a|b|a|b")]
    [InlineData("snake_case _a_ __ _1 カ_ア", "snake_case|_a_|_1|カ_ア")]
    [InlineData("x2 2x C3PO", "x2|2x|C3PO")]
    public void MoveNext_MarksInsideWords_FollowsUax29(string text, string words) => AssertWords(words, text);

    [Theory]
    [InlineData("cafe\u0301 a\u0308\u0323b", "cafe\u0301|a\u0308\u0323b")]
    [InlineData("\u0301a \u0301", "a")]
    [InlineData("soft\u00ADhyphen a\u200Db a\u200Bb", "soft\u00ADhyphen|a\u200Db|a|b")]
    [InlineData("can\u0301'\u0301t 1\u0301.\u03012", "can\u0301'\u0301t|1\u0301.\u03012")]
    public void MoveNext_CombiningAndFormat_StayWithTheWordBefore(string text, string words) => AssertWords(words, text);

    [Theory]
    [InlineData("漢字a 々", "漢|字|a|々")]
    [InlineData("ひらがな", "ひ|ら|が|な")]
    [InlineData("カタカナ ﾊﾝｶｸ アa", "カタカナ|ﾊﾝｶｸ|ア|a")]
    [InlineData("한국어 말3", "한국어|말3")]
    [InlineData("ภาษาไทย ไทยa", "ภาษาไทย|ไทย|a")]
    [InlineData("צה\"ל ג'ורג' א\"1", "צה\"ל|ג'ורג'|א|1")]
    [InlineData("١٢٣ ١٬٠٠٠", "١٢٣|١٬٠٠٠")]
    [InlineData("𝐀𝐁 𠀀𠀁 𐐔𐐯", "𝐀𝐁|𠀀|𠀁|𐐔𐐯")]
    public void MoveNext_OtherScripts_FollowsUax29(string text, string words) => AssertWords(words, text);

    [Theory]
    [InlineData("😀 a😀b 👩\u200D👩\u200D👧 🇫🇷", "a|b")]
    [InlineData("1️⃣", "1️⃣")]
    public void MoveNext_Emoji_IsNoWord(string text, string words) => AssertWords(words, text);

    [Fact]
    public void MoveNext_LoneSurrogates_AreNoWords() => AssertWords("a|b|c", "a\uD835b\uDC00c\uD835");

    [Theory]
    [InlineData(255, "255")]
    [InlineData(256, "255|1")]
    [InlineData(600, "255|255|90")]
    public void MoveNext_LongWord_IsCut(int length, string lengths) =>
        Assert.Equal(lengths, string.Join('|', Words(new string('x', length)).Select(word => word.Length)));

    [Fact]
    public void MoveNext_PairAtTheCut_StaysWhole() =>
        Assert.Equal([254, 3], Words(new string('x', 254) + "𝐀y").Select(word => word.Length));

    [Fact]
    public void MoveNext_AnyBmpCharacter_SpansAreOrderedAndInside()
    {
        var text = string.Concat(Enumerable.Range(1, char.MaxValue).Select(unit => "a" + (char)unit));
        var tokenizer = new WordTokenizer(text);
        var end = 0;
        while (tokenizer.MoveNext())
        {
            Assert.InRange(tokenizer.Start, end, text.Length);
            Assert.InRange(tokenizer.End - tokenizer.Start, 1, WordTokenizer.MaxLength);
            end = tokenizer.End;
        }

        Assert.InRange(end, text.Length - 2, text.Length);
    }

    private static void AssertWords(string expected, string text) => Assert.Equal(expected, string.Join('|', Words(text)));

    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var tokenizer = new WordTokenizer(text);
        while (tokenizer.MoveNext())
        {
            words.Add(text[tokenizer.Start..tokenizer.End]);
        }

        return words;
    }
}
