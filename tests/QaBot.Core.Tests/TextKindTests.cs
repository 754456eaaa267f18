using QaBot.Answering;
using QaBot.Chunking;
using QaBot.Indexing;
using QaBot.Text;
using Xunit;

namespace QaBot.Core.Tests;

/// <summary>Texts as people have them through the whole answerer: the value that is right, out of the line that has it.</summary>
public sealed class TextKindTests
{
    public static TheoryData<string, string, string, string, string> Texts => new()
    {
        { "table", "a.md", "# Boats\n\n| Boat | Built | Master |\n|---|---|---|\n| Tern | 1931 | Ole Strand |\n| Gannet | 1948 | Edda Voss |\n| Puffin | 1952 | Finn Holt |", "When was the Gannet built?", "1948" },
        { "table", "a.md", "# Boats\n\n| Boat | Built | Master |\n|---|---|---|\n| Tern | 1931 | Ole Strand |\n| Gannet | 1948 | Edda Voss |\n| Puffin | 1952 | Finn Holt |", "Who is the master of the Puffin?", "Finn Holt" },
        { "table", "a.txt", "town\tpeople\tmayor\nEldby\t4200\tRosa Lind\nNorby\t9100\tKarl Moe", "Who is the mayor of Eldby?", "Rosa Lind" },
        { "table", "a.txt", "Setting      Value\nPump pressure      15 bar\nTank pressure      3 bar", "What is the pump pressure?", "15 bar" },
        { "records", "a.md", "# Mill\n\n*Height:* 40 m\n*Depth:* 12 m\n*Owner:* Karl Moe", "Who is the owner of the mill?", "Karl Moe" },
        { "records", "a.md", "---\ntitle: Harbour rules\nauthor: Edda Voss\ndate: 2 May 2019\n---\n\nBoats pay at the gate.", "Who is the author of the harbour rules?", "Edda Voss" },
        { "records", "a.txt", "Name: Rosa Lind\nProfession: glazier\nTown: Eldby\n\nName: Karl Moe\nProfession: baker\nTown: Norby", "What is the profession of Rosa Lind?", "glazier" },
        { "records", "a.txt", "Name: Rosa Lind\nProfession: glazier\nTown: Eldby\n\nName: Karl Moe\nProfession: baker\nTown: Norby", "In which town does Karl Moe live?", "Norby" },
        { "dialogue", "a.txt", "Edda: I lost the red key\nFinn: I saw it in the boathouse\nOle: Then we can leave", "Who lost the red key?", "Edda" },
        { "dialogue", "a.txt", "Rosa: The boat needs a new mast.\nKarl: I ordered one in March.\nRosa: Who pays for it?\nKarl: The club pays.", "When was the new mast ordered?", "March" },
        { "dialogue", "a.md", "**Edda:** The ferry is late again.\n\n**Finn:** The engine broke near Eldby.", "Where did the engine break?", "Eldby" },
        { "lines", "a.txt", "The mill grinds on Mondays\nThe bakery opens at seven\nThe ferry leaves at noon", "When does the ferry leave?", "noon" },
        { "lines", "a.txt", "Gate A is painted red\r\nGate B is painted green\r\nGate C is painted blue", "What colour is gate B painted?", "green" },
        { "line ends", "a.txt", "The mill grinds on Mondays\rThe bakery opens at seven\rThe ferry leaves at noon", "When does the bakery open?", "seven" },
        { "line ends", "a.txt", "The mill grinds on Mondays\u2028The bakery opens at seven\u2028The ferry leaves at noon", "When does the mill grind?", "Mondays" },
        { "list", "a.md", "# Lamp\n\n1. Remove the glass cover\n2. Trim the wick to five millimetres\n3. Fill the tank with oil", "To what length is the wick trimmed?", "five millimetres" },
        { "list", "a.txt", "(a) The rent is forty crowns\n(b) The deposit is ninety crowns\n(c) The keys are kept by the porter", "How much is the deposit?", "ninety crowns" },
        { "list", "a.txt", "i. Rosa Lind keeps the books\nii. Karl Moe keeps the keys\niii. Edda Voss keeps the boats", "Who keeps the keys?", "Karl Moe" },
        { "heading", "a.md", "# Halls\n\n## Elm Hall\n\nIt seats ninety people.\n\n## Oak Hall\n\nIt seats two hundred people.", "How many people does Oak Hall seat?", "two hundred" },
        { "heading", "a.txt", "ELM HALL\n========\nIt was opened in 1931.\n\nOAK HALL\n========\nIt was opened in 1948.", "When was Oak Hall opened?", "1948" },
        { "heading", "a.md", "# Prices\n\n## Bicycles\n\n- A day costs 12 crowns.\n\n## Boats\n\n- A day costs 45 crowns.", "How much does a boat cost for a day?", "45 crowns" },
        { "number", "a.txt", "The dam holds 3,400,000 litres. The tank holds 900 litres.", "What holds 3.4 million litres?", "dam" },
        { "number", "a.txt", "The library has 2.5 million books. The archive has forty letters.", "What has 2,500,000 books?", "library" },
        { "date", "a.txt", "On 2 May 1887 the tower was sold to Karl Moe. It snowed.", "Who bought the tower that was sold on May 2nd, 1887?", "Karl Moe" },
        { "date", "a.txt", "The mill burned down on 1901-08-30. It was never rebuilt.", "What burned down on 30 August 1901?", "mill" },
        { "date", "a.txt", "The market opened on the 3rd of June 1950. It was small.", "What opened on 3 June 1950?", "market" },
        { "accents", "a.txt", "Rene\u0301e Lefe\u0300vre was born in Orle\u0301ans in 1908. She painted.", "Where was Renée Lefèvre born?", "Orle\u0301ans" },
        { "accents", "a.txt", "Renée Lefèvre was born in Orléans in 1908. She painted.", "Where was Rene\u0301e Lefe\u0300vre born?", "Orléans" },
        { "accents", "a.txt", "Jürgen Weiß opened the café in Köln in 1951.", "Who opened the cafe?", "Jürgen Weiß" },
        { "unseen", "a.txt", "The light\u00ADhouse was built by Karl Moe in 1881.", "Who built the lighthouse?", "Karl Moe" },
        { "unseen", "a.txt", "The boat\u200Bhouse was sold to Rosa Lind in 1931.", "Who was the boathouse sold to?", "Rosa Lind" },
        { "unseen", "a.txt", "The\u2060 lamp\u200Dshop was opened by Ole Strand in 1922.", "Who opened the lampshop?", "Ole Strand" },
        { "divided", "a.txt", "For many years the light-\nhouse was kept by Edda Voss, who lived alone.", "Who kept the lighthouse?", "Edda Voss" },
        { "divided", "a.txt", "After the war the whole ware-\nhouse was bought by Finn Holt, who sold rope.", "Who bought the warehouse?", "Finn Holt" },
        { "divided", "a.txt", "In the spring of that year the photo-\r\ngrapher Rosa Lind came to live in Norby with her aunt.", "Who was the photographer?", "Rosa Lind" },
        { "ligature", "a.txt", "The ﬁsh market was founded by Ole Strand in 1880.", "Who founded the fish market?", "Ole Strand" },
        { "ligature", "a.txt", "The ﬂour mill was sold to Karl Moe in 1911.", "Who was the flour mill sold to?", "Karl Moe" },
        { "ligature", "a.txt", "The oﬃce was painted by Edda Voss in 1960.", "Who painted the office?", "Edda Voss" },
        { "acronym", "a.txt", "The U.N. sent Rosa Lind to Norby in 1962.", "Whom did the UN send to Norby?", "Rosa Lind" },
        { "acronym", "a.txt", "The BBC hired Finn Holt in 1958.", "Whom did the B.B.C. hire?", "Finn Holt" },
        { "acronym", "a.txt", "The F.I.A. fined Ole Strand in 1971.", "Whom did the FIA fine?", "Ole Strand" },
        { "irregular", "a.txt", "The mice were caught by Finn Holt in the cellar.", "Who caught the mouse?", "Finn Holt" },
        { "irregular", "a.txt", "Karl Moe built the bridge in 1887.", "What did Karl Moe build in 1887?", "bridge" },
        { "irregular", "a.txt", "The children were taught by Edda Voss in the old barn.", "Who taught the child?", "Edda Voss" },
        { "hyphen", "a.txt", "The e-mail was sent by Rosa Lind on Monday.", "Who sent the email?", "Rosa Lind" },
        { "hyphen", "a.txt", "The boat house was painted by Karl Moe.", "Who painted the boathouse?", "Karl Moe" },
        { "hyphen", "a.txt", "The coworkers were led by Ole Strand for nine years.", "Who led the co-workers?", "Ole Strand" },
        { "quotes", "a.txt", "The O’Brien house was bought by Edda Voss in 1931.", "Who bought the O'Brien house?", "Edda Voss" },
        { "quotes", "a.txt", "The play \"The Long Winter\" was written by Finn Holt.", "Who wrote “The Long Winter”?", "Finn Holt" },
        { "quotes", "a.txt", "The captain’s cabin was built by Rosa Lind.", "Who built the captain's cabin?", "Rosa Lind" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task AskAsync_Text_AnswersOutOfTheRightLine(string kind, string name, string text, string question, string expected)
    {
        var answer = await AskAsync(question, Document.FromText(name, text));

        Assert.True(answer.ShortAnswer?.Contains(expected, StringComparison.OrdinalIgnoreCase) == true, $"{kind}: {answer.ShortAnswer ?? answer.Text}");
        Assert.Contains(expected, answer.Citations[0].Quote, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(kind == "divided", answer.Citations[0].Quote.Any(LineEnds.IsEnd));
    }

    [Fact]
    public async Task AskAsync_SentenceInTwoDocuments_IsSaidOnceWithBothCitations()
    {
        const string sentence = "The lamp was bought by Edda Voss in 1958.";

        var answer = await AskAsync("Who bought the lamp?", Document.FromText("a.txt", $"{sentence}\n\n{sentence}"), Document.FromText("b.txt", $"It rained. {sentence}"));

        Assert.Equal($"{sentence} [1] [2]", answer.Text);
        Assert.Equal(["a.txt", "b.txt"], answer.Citations.Select(citation => citation.Document).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task AskAsync_Row_IsShownWithoutPipesAndCitedWithThem()
    {
        var answer = await AskAsync("What is the pump pressure?", Document.FromText("a.md", "| Setting | Value |\n|---|---|\n| Tank pressure | 3 bar |\n| Pump pressure | 15 bar |"));

        Assert.Equal("Pump pressure: 15 bar [1]", answer.Text);
        Assert.Equal("| Pump pressure | 15 bar |", Assert.Single(answer.Citations).Quote);
    }

    [Fact]
    public async Task AskAsync_HeadingAboveTheAnswer_IsNoAnswer()
    {
        var answer = await AskAsync("Where did Marlow open her pottery in Falmouth?", Document.FromText(
            "a.md", "# The pottery at Falmouth\n\n## Youth\n\nAda Marlow was born in Bristol in 1931.\n\n## Work\n\nMarlow opened her pottery in Falmouth in 1958.\n"));

        Assert.DoesNotContain("Work", answer.Text, StringComparison.Ordinal);
        Assert.NotEqual("Work", answer.ShortAnswer);
    }

    [Theory]
    [InlineData("The troupe toured Lorn, Vest and Askby in 1958. It had nine members.", null)]
    [InlineData("The troupe toured the town of Lorn in 1958. It had nine members.", HintKind.MoreItems)]
    public async Task AskAsync_List_SaysThatThereMayBeMoreUnlessOneSentenceNamesSeveral(string text, HintKind? expected)
    {
        var answer = await AskAsync("Which towns did the troupe tour?", Document.FromText("a.txt", text));

        Assert.NotNull(answer.ShortAnswer);
        Assert.Equal(expected, answer.HintKind);
    }

    private static async Task<Answer> AskAsync(string question, params Document[] documents)
    {
        var corpus = new Corpus(documents);
        using var index = PassageIndex.Build(corpus, new ChunkingOptions());
        return await new QuestionAnswerer(corpus, index).AskAsync(question);
    }
}
