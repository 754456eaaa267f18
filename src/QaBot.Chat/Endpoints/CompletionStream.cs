using System.Text;
using System.Text.Json;

namespace QaBot.Chat.Endpoints;

/// <summary>
/// What an endpoint answers, streamed or not, in the strict form that was asked for: events that each have a piece of the answer, then the reason of the
/// end, the usage and the end mark; or one object.
/// </summary>
internal sealed class CompletionStream : ForwardStream
{
    /// <summary>What is waited for behind the end of an answer: its usage, which it can do without.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    private readonly TimeProvider _time;
    private readonly StreamReader _lines;
    private readonly EventLines _events = new();
    private readonly CompletionReader _completion = new();
    private readonly CompletionWriter _strict;
    private CancellationTokenSource? _grace;
    private ReadOnlyMemory<byte> _pending;
    private bool _isOver;

    /// <summary>Creates the stream.</summary>
    /// <param name="body">What the endpoint sends.</param>
    /// <param name="isStreamed">Whether events were asked for.</param>
    /// <param name="time">The clock.</param>
    public CompletionStream(Stream body, bool isStreamed, TimeProvider time)
        : base(body)
    {
        _time = time;
        _lines = new StreamReader(body, Encoding.UTF8);
        _strict = new CompletionWriter(_completion, isStreamed);
    }

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (_pending.Length == 0 && !_isOver)
        {
            _pending = await NextAsync(cancellationToken).ConfigureAwait(false);
        }

        var length = Math.Min(buffer.Length, _pending.Length);
        _pending[..length].CopyTo(buffer);
        _pending = _pending[length..];
        return length;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _lines.Dispose();
            _grace?.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>What the next line gives: a piece, nothing, or what is written at the end.</summary>
    private async Task<ReadOnlyMemory<byte>> NextAsync(CancellationToken cancellationToken)
    {
        var line = await ReadLineAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            foreach (var value in line is null ? _events.Finish() : _events.Add(line))
            {
                if (_completion.Add(value, _events.IsError) is { } delta)
                {
                    _strict.WritePiece(delta);
                }
            }

            _isOver = line is null || _events.HasEnded || _completion.IsWhole;
        }
        catch (Exception e) when (_completion.HasFinished && (e is JsonException or EndpointErrorException))
        {
            _isOver = true;
        }

        if (_isOver)
        {
            _completion.Conclude(_events.HasEnded);
            _strict.WriteEnd();
        }
        else if (_completion.HasFinished)
        {
            _grace ??= new CancellationTokenSource(Grace, _time);
        }

        return _strict.Take();
    }

    /// <summary>The next line; null at the end, and where nothing comes behind the end of an answer.</summary>
    private async Task<string?> ReadLineAsync(CancellationToken cancellationToken)
    {
        if (_grace is null)
        {
            return await _lines.ReadLineAsync(cancellationToken).ConfigureAwait(false);
        }

        using var linked = CancellationTokenSource.CreateLinkedTokenSource(_grace.Token, cancellationToken);
        try
        {
            return await _lines.ReadLineAsync(linked.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return null;
        }
    }
}
