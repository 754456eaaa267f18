using System.Xml.Linq;
using Xunit;

namespace QaBot.Conventions.Tests;

/// <summary>The arrows between projects, and what they take from the feed.</summary>
public class ProjectTests
{
    private const string Core = "QaBot.Core";
    private const string CommandLine = "QaBot.Cli";
    private const string Training = "QaBot.Training";
    private static readonly string[] CorePackages =
        ["Lucene.Net", "Lucene.Net.Analysis.Common", "Markdig", "Microsoft.Extensions.AI.Abstractions", "Microsoft.ML.OnnxRuntime", "System.Numerics.Tensors"];

    private static readonly string[] Projects = [.. Tree.Files.Where(file => file.EndsWith(".csproj", StringComparison.Ordinal))];
    private static readonly string[] Shipped = [.. Tree.Under("src", ".csproj")];

    [Fact]
    public void References_OfProjectsThatShip_PointToCore()
    {
        // Only the composition root sees everything; the trainer reads a question set.
        string[] Allowed(string name) => name switch
        {
            Core => [],
            CommandLine => [.. Shipped.Select(Name)],
            "QaBot.DiscordNet" => [Core, "QaBot.Discord"],
            Training => [Core, "QaBot.Evaluation"],
            _ => [Core],
        };
        var arrows = Shipped.SelectMany(project => Items(project, "ProjectReference").Select(Name).Except(Allowed(Name(project))).Select(to => $"{project} → {to}"));

        Assert.Empty(arrows);
    }

    [Fact]
    public void Packages_OfCore_AreTheIndexTheReaderMarkdownAndAbstractions() =>
        Assert.Empty(Items($"src/{Core}/{Core}.csproj", "PackageReference").Except(CorePackages));

    [Fact]
    public void Packages_OfProjectsThatShip_AreNotThoseOfTests()
    {
        var tests = Central.Descendants("ItemGroup")
            .Where(group => group.Attribute("Label")?.Value.StartsWith("Tests", StringComparison.Ordinal) == true)
            .Descendants("PackageVersion").Select(item => item.Attribute("Include")!.Value);

        Assert.Empty(Shipped.SelectMany(project => Items(project, "PackageReference")).Intersect(tests));
    }

    [Fact]
    public void Packages_OfProjects_HaveCentralVersions()
    {
        var references = Projects.SelectMany(project => XDocument.Parse(Tree.Read(project)).Descendants("PackageReference")).ToList();

        Assert.Empty(references.Select(Include).Except(Versions));
        Assert.DoesNotContain(references, item => item.Attribute("Version") is not null || item.Attribute("VersionOverride") is not null);
    }

    [Fact]
    public void Versions_InTheCentralFile_AreAllUsed() =>
        Assert.Empty(Central.Descendants("ItemGroup").Where(group => group.Attribute("Label")?.Value.StartsWith("Pinned", StringComparison.Ordinal) != true)
            .Descendants("PackageVersion").Select(Include).Except(Projects.SelectMany(project => Items(project, "PackageReference"))));

    [Fact]
    public void Packages_OfProjects_AreNamedInTheArchitecture()
    {
        var architecture = Tree.Read("ARCHITECTURE.md");

        Assert.All(Versions, package => Assert.Contains($"`{package}`", architecture, StringComparison.Ordinal));
    }

    [Fact]
    public void LockFiles_OfProjects_AreCheckedIn() =>
        Assert.Empty(Projects.Select(project => project[..(project.LastIndexOf('/') + 1)] + "packages.lock.json").Except(Tree.Files));

    [Fact]
    public void Solution_OfRepository_HasEveryProject()
    {
        var solution = Tree.Read("QaBot.sln");

        // The oracle's programs run only where there is a JDK.
        Assert.Empty(Projects.Where(project => !project.StartsWith("tests/oracle/", StringComparison.Ordinal)
            && !solution.Contains($"\"{project.Replace('/', '\\')}\"", StringComparison.Ordinal)).ToList());
    }

    private static XDocument Central { get; } = XDocument.Parse(Tree.Read("Directory.Packages.props"));

    private static IEnumerable<string> Versions => Central.Descendants("PackageVersion").Select(Include);

    private static IEnumerable<string> Items(string project, string kind) => XDocument.Parse(Tree.Read(project)).Descendants(kind).Select(Include);

    private static string Include(XElement item) => item.Attribute("Include")!.Value;

    private static string Name(string path) => Path.GetFileNameWithoutExtension(path.Replace('\\', '/'));
}
