using QaBot.Testing;
using QaBot.Text;
using Xunit;

namespace QaBot.Core.Tests.Text;

/// <summary>Each snippet has a bar where one sentence ends and the next begins.</summary>
public sealed class SentenceSegmenterTests
{
    [Theory]
    [InlineData("two sentences", "He came.| She left.")]
    [InlineData("question and exclamation", "Who came?| She did!| They left.")]
    [InlineData("initials", "J. R. Jones directed it.| It failed.")]
    [InlineData("initials without space", "J.R. Jones directed it.| It failed.")]
    [InlineData("middle initial", "John F. Kennedy spoke.| He was brief.")]
    [InlineData("initial at the end, starter follows", "She chose plan B. The others agreed.", "She chose plan B.| The others agreed.")]
    [InlineData("title without stop", "Binoche played Dr Ouelet in it.| It failed.")]
    [InlineData("title with stop", "She met Dr. Smith and Mrs. Jones.| Prof. Hill came too.")]
    [InlineData("saint", "He lived in St. Petersburg.| He died there.")]
    [InlineData("junior before a name", "Martin Luther King Jr. Day is kept.")]
    [InlineData("junior at the end", "He met Robert Downey Jr. The film began.", "He met Robert Downey Jr.| The film began.")]
    [InlineData("number", "It was No. 5 on the list.| It fell.")]
    [InlineData("number said no", "She said no. He left.", "She said no.| He left.")]
    [InlineData("versus", "It was France vs. Spain.| Spain won.")]
    [InlineData("exempli gratia", "Some, e.g. this, are short.| Others, i.e. Those, are long.")]
    [InlineData("ante meridiem at the end", "She woke at 5 a.m. The sun rose.", "She woke at 5 a.m.| The sun rose.")]
    [InlineData("ante meridiem inside", "At 5 a.m. Paris time she woke.")]
    [InlineData("country at the end", "It opened in the U.S. The reviews were bad.", "It opened in the U.S.| The reviews were bad.")]
    [InlineData("country inside", "The U.S. Army and the U.K. Government agreed.")]
    [InlineData("country and date", "It premiered on HBO in the U.S. on 18 August 1991.| It failed.")]
    [InlineData("degree", "He took a Ph.D. in physics.| She took an M.A. He failed.", "He took a Ph.D. in physics.| She took an M.A.| He failed.")]
    [InlineData("company", "Apple Inc. Chairman Jobs spoke.| Then he left.")]
    [InlineData("company at the end", "He worked for Apple Inc. He left in 1985.", "He worked for Apple Inc.| He left in 1985.")]
    [InlineData("et cetera inside", "Boats, cars, etc. were sold.")]
    [InlineData("et cetera at the end", "They sold boats, cars, etc. They closed in May.", "They sold boats, cars, etc.| They closed in May.")]
    [InlineData("circa", "He was born c. 1850 in Rome.| He died fl. 1900.")]
    [InlineData("page", "See p. 83 for it.| See pp. 12–14 too.")]
    [InlineData("volume and issue", "It is in vol. 3, iss. 4.| It is short.")]
    [InlineData("month", "It opened on Sept. 9 in Rome.| It closed on Dec. 1.")]
    [InlineData("decimals", "It rose 3.5 percent.| It cost $1.2 million.")]
    [InlineData("year at the end", "He died in 1999.| She left.")]
    [InlineData("version and address", "See example.com for 2.0.1 now.| It is free.")]
    [InlineData("ellipsis inside", "I do ... not know.| He left.")]
    [InlineData("ellipsis in lower case", "He waited… and waited.| Then he left.")]
    [InlineData("ellipsis at the end", "He waited...| Then he left.")]
    [InlineData("ellipsis character at the end", "He waited…| Then he left.")]
    [InlineData("quotation of sentences", "She said: \"I came. I saw. I left.\"| He laughed.")]
    [InlineData("quotation and said", "\"Who?\" he said.| \"Me!\" she cried.")]
    [InlineData("quotation that ends the sentence", "He called it \"a mess.\"| She disagreed.")]
    [InlineData("quotation with ellipsis", "He said \"it was....\"| She disagreed.")]
    [InlineData("curly quotation", "She said: “I came. I saw.”| He laughed.")]
    [InlineData("low quotation", "Er sagte: „Ich kam. Ich sah.“| Sie lachte.")]
    [InlineData("angle quotation", "Elle dit : « Je viens. »| Il rit.")]
    [InlineData("single quotation at the end", "He called it 'a mess.'| She disagreed.")]
    [InlineData("nested quotation", "He said: \"She said 'No. Never.' and left.\"| I laughed.")]
    [InlineData("two quotations", "He said \"Yes.\"| She said \"No.\"| They left.")]
    [InlineData("quotation never closed", "He said: \"I came.| She left.| They stayed.")]
    [InlineData("quotation never closed in its paragraph", "He said: \"I came.| She left.\r\n\r\n|They \"stayed\".")]
    [InlineData("inches", "It is 12\" long.| It is 3\" wide.")]
    [InlineData("brackets in a quotation", "He said: \"the violence [of his statements]... I do not know.\"| She left.")]
    [InlineData("bracketed sentence", "He left.| (She stayed.)| They met again.")]
    [InlineData("brackets at the end", "He won (in 1999).| She lost (twice.)| They met.")]
    [InlineData("square brackets at the start", "He left.| [She] stayed.")]
    [InlineData("footnote mark", "He left.[12] Next came she.", "He left.[12]| Next came she.")]
    [InlineData("two footnote marks", "He left.[12][13]| Next came she.")]
    [InlineData("lettered footnote", "He left.[a]| Next came [note 3] she.[citation needed]| They met.")]
    [InlineData("update mark", "As of December\u00A02011[update], it is the last.| It stays so.")]
    [InlineData("pronunciation", "Juliette (French: [ʒyljɛt binɔʃ]; born 9 March 1964) acts.| She paints.")]
    [InlineData("title with a question mark", "She saw Quo Vadis? in Rome.| He saw Oklahoma! and left.")]
    [InlineData("interrobang", "What?!| No.")]
    [InlineData("numbered list", "1. Paris is big.\n| 2. Rome is old.\n| 3. Bonn is small.")]
    [InlineData("dashed list", "- Paris\n|- Rome\n|- Bonn")]
    [InlineData("starred list", "* Paris is big\n|* Rome is old")]
    [InlineData("plus list", "+ Paris is big\n|+ Rome is old")]
    [InlineData("markdown heading", "# Life\n|She was born in Rome.| She died.\n|## Work\n|She painted.")]
    [InlineData("markdown quotation", "He said\n|> to be\n|> or not")]
    [InlineData("underlined heading", "Life\n====\n\n|She was born in Rome.")]
    [InlineData("heading on its line", "Early life\nShe was born in Rome, the daughter of a painter and a singer of some fame.",
        "Early life\n|She was born in Rome, the daughter of a painter and a singer of some fame.")]
    [InlineData("heading and blank line", "Early life\n\n|She was born.")]
    [InlineData("hard-wrapped", "She was born in Rome, the daughter of a painter who had come there in\r\n1890 and stayed.| She\r\nnever left.")]
    [InlineData("hard-wrapped before a capital", "She was born in Rome, the daughter of a painter who came from\r\nParis and stayed.")]
    [InlineData("paragraph a line", "He was born in Rome.\n|She was born in Bonn.\n|They met.")]
    [InlineData("blank line with spaces", "no stop here\r\n  \r\n|next paragraph")]
    [InlineData("no punctuation", "he came she left they stayed")]
    [InlineData("no space behind the stop", "He left.She stayed.")]
    [InlineData("lower case behind the stop", "He left. she stayed.")]
    [InlineData("Greek", "Ήρθε.| Έφυγε.")]
    [InlineData("Russian", "Он пришёл.| Она ушла.")]
    [InlineData("Chinese", "他来了。她走了。", "他来了。|她走了。")]
    [InlineData("Japanese", "来ましたか？はい！", "来ましたか？|はい！")]
    [InlineData("Hindi", "वह आया।| वह गई।")]
    [InlineData("Arabic", "هل جاء؟| نعم.")]
    [InlineData("accented capital", "Il vint.| Élodie partit.")]
    [InlineData("digit begins", "He left.| 1999 was good.")]
    [InlineData("colon is no end", "She has two: a son and a dog.")]
    [InlineData("semicolon is no end", "He left; She stayed.")]
    [InlineData("dash before a name", "He left.| – She stayed.")]
    [InlineData("byte-order mark", "\uFEFFHe left.| She stayed.")]
    [InlineData("tabs and no-break spaces", "He left.\u00A0| She stayed.\t|\tThey met.")]
    public void Split_Snippet_EndsAtTheBars(string label, string marked, string? instead = null)
    {
        var expected = (instead ?? marked).Split('|').Select(s => s.Trim(' ', '\r', '\n', '\t', '\u00A0', '\uFEFF'));
        var text = (instead ?? marked).Replace("|", "", StringComparison.Ordinal);

        var actual = SentenceSegmenter.Split(text).Select(span => text[span.Start..span.End]);

        Assert.True(expected.SequenceEqual(actual), $"{label}: {string.Join(" | ", actual)}");
    }

