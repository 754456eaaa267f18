using System.Buffers.Binary;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace QaBot.Reading;

/// <summary>
/// Vectors of texts without a network: the sum of a trained vector a word piece, as in Model2Vec (Tulkens and van Dongen 2024). Texts that mean much the same in other
/// words are near one another.
/// </summary>
/// <remarks>The file: rows and dimensions as little-endian 32-bit numbers, then for each row a 32-bit scale and its numbers in 8 bits.</remarks>
internal sealed class StaticEmbedding
{
    private const int HeaderLength = 8;
    private const string Resource = "QaBot.Reading.embedding.bin";
    private static readonly Lazy<byte[]> Table = new(Load);
    private readonly WordPieceTokenizer _tokenizer;
    private readonly WindowPieces _windows;
    private readonly byte[] _table = Table.Value;

    /// <summary>Vectors of texts in these word pieces.</summary>
    /// <param name="tokenizer">The tokenizer of the reader, whose pieces the vectors are of.</param>
    /// <exception cref="InvalidDataException">The vectors are those of another vocabulary.</exception>
    public StaticEmbedding(WordPieceTokenizer tokenizer)
    {
        _tokenizer = tokenizer;
        _windows = new WindowPieces(tokenizer);
        Dimensions = BinaryPrimitives.ReadInt32LittleEndian(_table.AsSpan(sizeof(int)));
        if (BinaryPrimitives.ReadInt32LittleEndian(_table) != tokenizer.Count || _table.Length != HeaderLength + (tokenizer.Count * RowLength))
        {
            throw new InvalidDataException("The vectors of word pieces are not those of the reader's vocabulary: train them with its base encoder.");
        }
    }

    /// <summary>Numbers a vector.</summary>
    public int Dimensions { get; }

    private int RowLength => sizeof(float) + Dimensions;

    /// <summary>A text's vector, as long as 1; all 0 for one without word pieces.</summary>
    public float[] Of(ReadOnlySpan<char> text) => Of(_tokenizer.Tokenize(text));

    /// <summary>A window's vector, as the reader reads it, with what it stands under.</summary>
    public float[] Of(ReadingWindow window) => Of(_windows.WithOutline(window));

    private float[] Of(List<WordPiece> pieces)
    {
        var vector = new float[Dimensions];
        var (shorts, ints, row) = (new short[Dimensions], new int[Dimensions], new float[Dimensions]);
        foreach (var piece in pieces)
        {
            // From 8 bits to 32 in steps that are vectorised.
            var stored = _table.AsSpan(HeaderLength + (piece.Id * RowLength), RowLength);
            TensorPrimitives.ConvertChecked<sbyte, short>(MemoryMarshal.Cast<byte, sbyte>(stored[sizeof(float)..]), shorts);
            TensorPrimitives.ConvertChecked<short, int>(shorts, ints);
            TensorPrimitives.ConvertChecked<int, float>(ints, row);
            TensorPrimitives.MultiplyAdd(row, BinaryPrimitives.ReadSingleLittleEndian(stored), vector, vector);
        }

        var norm = TensorPrimitives.Norm<float>(vector);
        if (norm > 0)
        {
            TensorPrimitives.Divide(vector, norm, vector);
        }

        return vector;
    }

    /// <summary>Writes a table of vectors, one after the other.</summary>
    public static void Write(string path, float[] vectors, int dimensions)
    {
        using var file = new BinaryWriter(File.Create(path));
        file.Write(vectors.Length / dimensions);
        file.Write(dimensions);
        foreach (var row in vectors.Chunk(dimensions))
        {
            var scale = Math.Max(row.Max(MathF.Abs), 1e-9f) / sbyte.MaxValue;
            file.Write(scale);
            foreach (var value in row)
            {
                file.Write((sbyte)MathF.Round(value / scale));
            }
        }
    }

    private static byte[] Load()
    {
        using var stream = typeof(StaticEmbedding).Assembly.GetManifestResourceStream(Resource)!;
        var table = new byte[stream.Length];
        stream.ReadExactly(table);
        return table;
    }
}
