namespace QaBot.Testing;

/// <summary>Finds files of the repository from where the tests run.</summary>
public static class Repository
{
    /// <summary>The directory that holds QaBot.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The directory of texts shared between checkouts, beside the repository; it need not be there.</summary>
    public static string Shared => Path.Combine(Path.GetDirectoryName(Root)!, "shared");

    /// <summary>A file of the repository.</summary>
    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        for (var directory = AppContext.BaseDirectory; directory is not null; directory = Path.GetDirectoryName(directory))
        {
            if (File.Exists(Path.Combine(directory, "QaBot.sln")))
            {
                return directory;
            }
        }

        throw new DirectoryNotFoundException($"No directory above {AppContext.BaseDirectory} holds QaBot.sln.");
    }
}