    [Theory]
    [InlineData("Juliette Binoche (French pronunciation: [ʒyljɛt binɔʃ]; born 9 March 1964) is a French actress.")]
    [InlineData("The film premiered on HBO in the U.S. on 18 August 1991.")]
    [InlineData("As of December\u00A02011[update], according to film review aggregator Rotten Tomatoes, The Son of No One is Juliette Binoche's least critically successful film, with only 18% of critics giving it a positive review.")]
    [InlineData("Binoche played Dr Ouelet, a scientist with the Hanka organization responsible for creating the ghost in the shell, Major, portrayed by Scarlett Johansson.")]
    [InlineData("She talked with a secret agent, who was a consultant for the film, and was reported in an English newspaper saying: \"He couldn't tell me everything, but he told me a lot. I was surprised by some things.\"")]
    [InlineData("Binoche also said: \"I almost want to say peace to his mind and heart, that's all, I'm trying to put my feet in his shoes. He's had enough, I think. A lot of people have expressed themselves. Now justice has to do its work.\"")]
    [InlineData("It was to be later in 1985 that Binoche would fully emerge as a leading actress with her role in André Téchiné's Rendez-vous.")]
    public void Split_Biography_HasTheSentence(string sentence)
    {
        var text = Sources.Biography.Text;

        Assert.Contains(SentenceSegmenter.Split(text), span => text[span.Start..span.End] == sentence);
    }

    [Fact]
    public void Split_BiographysRunningText_BeginsEverySentenceWithACapitalADigitOrAQuote()
    {
        var text = Sources.Biography.Text[..44_743];

        var wrong = SentenceSegmenter.Split(text).Where(span => !char.IsUpper(text[span.Start]) && !char.IsDigit(text[span.Start]) && text[span.Start] is not '"');

        Assert.Empty(wrong.Select(span => text[span.Start..span.End]));
    }
}
