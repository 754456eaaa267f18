using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using QaBot.Indexing;

namespace QaBot.Evaluation.Runs;

/// <summary>The finished rows of a run, one a line, so that an interrupted run goes on where it stopped.</summary>
/// <remarks>
/// The file's name has a hash of all that decides the answers: corpus, question set, options and the build of the program. A line that
/// was cut off in the middle is asked again.
/// </remarks>
internal sealed class RunJournal : IAsyncDisposable
{
    private readonly string _path;
    private readonly StreamWriter _writer;
    private readonly SemaphoreSlim _writing = new(1);

    private RunJournal(string path, IReadOnlyDictionary<string, Observation> rows, StreamWriter writer)
    {
        _path = path;
        Rows = rows;
        _writer = writer;
    }

    /// <summary>What an interrupted run left, by question id.</summary>
    public IReadOnlyDictionary<string, Observation> Rows { get; }

    /// <summary>The name of the file that a run with these options keeps its rows in.</summary>
    public static string FileNameOf(EvaluationOptions options)
    {
        var build = typeof(QuestionAnswerer).Module.ModuleVersionId;
        var key = string.Join(
            '\n',
            options.Corpus.Hash,
            options.Questions.Hash,
            QuestionAnswerer.Version,
            build,
            PassageIndex.Engine,
            options.Deletion,
            options.Settings,
            options.Grader?.Model,
            options.Vectors?.Model,
            JsonSerializer.Serialize(options.Answering, RunJsonContext.Relaxed.QuestionAnswererOptions),
            JsonSerializer.Serialize(options.Chunking, RunJsonContext.Relaxed.ChunkingOptions));
        return $"rows-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..12]}.jsonl";
    }

    /// <summary>Opens the journal of a run, with what an earlier one left.</summary>
    public static async Task<RunJournal> OpenAsync(EvaluationOptions options, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(options.OutputDirectory);
        var path = Path.Combine(options.OutputDirectory, FileNameOf(options));
        var text = File.Exists(path) ? await File.ReadAllTextAsync(path, cancellationToken).ConfigureAwait(false) : "";
        var writer = new StreamWriter(path, append: true, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
        if (text.Length > 0 && text[^1] != '\n')
        {
            await writer.WriteLineAsync().ConfigureAwait(false);
        }

        return new RunJournal(path, Read(text), writer);
    }

    /// <summary>Writes a row to the file, one at a time; not cancellable, so that no line is cut off.</summary>
    public async Task AddAsync(Observation row)
    {
        await _writing.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        try
        {
            await _writer.WriteLineAsync(JsonSerializer.Serialize(row, RunJsonContext.Relaxed.Observation)).ConfigureAwait(false);
            await _writer.FlushAsync(CancellationToken.None).ConfigureAwait(false);
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Removes the file: the run is complete.</summary>
    public async Task DeleteAsync()
    {
        await DisposeAsync().ConfigureAwait(false);
        File.Delete(_path);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync().ConfigureAwait(false);
        _writing.Dispose();
    }

    private static Dictionary<string, Observation> Read(string text)
    {
        var rows = new Dictionary<string, Observation>(StringComparer.Ordinal);
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            try
            {
                if (JsonSerializer.Deserialize(line, RunJsonContext.Relaxed.Observation) is { } row)
                {
                    rows[row.Id] = row;
                }
            }
            catch (JsonException)
            {
                // The line was being written when the program was killed; its question is asked again.
            }
        }

        return rows;
    }
}
