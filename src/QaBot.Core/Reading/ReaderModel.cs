using System.Globalization;
using System.Security.Cryptography;
using Microsoft.ML.OnnxRuntime;
using QaBot.Telemetry;
using QaBot.Text;

namespace QaBot.Reading;

/// <summary>The reader's model file, opened: a session of ONNX Runtime and the vocabulary that came with the weights.</summary>
internal sealed class ReaderModel : IDisposable
{
    /// <summary>The version of what goes in and comes out; a file of another version is not read.</summary>
    public const int Version = 1;

    /// <summary>Where the file says its version.</summary>
    public const string VersionKey = "qabot.reader.version";

    /// <summary>Where the file has its vocabulary.</summary>
    public const string VocabularyKey = "qabot.reader.vocabulary";

    private const string Remedy = "Publish or build the program again: the file comes with it.";
    private static readonly string[] Outputs = ["scores"];
    private readonly InferenceSession _session;

    private ReaderModel(InferenceSession session, WordPieceTokenizer tokenizer)
    {
        _session = session;
        Tokenizer = tokenizer;
    }

    /// <summary>Where the program has its model file.</summary>
    public static string DefaultPath => Path.Combine(AppContext.BaseDirectory, "reader.onnx");

    /// <summary>The tokenizer of the file's vocabulary.</summary>
    public WordPieceTokenizer Tokenizer { get; }

    /// <summary>Opens a model file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="threads">Threads that a batch is computed with.</param>
    /// <exception cref="ReaderException">The file is missing, is not the one that this program was built with, or cannot be opened.</exception>
    public static ReaderModel Open(string path, int threads)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ReaderException($"The reader's model {path} cannot be read: {e.Message}", Remedy, e);
        }

        if (Convert.ToHexStringLower(SHA256.HashData(bytes)) != WordList.Lines("Reading/reader.sha256").Single().Words[0])
        {
            throw new ReaderException($"The reader's model {path} is damaged or of another version: its hash is not the one that this program knows.", Remedy);
        }

        return Open(bytes, path, threads);
    }

    /// <summary>Opens a model of any hash; its version must be right.</summary>
    internal static ReaderModel Open(byte[] bytes, string name, int threads)
    {
        RuntimeTelemetry.TurnOff();
        InferenceSession? session = null;
        try
        {
            using var options = new SessionOptions { IntraOpNumThreads = threads, InterOpNumThreads = 1, EnableMemoryPattern = false };
            session = new InferenceSession(bytes, options);
            var facts = session.ModelMetadata.CustomMetadataMap;
            if (facts.GetValueOrDefault(VersionKey) != Version.ToString(CultureInfo.InvariantCulture) || !facts.TryGetValue(VocabularyKey, out var vocabulary))
            {
                throw new InvalidDataException($"its version is {facts.GetValueOrDefault(VersionKey) ?? "unknown"}, not {Version}");
            }

            return new ReaderModel(session, new WordPieceTokenizer(new StringReader(vocabulary)));
        }
        catch (Exception e) when (e is OnnxRuntimeException or InvalidDataException)
        {
            session?.Dispose();
            throw new ReaderException($"The reader's model {name} cannot be opened: {e.Message}", Remedy, e);
        }
    }

    /// <summary>Scores every token of a batch as the start and as the end of an answer.</summary>
    /// <param name="batch">The inputs; shorter ones are filled up.</param>
    /// <returns>Inputs × tokens of the longest × 2.</returns>
    public float[] Score(IReadOnlyList<ReaderInput> batch)
    {
        var (size, length) = (batch.Count, batch.Max(input => input.Ids.Length));
        var (ids, positions, segments, mask) = (new long[size * length], new long[size * length], new long[size * length], new int[size * length]);
        for (var i = 0; i < size; i++)
        {
            var input = batch[i];
            for (var token = 0; token < length; token++)
            {
                var at = (i * length) + token;
                var isThere = token < input.Ids.Length;
                ids[at] = isThere ? input.Ids[token] : 0;
                positions[at] = token;
                segments[at] = isThere && token >= input.TitleStart ? 1 : 0;
                mask[at] = isThere ? 1 : 0;
            }
        }

        long[] shape = [size, length];
        using var idValue = OrtValue.CreateTensorValueFromMemory(ids, shape);
        using var positionValue = OrtValue.CreateTensorValueFromMemory(positions, shape);
        using var segmentValue = OrtValue.CreateTensorValueFromMemory(segments, shape);
        using var maskValue = OrtValue.CreateTensorValueFromMemory(mask, shape);
        using var options = new RunOptions();
        using var span = QuestionTelemetry.Source.StartActivity("infer")?.SetTag("qabot.reader.windows", size).SetTag("qabot.reader.tokens", length);
        using var results = _session.Run(options, ["ids", "positions", "segments", "mask"], [idValue, positionValue, segmentValue, maskValue], Outputs);
        return results[0].GetTensorDataAsSpan<float>().ToArray();
    }

    /// <inheritdoc/>
    public void Dispose() => _session.Dispose();
}
