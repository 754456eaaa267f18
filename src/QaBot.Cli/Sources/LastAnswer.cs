using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using QaBot.Answering;
using QaBot.Cli.Commands;
using QaBot.Cli.Configuration;

namespace QaBot.Cli.Sources;

/// <summary>
/// Remembers the last answer that was given in a working directory, and what it was given from, so that <c>qabot source 2</c> can show its second
/// citation later. It is kept with the user's data and not beside the index, which may be read-only or any of several.
/// </summary>
internal sealed class LastAnswer
{
    private readonly string _directory = Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "qabot", "last-answers");

    private readonly string _path;
    private bool _hasSaid;

    /// <summary>That of the current working directory.</summary>
    public LastAnswer() => _path = Path.Combine(
        _directory, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Environment.CurrentDirectory))) + ".json");

    /// <summary>Remembers an answer; where that cannot be, the one before is forgotten: an older citation 1 is none of this answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="settings">What it was given with.</param>
    /// <returns>A sentence for the reader where it could not be done, else null; said once.</returns>
    public string? Save(AnswerJson answer, QaBotSettings settings)
    {
        var temporary = $"{_path}.{Environment.ProcessId}.tmp";
        var remembered = new RememberedAnswer(Path.GetFullPath(settings.Corpus.Path), Path.GetFullPath(settings.Index.Directory), answer);
        try
        {
            Directory.CreateDirectory(_directory);
            File.WriteAllText(temporary, JsonSerializer.Serialize(remembered, CliJsonContext.Relaxed.RememberedAnswer));
            File.Move(temporary, _path, overwrite: true);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException)
        {
            // The last of them is what .NET makes of a write beyond the limit on the size of files.
            Remove(temporary);
            Remove(_path);
            var notice = _hasSaid ? null : $"The answer could not be remembered in {_directory}: {e.Message.TrimEnd('.')}; `qabot source N` will not find it.";
            _hasSaid = true;
            return notice;
        }
    }

    /// <summary>The remembered answer.</summary>
    /// <exception cref="CommandException">There is none, or it is damaged.</exception>
    public RememberedAnswer Load()
    {
        const string Remedy = "Ask first: qabot ask \"…\".";
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllText(_path), CliJsonContext.Relaxed.RememberedAnswer) ?? throw new JsonException("it is null.");
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw CommandException.Usage("No answer is remembered of this directory.", Remedy);
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
