using System.Buffers.Binary;
using System.Text;

namespace QaBot.Testing.Telemetry;

/// <summary>A message of protocol buffers by its wire format (protobuf.dev, Encoding): fields by their numbers.</summary>
public sealed class WireMessage
{
    private readonly List<(int Number, ulong Value, byte[] Bytes)> _fields = [];

    /// <summary>Reads a message.</summary>
    /// <exception cref="InvalidDataException">The bytes are none.</exception>
    public WireMessage(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            var key = Varint(ref bytes);
            var number = (int)(key >> 3);
            switch (key & 7)
            {
                case 0:
                    _fields.Add((number, Varint(ref bytes), []));
                    break;
                case 1:
                    _fields.Add((number, BinaryPrimitives.ReadUInt64LittleEndian(Take(ref bytes, 8)), []));
                    break;
                case 2:
                    var length = (int)Varint(ref bytes);
                    _fields.Add((number, 0, Take(ref bytes, length).ToArray()));
                    break;
                case 5:
                    _fields.Add((number, BinaryPrimitives.ReadUInt32LittleEndian(Take(ref bytes, 4)), []));
                    break;
                default:
                    throw new InvalidDataException("A field has no wire type of proto3.");
            }
        }
    }

    /// <summary>The messages of a field.</summary>
    public IEnumerable<WireMessage> Messages(int number) => _fields.Where(field => field.Number == number).Select(field => new WireMessage(field.Bytes));

    /// <summary>The text of a field, or empty.</summary>
    public string Text(int number) => Encoding.UTF8.GetString(Bytes(number));

    /// <summary>The bytes of a field, or none.</summary>
    public byte[] Bytes(int number) => _fields.Find(field => field.Number == number).Bytes ?? [];

    /// <summary>The number of a field, or 0.</summary>
    public ulong Number(int number) => _fields.Find(field => field.Number == number).Value;

    /// <summary>Whether a field is there.</summary>
    public bool Has(int number) => _fields.Exists(field => field.Number == number);

    private static ReadOnlySpan<byte> Take(ref ReadOnlySpan<byte> bytes, int count)
    {
        if (count < 0 || count > bytes.Length)
        {
            throw new InvalidDataException("A field ends behind its message.");
        }

        var taken = bytes[..count];
        bytes = bytes[count..];
        return taken;
    }

    private static ulong Varint(ref ReadOnlySpan<byte> bytes)
    {
        var value = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var next = Take(ref bytes, 1)[0];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }
}
