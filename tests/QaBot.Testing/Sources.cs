using QaBot.Text;

namespace QaBot.Testing;

/// <summary>The texts that tests read.</summary>
public static class Sources
{
    private static readonly Lazy<Document> LazyBiography = new(() => Read(Repository.PathOf("seeds", "juliette-binoche.txt")));

    /// <summary>The biography in seeds.</summary>
    public static Document Biography => LazyBiography.Value;

    /// <summary>The folders of the biographies beside the repository, in order; none where they are not there.</summary>
    public static IEnumerable<string> SharedBiographies =>
        Directory.Exists(SharedBiographyFolder) ? Directory.GetDirectories(SharedBiographyFolder).Order(StringComparer.Ordinal) : [];

    internal static string SharedBiographyFolder => Path.Combine(Repository.Shared, "benchmarks", "biographies");

    /// <summary>A document of a file's bytes and name.</summary>
    public static Document Read(string file) => Document.FromBytes(Path.GetFileName(file), File.ReadAllBytes(file));
}
