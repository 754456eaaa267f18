using System.Diagnostics;
using QaBot.Testing;

namespace QaBot.Conventions.Tests;

/// <summary>The files of the repository, by their paths from its root with forward slashes.</summary>
internal static class Tree
{
    private static readonly string[] Generated = [".git", ".vs", ".idea", "bin", "obj", "out", "TestResults", "BenchmarkDotNet.Artifacts", "data"];

    /// <summary>Every file that git tracks; where there is no git, every file that no build makes.</summary>
    public static IReadOnlyList<string> Files { get; } = [.. (Tracked() ?? Walked()).Where(File.Exists).Select(Relative).Order(StringComparer.Ordinal)];

    /// <summary>The files under a folder that end in one of the extensions.</summary>
    public static IEnumerable<string> Under(string folder, params string[] extensions) =>
        Files.Where(file => file.StartsWith(folder + "/", StringComparison.Ordinal) && extensions.Contains(Path.GetExtension(file), StringComparer.Ordinal));

    /// <summary>A file's text.</summary>
    public static string Read(string file) => File.ReadAllText(Full(file));

    /// <summary>The place of a path from the root.</summary>
    public static string Full(string path) => Repository.PathOf(path.Split('/'));

    /// <summary>Whether a file or a folder is there.</summary>
    public static bool Has(string path) => Path.Exists(Full(path.TrimEnd('/')));

    private static string Relative(string file) => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/');

    private static List<string>? Tracked()
    {
        try
        {
            using var git = Process.Start(new ProcessStartInfo("git", ["-c", "safe.directory=*", "ls-files", "-z"])
            {
                WorkingDirectory = Repository.Root,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            git.ErrorDataReceived += (_, _) => { };
            git.BeginErrorReadLine();
            var names = git.StandardOutput.ReadToEnd().Split('\0', StringSplitOptions.RemoveEmptyEntries);
            git.WaitForExit();
            return git.ExitCode == 0 && names.Contains("QaBot.sln") ? [.. names.Select(Full)] : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static IEnumerable<string> Walked() => Walk(Repository.Root)
        .Where(file => Path.GetFileName(file) != "appsettings.json" && (!Relative(file).StartsWith("index/", StringComparison.Ordinal) || file.EndsWith("README.md", StringComparison.Ordinal)));

    private static IEnumerable<string> Walk(string folder) => Directory.EnumerateFiles(folder)
        .Concat(Directory.EnumerateDirectories(folder).Where(child => !Generated.Contains(Path.GetFileName(child))).SelectMany(Walk));
}
