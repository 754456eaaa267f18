using QaBot.Answering;
using Xunit;

namespace QaBot.Core.Tests.Answering;

public sealed class LanguageTests
{
    [Theory]
    [InlineData("Wann wurde Ada Brandt geboren?", "German")]
    [InlineData("wer ist sie", "German")]
    [InlineData("Was ist die Hauptstadt von Australien?", "German")]
    [InlineData("Quand est née Ada Brandt ?", "French")]
    [InlineData("qui est elle", "French")]
    [InlineData("¿Cuántos hijos tiene?", "Spanish")]
    [InlineData("¿Dónde nació Ada Brandt?", "Spanish")]
    [InlineData("¿Cuánto mide Ada Brandt?", "Spanish")]
    [InlineData("Dove è nata Ada Brandt?", "Italian")]
    [InlineData("onde nasceu a atriz", "Portuguese")]
    [InlineData("Waar werd ze geboren?", "Dutch")]
    [InlineData("Kto jest reżyserem?", "Polish")]
    [InlineData("Hur gammal är hon?", "Swedish")]
    [InlineData("Кто такая Ада Брандт?", "Russian")]
    [InlineData("アダは誰ですか", "Japanese")]
    [InlineData("她是谁?", "Chinese")]
    [InlineData("من هي؟", "Arabic")]
    public void Foreign_QuestionInAnotherLanguage_IsNamed(string question, string name) => Assert.Equal(name, Language.Foreign(question)?.Name);

    [Theory]
    [InlineData("When was Ada Brandt born?")]
    [InlineData("wen was she born")]
    [InlineData("wat is the price of the hostel")]
    [InlineData("wat does eror E2 mean")]
    [InlineData("Was it a hit in Das Boot?")]
    [InlineData("Who directed La Dolce Vita?")]
    [InlineData("el camino de la muerte director")]
    [InlineData("Who is Пётр?")]
    [InlineData("Who asked \"¿Qué pasa?\"")]
    [InlineData("how come she left")]
    [InlineData("Como lake hotel")]
    [InlineData("die hard director")]
    [InlineData("binoche oscar")]
    [InlineData("quando")]
    [InlineData("42")]
    [InlineData("?")]
    public void Foreign_EnglishOrTooLittle_IsNull(string question) => Assert.Null(Language.Foreign(question));

    [Fact]
    public void Hint_Language_IsNamedInItself() =>
        Assert.Equal("This seems to be German (Deutsch); questions are read in English.", Language.Foreign("wer ist sie")?.Hint);
}
