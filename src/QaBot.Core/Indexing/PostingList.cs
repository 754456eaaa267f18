using System.Runtime.CompilerServices;

namespace QaBot.Indexing;

/// <summary>
/// One term's postings, packed: for each passage in ascending order a variable-length integer of (gap · 2 + 1) when the frequency is 1,
/// else of (gap · 2) with the frequency behind it. The first gap counts from −1.
/// </summary>
internal ref struct PostingList(ReadOnlySpan<byte> bytes)
{
    /// <summary>The most bytes that a posting takes.</summary>
    public const int LongestPosting = 10;

    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _position;

    /// <summary>The current passage's ordinal.</summary>
    public int Passage { get; private set; } = -1;

    /// <summary>The term's occurrences in it.</summary>
    public int Frequency { get; private set; }

    /// <summary>Moves to the next posting; false behind the last one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MoveNext()
    {
        var bytes = _bytes;
        var position = _position;
        if ((uint)position >= (uint)bytes.Length)
        {
            return false;
        }

        uint value = bytes[position];
        _position = position + 1;
        if (value >= 0x80)
        {
            value = ReadRest(value);
        }

        Passage += (int)(value >> 1);
        Frequency = (value & 1) != 0 ? 1 : (int)ReadRest(0x80, shift: 0);
        return true;
    }

    /// <summary>Packs one posting.</summary>
    /// <param name="gap">From the passage before, at least 1.</param>
    /// <param name="frequency">At least 1.</param>
    /// <param name="bytes">Room for it: <see cref="LongestPosting"/>.</param>
    /// <returns>The bytes written.</returns>
    public static int Pack(int gap, int frequency, Span<byte> bytes)
    {
        if (frequency == 1)
        {
            return PackNumber(((uint)gap << 1) | 1, bytes);
        }

        var length = PackNumber((uint)gap << 1, bytes);
        return length + PackNumber((uint)frequency, bytes[length..]);
    }

    private static int PackNumber(uint value, Span<byte> bytes)
    {
        var length = 0;
        for (; value >= 0x80; value >>= 7)
        {
            bytes[length++] = (byte)(value | 0x80);
        }

        bytes[length++] = (byte)value;
        return length;
    }

    /// <summary>Reads on in a number whose first byte is known.</summary>
    private uint ReadRest(uint value, int shift = 7)
    {
        for (value &= 0x7F; ; shift += 7)
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
