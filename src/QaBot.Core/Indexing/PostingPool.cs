using System.Buffers.Binary;

namespace QaBot.Indexing;

/// <summary>Many byte strings that grow side by side, in shared blocks: the postings of all terms while an index is being built.</summary>
/// <remarks>
/// A string is a chain of slices, each twice as long as the one before until <see cref="LongestSlice"/>, so that a rare term costs a few
/// bytes and a frequent one wastes few. A slice ends with the address of the next.
/// </remarks>
internal sealed class PostingPool
{
    private const int BlockBits = 16;
    private const int BlockLength = 1 << BlockBits;
    private const int FirstSlice = 8;
    private const int LongestSlice = 512;
    private const int AddressLength = sizeof(int);

    private readonly List<byte[]> _blocks = [];
    private int _used = BlockLength;

    /// <summary>Bytes taken.</summary>
    public long Length => (long)_blocks.Count * BlockLength;

    /// <summary>Appends bytes to a chain; a new chain is the default value.</summary>
    public void Append(ref Chain chain, ReadOnlySpan<byte> bytes)
    {
        foreach (var value in bytes)
        {
            if (chain.Free == 0)
            {
                Extend(ref chain);
            }

            _blocks[chain.End >> BlockBits][chain.End & (BlockLength - 1)] = value;
            chain.End++;
            chain.Free--;
        }
    }

    /// <summary>Copies a chain's bytes to a stream.</summary>
    public void CopyTo(Stream stream, in Chain chain)
    {
        var (address, length) = (chain.Start, FirstSlice);
        while (chain.Slice != 0)
        {
            var slice = _blocks[address >> BlockBits].AsSpan(address & (BlockLength - 1), length);
            if ((uint)(chain.End - address) <= length - AddressLength)
            {
                stream.Write(slice[..(chain.End - address)]);
                return;
            }

            stream.Write(slice[..^AddressLength]);
            address = BinaryPrimitives.ReadInt32LittleEndian(slice[^AddressLength..]);
            length = NextLength(length);
        }
    }

    private void Extend(ref Chain chain)
    {
        var length = chain.Slice == 0 ? FirstSlice : NextLength(chain.Slice);
        if (_used + length > BlockLength)
        {
            _blocks.Add(new byte[BlockLength]);
            _used = 0;
        }

        var address = checked(((_blocks.Count - 1) << BlockBits) + _used);
        _used += length;
        if (chain.Slice == 0)
        {
            chain.Start = address;
        }
        else
        {
            BinaryPrimitives.WriteInt32LittleEndian(_blocks[chain.End >> BlockBits].AsSpan(chain.End & (BlockLength - 1)), address);
        }

        chain.End = address;
        chain.Slice = length;
        chain.Free = length - AddressLength;
    }

    private static int NextLength(int length) => Math.Min(length * 2, LongestSlice);

    /// <summary>One byte string.</summary>
    internal struct Chain
    {
        /// <summary>Address of the first slice.</summary>
        public int Start;

        /// <summary>Address behind the last byte.</summary>
        public int End;

        /// <summary>Bytes left in the last slice.</summary>
        public int Free;

        /// <summary>Length of the last slice; 0 for no slice.</summary>
        public int Slice;
    }
}
