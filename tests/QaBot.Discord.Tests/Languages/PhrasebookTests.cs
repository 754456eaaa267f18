using System.Reflection;
using System.Text.RegularExpressions;
using QaBot.Discord.Commands;
using QaBot.Discord.Languages;
using QaBot.Discord.Messages;

namespace QaBot.Discord.Tests.Languages;

public sealed partial class PhrasebookTests
{
    private static readonly PropertyInfo[] Phrases = [.. typeof(Phrasebook).GetProperties().Where(property => property.PropertyType == typeof(string))];

    [Fact]
    public void All_Phrases_HaveTheValuesOfTheEnglishOnes()
    {
        Assert.Equal(4, Phrasebook.All.Count);
        Assert.All(Phrasebook.All.SelectMany(_ => Phrases, (book, phrase) => (book, phrase)), pair =>
        {
            var said = (string)pair.phrase.GetValue(pair.book)!;
            Assert.False(string.IsNullOrWhiteSpace(said));
            Assert.Equal(Values(pair.phrase.GetValue(Phrasebook.English)!), Values(said));
            Assert.InRange(said.Length, 1, 300);
        });
    }

    [Fact]
    public void All_Commands_AreTranslatedWithTheirOptions() => Assert.All(BotCommands.All, command => Assert.All(Phrasebook.All, book =>
    {
        var text = book.Commands[command.Name];
        Assert.Equal(command.Options.Select(option => option.Name).Order(), (text.Options?.Keys ?? []).Order());
        Assert.InRange(text.Name.Length, 1, 32);
        Assert.InRange(text.Description.Length, command.IsForMessages ? 0 : 1, 100);
        Assert.All(text.Options?.Values ?? [], option => Assert.Matches(Name(), option.Name));
        if (!command.IsForMessages)
        {
            Assert.Matches(Name(), text.Name);
        }
    }));

    [Fact]
    public void All_Phrases_NameCommandsAsTheLanguageHasThem() => Assert.All(Phrasebook.All, book =>
    {
        var names = book.Commands.Values.Select(command => command.Name).ToList();
        var described = book.Commands.Values.SelectMany(command => (command.Options?.Values ?? []).Append(command)).Select(text => text.Description);
        var named = Phrases.Select(phrase => (string)phrase.GetValue(book)!).Concat(described).SelectMany(text => Slash().Matches(text)).Select(match => match.Groups["name"].Value).ToList();

        Assert.NotEmpty(named);
        Assert.All(named, name => Assert.Contains(name, names));
    });

    [Theory]
    [InlineData("en-US", "12,345")]
    [InlineData("de", "12.345")]
    [InlineData("fr", "12\u202f345")]
    [InlineData("es-ES", "12.345")]
    public void Number_InALanguage_IsGroupedAsThere(string locale, string expected) => Assert.Equal(expected, Phrasebook.Of(locale).Number(12_345));

    [Fact]
    public void All_FormsAndMenus_FitIntoDiscords() => Assert.All(Phrasebook.All, book =>
    {
        _ = new Form("r:1", book.ReasonTitle, book.ReasonLabel);
        _ = new Menu(book.ChooseCitation, [new Choice("1", "1")]);
        _ = new Button(book.OpenOnTheWeb, "x");
    });

    [Theory]
    [InlineData("de", "de")]
    [InlineData("es-419", "es-ES")]
    [InlineData("pl", "en-US")]
    [InlineData("", "en-US")]
    public void Of_Locale_IsItsLanguageOrEnglish(string locale, string first) => Assert.Equal(first, Phrasebook.Of(locale).Locales[0]);

    private static string Values(object phrase) => string.Concat(Value().Matches((string)phrase).Select(match => match.Value).Order());

    [GeneratedRegex(@"(?<!\w)/(?<name>\p{L}+)")]
    private static partial Regex Slash();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Value();

    /// <summary>https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-naming.</summary>
    [GeneratedRegex(@"^[-_'\p{Ll}\p{N}]{1,32}$")]
    private static partial Regex Name();
}
