using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using QaBot.Indexing;
using QaBot.Text;

namespace QaBot.Retrieval;

/// <summary>The form of a file of vectors: eight bytes of name, version, SHA-256 of the rest; model, passages, dimensions, numbers, little-endian.</summary>
internal static class VectorFile
{
    private const int Version = 1;
    private const int HashAt = 12;
    private const int BodyAt = HashAt + SHA256.HashSizeInBytes;
    private static readonly byte[] Magic = "QABOTVEC"u8.ToArray();

    /// <summary>What the vectors are of: the corpus and where its passages are cut.</summary>
    public static string Identity(Corpus corpus, PassageIndex index)
    {
        var passages = Enumerable.Range(0, index.Count).Select(i => index[i]).Select(passage => $"{passage.Id} {passage.Span}\n");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(corpus.Hash + "\n" + string.Concat(passages))));
    }

    /// <summary>The bytes of an index of vectors.</summary>
    public static byte[] Write(VectorIndex vectors, string identity)
    {
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Magic);
            writer.Write(Version);
            writer.Write(new byte[SHA256.HashSizeInBytes]);
            writer.Write(vectors.Model);
            writer.Write(identity);
            writer.Write(vectors.Dimensions);
            writer.Write(vectors.Count);
            foreach (var value in vectors.Values)
            {
                writer.Write(value);
            }
        }

        var bytes = stream.ToArray();
        SHA256.HashData(bytes.AsSpan(BodyAt), bytes.AsSpan(HashAt));
        return bytes;
    }

    /// <summary>The vectors of a file; null when it is damaged, or made by another model or of other passages.</summary>
    public static VectorIndex? Read(byte[] bytes, string model, string identity, int passages)
    {
        if (bytes.Length < BodyAt || !bytes.AsSpan(0, Magic.Length).SequenceEqual(Magic) || BitConverter.ToInt32(bytes, Magic.Length) != Version
            || !SHA256.HashData(bytes.AsSpan(BodyAt)).AsSpan().SequenceEqual(bytes.AsSpan(HashAt, SHA256.HashSizeInBytes)))
        {
            return null;
        }

        using var reader = new BinaryReader(new MemoryStream(bytes, BodyAt, bytes.Length - BodyAt), Encoding.UTF8);
        if (reader.ReadString() != model || reader.ReadString() != identity)
        {
            return null;
        }

        var (dimensions, count) = (reader.ReadInt32(), reader.ReadInt32());
        var values = MemoryMarshal.Cast<byte, float>(bytes.AsSpan(BodyAt + (int)reader.BaseStream.Position));
        return count == passages && values.Length == (long)count * dimensions ? new VectorIndex(model, dimensions, values.ToArray()) : null;
    }
}
