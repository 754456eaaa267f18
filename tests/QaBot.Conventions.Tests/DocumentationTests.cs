using System.Text.RegularExpressions;
using Xunit;

namespace QaBot.Conventions.Tests;

/// <summary>Paths, links, commands, verbs, options and settings that the documents name are there.</summary>
public partial class DocumentationTests
{
    /// <summary>The two commands that everything begins with; .ci/run runs them as they stand.</summary>
    private static readonly string[] FirstCommands = ["dotnet run --project src/QaBot.Cli -- ask \"When was Juliette Binoche born?\"", "dotnet test"];

    /// <summary>Of dotnet and of the library that parses the command line.</summary>
    private static readonly string[] OthersOptions = ["--project", "--help"];

    public static TheoryData<string> Documents => [.. Tree.Files.Where(file => file.EndsWith(".md", StringComparison.Ordinal) && !file.StartsWith("seeds/", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Paths_InDocument_Exist(string document)
    {
        var top = Tree.Files.Where(file => file.Contains('/')).Select(file => file.Split('/')[0]).ToHashSet(StringComparer.Ordinal);
        var named = Code(Tree.Read(document)).SelectMany(code => code.Split([' ', '\n', '"', '\'', '='], StringSplitOptions.RemoveEmptyEntries))
            .Select(word => word.TrimEnd('.', ',', ';', ':'))
            .Where(word => word.Contains('/') && top.Contains(word.Split('/')[0]) && !word.Contains('*'));

        // What is in index is generated, but for its README.
        Assert.Empty(named.Where(path => !path.StartsWith("index/", StringComparison.Ordinal) && !Tree.Has(path)).ToList());
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Links_InDocument_Exist(string document)
    {
        var folder = document.Contains('/') ? document[..(document.LastIndexOf('/') + 1)] : "";
        var links = Link().Matches(Tree.Read(document)).Select(match => match.Groups["target"].Value.Split('#')[0])
            .Where(target => target.Length > 0 && !target.Contains("://", StringComparison.Ordinal));

        Assert.Empty(links.Where(target => !Tree.Has(folder + target)).ToList());
    }

    [Fact]
    public void FirstCommands_OfReadme_AreWhatCiRuns()
    {
        var readme = Code(Tree.Read("README.md")).SelectMany(code => code.Split('\n')).Where(line => line.StartsWith("dotnet ", StringComparison.Ordinal)).Take(2);
        var ci = Tree.Read(".ci/run").Split('\n').Select(line => line.Trim()).ToList();

        Assert.Equal(FirstCommands, readme);
        Assert.All(FirstCommands, command => Assert.Contains(ci, line => line.Contains(command, StringComparison.Ordinal)));
    }

    [Fact]
    public void Verbs_OfReadme_AreThoseOfTheProgram()
    {
        var readme = Code(Tree.Read("README.md")).SelectMany(code => Verb().Matches(code)).Select(match => match.Groups["verb"].Value).Distinct().Order(StringComparer.Ordinal);
        var program = Tree.Under("src/QaBot.Cli/Commands", ".cs").Select(file => VerbOfClass().Match(Tree.Read(file)))
            .Where(match => match.Success).Select(match => match.Groups["verb"].Value).Order(StringComparer.Ordinal);

        Assert.Equal(program, readme);
    }

    [Fact]
    public void Options_OfReadme_AreThoseOfTheProgram()
    {
        var program = string.Concat(Tree.Under("src/QaBot.Cli", ".cs").Select(Tree.Read));
        var options = Code(Tree.Read("README.md")).SelectMany(code => Option().Matches(code)).Select(match => match.Value).Distinct();

        Assert.All(options.Except(OthersOptions), option => Assert.Contains($"\"{option}\"", program, StringComparison.Ordinal));
    }

    [Fact]
    public void Settings_OfReadme_AreInTheExample()
    {
        var example = Tree.Read("appsettings.example.json");
        var settings = Code(Tree.Read("README.md")).SelectMany(code => Setting().Matches(code)).ToList();

        Assert.NotEmpty(settings);
        Assert.All(settings.SelectMany(match => new[] { match.Groups["section"].Value, match.Groups["key"].Value }),
            name => Assert.Contains($"\"{name}\"", example, StringComparison.Ordinal));
    }

    /// <summary>What stands in backticks or in a fenced block.</summary>
    private static IEnumerable<string> Code(string markdown)
    {
        var fences = Fence().Matches(markdown).Select(match => match.Groups["code"].Value);
        return fences.Concat(Inline().Matches(Fence().Replace(markdown, "")).Select(match => match.Groups["code"].Value));
    }

    [GeneratedRegex(@"^```\w*\n(?<code>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex("`(?<code>[^`\n]+)`")]
    private static partial Regex Inline();

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"(?:\bqabot|src/QaBot\.Cli --) (?<verb>[a-z]+)\b")]
    private static partial Regex Verb();

    [GeneratedRegex(@": base\(\s*""(?<verb>[a-z]+)""")]
    private static partial Regex VerbOfClass();

    [GeneratedRegex(@"(?<![\w-])--[a-z][a-z-]+")]
    private static partial Regex Option();

    [GeneratedRegex(@"\b(?:QABOT_)?(?<section>[A-Z]\w+?)(?:__|:)(?<key>[A-Z][A-Za-z]+)\b")]
    private static partial Regex Setting();
}
