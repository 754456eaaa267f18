using System.IO.Compression;

namespace QaBot.Discord.Gateway;

/// <summary>Unpacks the messages of one connection, which share one zlib context.</summary>
/// <remarks>https://discord.com/developers/docs/events/gateway#transport-compression: a message ends with the bytes 00 00 FF FF.</remarks>
internal sealed class Inflater : IDisposable
{
    /// <summary>The longest message that is unpacked, in bytes: far above what Discord sends.</summary>
    public const int LongestMessage = 64 * 1024 * 1024;

    private static readonly byte[] Suffix = [0x00, 0x00, 0xFF, 0xFF];
    private readonly Feed _feed = new();
    private readonly ZLibStream _inflater;

    /// <summary>Begins a connection.</summary>
    public Inflater() => _inflater = new ZLibStream(_feed, CompressionMode.Decompress);

    /// <summary>Whether a message is complete.</summary>
    public static bool IsComplete(ReadOnlySpan<byte> packed) => packed.EndsWith(Suffix);

    /// <summary>Unpacks a complete message.</summary>
    /// <exception cref="InvalidDataException">It is none, or it is too long.</exception>
    public byte[] Unpack(ReadOnlyMemory<byte> packed)
    {
        _feed.Give(packed);
        using var message = new MemoryStream();
        var part = new byte[16 * 1024];
        for (var read = _inflater.Read(part); read > 0; read = _inflater.Read(part))
        {
            message.Write(part, 0, read);
            if (message.Length > LongestMessage)
            {
                throw new InvalidDataException("A message of the gateway is too long.");
            }
        }

        return message.ToArray();
    }

    /// <inheritdoc/>
    public void Dispose() => _inflater.Dispose();

    /// <summary>What the inflater reads from: the message at hand, then nothing until the next.</summary>
    private sealed class Feed : Stream
    {
        private ReadOnlyMemory<byte> _rest;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public void Give(ReadOnlyMemory<byte> bytes) => _rest = bytes;

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var count = Math.Min(buffer.Length, _rest.Length);
            _rest.Span[..count].CopyTo(buffer);
            _rest = _rest[count..];
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
