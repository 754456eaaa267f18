using System.Buffers;
using System.Text;

namespace QaBot.Text;

/// <summary>Makes text of a file's bytes, or says why they are none.</summary>
internal static class TextDecoder
{
    /// <summary>UTF-8 that takes nothing else.</summary>
    public static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private const string ToUtf8 = "Convert the file to UTF-8 and try again.";

    private static readonly UnicodeEncoding LittleEndian = new(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding BigEndian = new(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true);

    /// <summary>The text, its byte-order mark included: UTF-16 where the mark says so, else UTF-8.</summary>
    /// <exception cref="CorpusException">The bytes are no such text.</exception>
    public static string Decode(string name, ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(LittleEndian.Preamble) || bytes.StartsWith(BigEndian.Preamble))
        {
            return DecodeUtf16(name, bytes);
        }

        var nul = bytes.IndexOf((byte)0);
        if (nul >= 0)
        {
            throw IsUtf16(bytes)
                ? new CorpusException($"{name} seems to be UTF-16 without a byte-order mark.", "Save it as UTF-8, or with the mark.")
                : Binary(name, nul);
        }

        try
        {
            return Utf8.GetString(bytes);
        }
        catch (DecoderFallbackException e)
        {
            var offset = FirstInvalidByte(bytes);
            throw new CorpusException($"{name} is not UTF-8: byte 0x{bytes[offset]:X2} at offset {offset} is not valid there.", ToUtf8, e);
        }
    }

    private static string DecodeUtf16(string name, ReadOnlySpan<byte> bytes)
    {
        try
        {
            var text = (bytes.StartsWith(LittleEndian.Preamble) ? LittleEndian : BigEndian).GetString(bytes);
            var nul = text.IndexOf('\0', StringComparison.Ordinal);
            return nul < 0 ? text : throw Binary(name, nul * sizeof(char));
        }
        catch (DecoderFallbackException e)
        {
            throw new CorpusException($"{name} is not UTF-16, as its byte-order mark says: half a character is at offset {Math.Max(0, e.Index)}.", ToUtf8, e);
        }
    }

    private static CorpusException Binary(string name, int nul) =>
        new($"{name} is a binary file: it has a NUL byte at offset {nul}.", "Give text files in UTF-8, or in UTF-16 with a byte-order mark.");

    /// <summary>Whether the NUL bytes are the upper halves of Latin letters and spaces: several, and all at odd or all at even offsets.</summary>
    private static bool IsUtf16(ReadOnlySpan<byte> bytes)
    {
        Span<int> nuls = [0, 0];
        for (var i = 0; i < bytes.Length; i++)
        {
            nuls[i % 2] += bytes[i] == 0 ? 1 : 0;
        }

        return Math.Min(nuls[0], nuls[1]) == 0 && Math.Max(nuls[0], nuls[1]) > 1 && bytes.Length % sizeof(char) == 0;
    }

    private static int FirstInvalidByte(ReadOnlySpan<byte> bytes)
    {
        var offset = 0;
        while (Rune.DecodeFromUtf8(bytes[offset..], out _, out var consumed) == OperationStatus.Done)
        {
            offset += consumed;
        }

        return offset;
    }
}
