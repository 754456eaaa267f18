using System.Text.Json;
using QaBot.Answering;
using QaBot.Cli.Commands;

namespace QaBot.Cli.Sources;

/// <summary>Remembers the last answer beside the index, so that <c>qabot source 2</c> can show its second citation later.</summary>
/// <param name="directory">The index's directory.</param>
internal sealed class LastAnswer(string directory)
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "last-answer.json";

    private readonly string _path = Path.Combine(directory, FileName);

    /// <summary>Remembers an answer; where that cannot be, the one before is forgotten: an older citation 1 is none of this answer.</summary>
    /// <returns>A sentence for the reader where it could not be remembered, else null.</returns>
    public string? Save(AnswerJson answer)
    {
        var temporary = $"{_path}.{Environment.ProcessId}.tmp";
        try
        {
            Directory.CreateDirectory(directory);
            File.WriteAllText(temporary, answer.ToString());
            File.Move(temporary, _path, overwrite: true);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException)
        {
            // The last of them is what .NET makes of a write beyond the limit on the size of files.
            Remove(temporary);
            Remove(_path);
            return $"The answer could not be remembered in {directory}, so that `qabot source N` will not find it: {e.Message.TrimEnd('.')}.";
        }
    }

    /// <summary>The remembered answer.</summary>
    /// <exception cref="CommandException">There is none, or it is damaged.</exception>
    public AnswerJson Load()
    {
        const string Remedy = "Ask first: qabot ask \"…\", with an --index that can be written.";
        try
        {
            return AnswerJson.Parse(File.ReadAllText(_path));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw CommandException.Usage($"No answer is remembered in {directory}.", Remedy);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            throw CommandException.Failure($"The last answer in {_path} cannot be read: {e.Message}", Remedy);
        }
    }

    private static void Remove(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It stays: what remains to be said of it the caller says.
        }
    }
}
