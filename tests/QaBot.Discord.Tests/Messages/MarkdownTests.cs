using System.Text.RegularExpressions;
using QaBot.Discord.Messages;

namespace QaBot.Discord.Tests.Messages;

public sealed partial class MarkdownTests
{
    private static readonly string[] Pieces =
    [
        "@everyone", "@here", "<@123>", "<@!123>", "<@&456>", "<#789>", "@", "every", "one", "<", ">", "\u200B", "\u200D", "\u2060", "\uFEFF", "\u00AD", "\u115F", "\u0301",
        "@\u200Beveryone", "@every\u200Bone", "<\u200B@123>", "<@\u200B&456>", "@Here", "@EVERYONE", "**", "`", "```", "[a](http://b)", "\\", "here", " ", "\n", "@@everyone", "𝒂", "word",
    ];

    [Theory]
    [InlineData("*a* _b_ ~~c~~ `d` ||e||", @"\*a\* \_b\_ \~\~c\~\~ \`d\` \|\|e\|\|")]
    [InlineData("# heading", @"\# heading")]
    [InlineData("- item and well-known", @"\- item and well-known")]
    [InlineData("1. first, in 1999.", @"1\. first, in 1999.")]
    [InlineData("[text](http://a.b)", @"[text\]\(http://a.b)")]
    [InlineData(":smile: at 10:30", @"\:smile: at 10:30")]
    [InlineData("a@b.org", "a@b.org")]
    [InlineData("(born 9 March 1964) [1]", "(born 9 March 1964) [1]")]
    [InlineData("see https://a.org/x_y*z_(w), *so*", @"see https://a.org/x_y*z_(w), \*so\*")]
    [InlineData("http://a.b/c**d_e _f_", @"http://a.b/c\*\*d\_e \_f\_")]
    [InlineData("https://a.b/@everyone_<@5>", @"https://a.b/＠everyone_\<＠5>")]
    [InlineData("https://en.wikipedia.org/wiki/Help:Contents_page, that is: :help:", @"https://en.wikipedia.org/wiki/Help:Contents_page, that is: \:help:")]
    [InlineData("@everyone <@5>", @"＠everyone \<＠5>")]
    public void Escape_Text_IsShownAsItIs(string text, string escaped) => Assert.Equal(escaped, Markdown.Escape(text));

    [Fact]
    public void Escape_Anything_PingsNobody()
    {
        var random = new Random(11);
        for (var i = 0; i < 20_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 8)).Select(_ => Pieces[random.Next(Pieces.Length)]));
            var shown = Markdown.Escape(text);

            AssertNoPing(shown);
            AssertNoPing(Invisible().Replace(shown, ""));
            Assert.Equal(Plain(text), Plain(shown.Replace("\\", "", StringComparison.Ordinal)));
        }
    }

    internal static void AssertNoPing(string content) => Assert.DoesNotMatch(Ping(), content);

    /// <summary>What is left of a text when the ways to write an at sign are one, and backslashes are gone.</summary>
    private static string Plain(string text) => text.Replace('＠', '@').Replace("\\", "", StringComparison.Ordinal);

    [GeneratedRegex("@(everyone|here)|<@[!&]?[0-9]+>", RegexOptions.IgnoreCase)]
    private static partial Regex Ping();

    [GeneratedRegex(@"[\p{Cf}\p{Mn}\u115F\u1160\u3164\u2800]")]
    private static partial Regex Invisible();
}
