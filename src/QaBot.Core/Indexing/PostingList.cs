namespace QaBot.Indexing;

/// <summary>
/// One term's postings, packed: for each passage in ascending order a variable-length integer of (gap · 2 + 1) when the frequency is 1,
/// else of (gap · 2) with the frequency behind it. The first gap counts from −1.
/// </summary>
internal ref struct PostingList(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _position;

    /// <summary>The current passage's ordinal.</summary>
    public int Passage { get; private set; } = -1;

    /// <summary>The term's occurrences in it.</summary>
    public int Frequency { get; private set; }

    /// <summary>Moves to the next posting; false behind the last one.</summary>
    public bool MoveNext()
    {
        if (_position >= _bytes.Length)
        {
            return false;
        }

        var value = ReadNumber();
        Passage += (int)(value >> 1);
        Frequency = (value & 1) != 0 ? 1 : (int)ReadNumber();
        return true;
    }

    /// <summary>Packs postings.</summary>
    /// <param name="stream">Where to append them.</param>
    /// <param name="passages">Ordinals, ascending.</param>
    /// <param name="frequencies">The frequency in each.</param>
    public static void Write(MemoryStream stream, ReadOnlySpan<int> passages, ReadOnlySpan<int> frequencies)
    {
        var previous = -1;
        for (var i = 0; i < passages.Length; i++)
        {
            var gap = (uint)(passages[i] - previous);
            previous = passages[i];
            WriteNumber(stream, (gap << 1) | (frequencies[i] == 1 ? 1u : 0u));
            if (frequencies[i] != 1)
            {
                WriteNumber(stream, (uint)frequencies[i]);
            }
        }
    }

    private static void WriteNumber(MemoryStream stream, uint value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            stream.WriteByte((byte)(value | 0x80));
        }

        stream.WriteByte((byte)value);
    }

    private uint ReadNumber()
    {
        uint value = _bytes[_position++];
        if (value < 0x80)
        {
            return value;
        }

        value &= 0x7F;
        for (var shift = 7; ; shift += 7)
        {
            uint next = _bytes[_position++];
            value |= (next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }
}
