using System.Text;
using System.Text.RegularExpressions;
using QaBot.Testing;
using Xunit;

namespace QaBot.Conventions.Tests;

/// <summary>What is checked in, and what is not.</summary>
public partial class TreeTests
{
    private static readonly string[] Customers = ["src", "tests", "seeds", "index", "prompts", "QaBot.sln", "README.md", "appsettings.example.json"];

    private static readonly string[] Projects =
    [
        ".ci", ".editorconfig", ".gitattributes", ".gitignore", "ARCHITECTURE.md", "CHANGELOG.md", "Directory.Build.props", "Directory.Packages.props", "LICENSE", "bench",
    ];

    /// <summary>Pages that ARCHITECTURE.md has no room for.</summary>
    private static readonly string[] Optional = ["docs"];

    [Fact]
    public void TopLevel_OfRepository_IsTheCustomersAndTheProjects()
    {
        var top = Tree.Files.Select(file => file.Split('/')[0]).Distinct().Except(Optional).Order(StringComparer.Ordinal);

        Assert.Equal(Customers.Concat(Projects).Order(StringComparer.Ordinal), top);
    }

    [Fact]
    public void Index_InRepository_IsItsReadmeAlone() =>
        Assert.Equal(["index/README.md"], Tree.Files.Where(file => file.StartsWith("index/", StringComparison.Ordinal)));

    [Fact]
    public void Seeds_WithText_HaveTheirLicence() =>
        Assert.All(Tree.Under("seeds", ".txt"), file => Assert.Contains(file + ".license", Tree.Files));

    [Fact]
    public void Files_CheckedIn_NameNoMachineAndNoRegistry()
    {
        var patterns = new List<Regex> { HomeFolder(), new(Regex.Escape("nuget" + ".org"), RegexOptions.IgnoreCase) };
        var root = Repository.Root.Replace('\\', '/');

        // A root of one segment, such as /src in a container, is a part of many a path that means something else.
        if (root.Count(c => c == '/') > 1)
        {
            patterns.Add(new Regex(@"(?<![\w.~-])" + Regex.Escape(root) + @"(?![\w-])"));
        }

        var found = Tree.Files.SelectMany(file =>
        {
            var text = Encoding.UTF8.GetString(File.ReadAllBytes(Tree.Full(file)));
            return patterns.Select(pattern => pattern.Match(text)).Where(match => match.Success).Select(match => $"{file}: {match.Value}");
        });
        Assert.Empty(found);
    }

    /// <summary>A home folder that is named, on Linux, macOS and Windows; in brackets, so that the pattern is not what it looks for.</summary>
    [GeneratedRegex(@"(?<![\w.~-])/(?:[r]oot/|[h]ome/\w|[U]sers/\w)|[A-Z]:\\[U]sers\\")]
    private static partial Regex HomeFolder();
}
