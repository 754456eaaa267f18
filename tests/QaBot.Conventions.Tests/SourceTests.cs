using System.Text.RegularExpressions;
using Xunit;

namespace QaBot.Conventions.Tests;

/// <summary>The house style of the files in src that a compiler does not hold.</summary>
public partial class SourceTests
{
    private const int LongestFile = 400;

    /// <summary>Folders are nouns of the domain, not of a pattern.</summary>
    private static readonly string[] ForbiddenFolders = ["Models", "Services", "Exceptions", "Helpers", "Utils", "Domain", "Application", "Infrastructure"];

    private static readonly string[] Sources = [.. Tree.Under("src", ".cs")];

    [Fact]
    public void Namespace_OfFile_EqualsItsFolder() => Assert.Empty(Sources.Where(file =>
        Path.GetFileName(file) != "Program.cs" && Namespace().Match(Tree.Read(file)).Groups["name"].Value != NamespaceOfFolder(file)).ToList());

    [Fact]
    public void File_InSource_HasAtMostOnePublicType() => Assert.Empty(Sources.Where(file => PublicTypes(file).Count > 1).ToList());

    [Fact]
    public void File_WithPublicType_HasItsName() =>
        Assert.Empty(Sources.Where(file => PublicTypes(file).Any(type => type != Path.GetFileNameWithoutExtension(file))).ToList());

    [Fact]
    public void Class_InSource_IsSealedStaticOrAbstract() =>
        Assert.Empty(Sources.SelectMany(file => OpenClass().Matches(Tree.Read(file)).Select(match => $"{file}: {match.Value}")));

    [Fact]
    public void File_InSource_IsNotTooLong() =>
        Assert.Empty(Sources.Select(file => (Path: file, Lines: File.ReadLines(Tree.Full(file)).Count())).Where(file => file.Lines > LongestFile).ToList());

    [Fact]
    public void Folder_InSource_IsNoNameOfAPattern() =>
        Assert.Empty(Tree.Files.Where(file => file.StartsWith("src/", StringComparison.Ordinal)).SelectMany(file => file.Split('/')[..^1]).Distinct().Intersect(ForbiddenFolders));

    [Fact]
    public void File_InSource_DoesNotNameTheBiographysSubject()
    {
        var subjects = Tree.Under("seeds", ".txt").Select(file => Path.GetFileNameWithoutExtension(file).Split('-')[^1]).ToList();
        var rules = Tree.Under("src", ".cs", ".txt", ".json", ".css", ".js", ".csproj");
        Assert.NotEmpty(subjects);
        Assert.Empty(rules.Where(file => subjects.Any(subject => Tree.Read(file).Contains(subject, StringComparison.OrdinalIgnoreCase))).ToList());
    }

    private static string NamespaceOfFolder(string file)
    {
        var folders = file.Split('/')[1..^1];
        folders[0] = folders[0] == "QaBot.Core" ? "QaBot" : folders[0];
        return string.Join('.', folders);
    }

    private static List<string> PublicTypes(string file) => [.. PublicType().Matches(Tree.Read(file)).Select(match => match.Groups["name"].Value)];

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"^public (?:[a-z]+ )*(?:class|record|struct|interface|enum|delegate [\w<>?]+) (?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex PublicType();

    [GeneratedRegex(@"^(?:public|internal) (?!(?:[a-z]+ )*(?:sealed|static|abstract|struct) )(?:[a-z]+ )*(?:class|record) \w+", RegexOptions.Multiline)]
    private static partial Regex OpenClass();
}
