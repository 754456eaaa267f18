using Microsoft.Extensions.AI;
using QaBot.Answering;
using QaBot.Indexing;
using QaBot.Text;

namespace QaBot.Retrieval;

/// <summary>Keeps the vectors of an index beside it, and has them made again when the text, its passages or the model have changed.</summary>
/// <param name="directory">The index's directory.</param>
public sealed class VectorStore(string directory)
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "vectors.qbv";

    private readonly string _path = Path.Combine(directory, FileName);

    /// <summary>The stored vectors where they fit, else new ones.</summary>
    /// <param name="corpus">The documents.</param>
    /// <param name="index">The index over them.</param>
    /// <param name="generator">What makes vectors.</param>
    /// <param name="options">Its model, and how many passages it is given at a time.</param>
    /// <param name="progress">Told the share that is done, 0 to 1; not told anything when nothing is made.</param>
    /// <param name="cancellationToken">Stops the making and leaves the stored ones as they were.</param>
    /// <exception cref="ChatFaultException">The endpoint does not make them.</exception>
    public async Task<VectorIndex> OpenAsync(
        Corpus corpus,
        PassageIndex index,
        IEmbeddingGenerator<string, Embedding<float>> generator,
        EmbeddingOptions options,
        IProgress<double>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(generator);
        ArgumentNullException.ThrowIfNull(options);
        var identity = VectorFile.Identity(corpus, index);
        if (await ReadAsync(options.Model, identity, index.Count, cancellationToken).ConfigureAwait(false) is { } stored)
        {
            return stored;
        }

        var values = new List<float>();
        for (var first = 0; first < index.Count; first += options.BatchSize)
        {
            var texts = Enumerable.Range(first, Math.Min(options.BatchSize, index.Count - first)).Select(i => index[i].Text).ToList();
            var vectors = await generator.GenerateAsync(texts, options: null, cancellationToken).ConfigureAwait(false);
            Check(texts.Count, vectors, values.Count == 0 ? null : values.Count / first);
            values.AddRange(vectors.SelectMany(vector => vector.Vector.ToArray()));
            progress?.Report((double)(first + texts.Count) / index.Count);
        }

        var made = new VectorIndex(options.Model, Math.Max(1, values.Count / Math.Max(1, index.Count)), [.. values]);
        await SaveAsync(VectorFile.Write(made, identity), cancellationToken).ConfigureAwait(false);
        return made;
    }

    private static void Check(int wanted, GeneratedEmbeddings<Embedding<float>> vectors, int? dimensions)
    {
        if (vectors.Count != wanted || vectors.Any(vector => vector.Vector.Length == 0 || vector.Vector.Length != (dimensions ?? vectors[0].Vector.Length)))
        {
            throw new ChatFaultException(ChatFault.Malformed, "The endpoint of Embeddings sent other vectors than were asked for.");
        }
    }

    private async Task<VectorIndex?> ReadAsync(string model, string identity, int passages, CancellationToken cancellationToken)
    {
        try
        {
            return VectorFile.Read(await File.ReadAllBytesAsync(_path, cancellationToken).ConfigureAwait(false), model, identity, passages);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Saves the file whole or not at all; what cannot be saved serves from memory and is made again the next time.</summary>
    private async Task SaveAsync(byte[] bytes, CancellationToken cancellationToken)
    {
        var temporary = $"{_path}.{Environment.ProcessId}.tmp";
        try
        {
            Directory.CreateDirectory(directory);
            await File.WriteAllBytesAsync(temporary, bytes, cancellationToken).ConfigureAwait(false);
            File.Move(temporary, _path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The vectors are there all the same; the index's own notice says that its directory cannot be written.
        }
    }
}
