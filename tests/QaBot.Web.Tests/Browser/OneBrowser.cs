namespace QaBot.Web.Tests.Browser;

/// <summary>The tests that share one browser.</summary>
[CollectionDefinition(Name)]
public sealed class OneBrowser : ICollectionFixture<BrowserScene>
{
    public const string Name = "browser";
}
