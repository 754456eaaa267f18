using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace QaBot.Indexing;

/// <summary>Reads the parts of an index out of its bytes, without copying what can stay there.</summary>
internal sealed class IndexBuffer(ReadOnlyMemory<byte> bytes)
{
    private int _position;

    public byte ReadByte() => bytes.Span[_position++];

    public int ReadInt32()
    {
        var value = BinaryPrimitives.ReadInt32LittleEndian(bytes.Span[_position..]);
        _position += sizeof(int);
        return value;
    }

    public long ReadInt64()
    {
        var value = BinaryPrimitives.ReadInt64LittleEndian(bytes.Span[_position..]);
        _position += sizeof(long);
        return value;
    }

    public ReadOnlyMemory<byte> ReadBytes()
    {
        var length = ReadInt32();
        var slice = bytes.Slice(_position, length);
        _position += length;
        return slice;
    }

    public int[] ReadInts()
    {
        var count = ReadInt32();
        var values = new int[count];
        var source = bytes.Span.Slice(_position, count * sizeof(int));
        _position += source.Length;
        source.CopyTo(MemoryMarshal.AsBytes(values.AsSpan()));
        if (!BitConverter.IsLittleEndian)
        {
            BinaryPrimitives.ReverseEndianness(values, values);
        }

        return values;
    }

    public string ReadString() => Encoding.UTF8.GetString(ReadBytes().Span);

    /// <summary>Reads a variable-length integer as <see cref="BinaryWriter.Write7BitEncodedInt"/> writes it.</summary>
    public int ReadPackedInt()
    {
        var value = 0u;
        for (var shift = 0; ; shift += 7)
        {
            uint next = bytes.Span[_position++];
            value |= (next & 0x7F) << shift;
            if (next < 0x80)
            {
                return (int)value;
            }
        }
    }
}
