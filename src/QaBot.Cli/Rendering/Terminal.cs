using System.Text;
using Microsoft.Win32.SafeHandles;

namespace QaBot.Cli.Rendering;

/// <summary>The three standard streams, in UTF-8 without a byte-order mark, and what is at their other ends.</summary>
internal sealed class Terminal
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);
    private static readonly Encoding InputUtf8 = Encoding.GetEncoding("utf-8", EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\u0001"));
    private readonly Lazy<TextReader> _in;

    private Terminal()
    {
        _in = new(() => OpenText(OpenInput()));
        if (OperatingSystem.IsWindows() && (OutIsTerminal || ErrorIsTerminal))
        {
            Console.OutputEncoding = Utf8;
        }

        Out = new StreamWriter(OpenOutput(), Utf8) { AutoFlush = OutIsTerminal, NewLine = "\n" };
        Error = new StreamWriter(InheritedDescriptor.IsOpen(2) ? Console.OpenStandardError() : Stream.Null, Utf8) { AutoFlush = true, NewLine = "\n" };
    }

    /// <summary>Standard input; on a terminal without a cursor the system's own line discipline edits it, which .NET's console would replace.</summary>
    public TextReader In => _in.Value;

    /// <summary>Standard output: data.</summary>
    public TextWriter Out { get; }

    /// <summary>Standard error: everything else.</summary>
    public TextWriter Error { get; }

    /// <summary>Whether a person types the input.</summary>
    public bool InIsTerminal { get; } = !Console.IsInputRedirected;

    /// <summary>Whether a person reads the output.</summary>
    public bool OutIsTerminal { get; } = !Console.IsOutputRedirected;

    /// <summary>Whether a person reads the messages.</summary>
    public bool ErrorIsTerminal { get; } = !Console.IsErrorRedirected;

    /// <summary>Whether the terminal has a cursor that can be moved.</summary>
    public bool HasCursor { get; } = OperatingSystem.IsWindows() || Environment.GetEnvironmentVariable("TERM") is not (null or "" or "dumb");

    /// <summary>Whether text without colours is wanted on a terminal too, as NO_COLOR says (no-color.org).</summary>
    public bool IsPlain { get; set; } = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    /// <summary>
    /// Text in UTF-8, with or without its byte-order mark. Bytes that are none become U+0001, which neither a question nor JSON may have.
    /// </summary>
    public static TextReader OpenText(Stream stream) => new StreamReader(stream, InputUtf8, detectEncodingFromByteOrderMarks: false);

    /// <summary>The streams of this process.</summary>
    public static Terminal OfProcess() => new();

    /// <summary>A page on standard output.</summary>
    public Page Page() => PageOn(Out, OutIsTerminal);

    /// <summary>The next line of input, or null at its end. What is waited for in vain is left to the end of the process.</summary>
    public async ValueTask<string?> ReadLineAsync(CancellationToken cancellationToken) =>
        await Task.Run(In.ReadLine, cancellationToken).WaitAsync(cancellationToken);

    /// <summary>The rest of the input.</summary>
    public Task<string> ReadToEndAsync(CancellationToken cancellationToken) => Task.Run(In.ReadToEnd, cancellationToken).WaitAsync(cancellationToken);

    /// <summary>Writes a line of data and hands it over at once, for the one who waits for it.</summary>
    public void WriteData(string line)
    {
        Out.WriteLine(line);
        Out.Flush();
    }

    /// <summary>Says a sentence on standard error.</summary>
    public void Say(string sentence) => PageOn(Error, ErrorIsTerminal).Line(sentence);

    private Page PageOn(TextWriter writer, bool isTerminal) => isTerminal ? new TerminalPage(writer, HasCursor && !IsPlain) : new PlainPage(writer);

    /// <summary>A pipe is written to directly: .NET's console keeps quiet when its reader has gone, and the program would go on for nobody.</summary>
    public Stream OpenOutput()
    {
        if (!InheritedDescriptor.IsOpen(1))
        {
            return new ClosedOutput();
        }

        var pipe = OutIsTerminal || OperatingSystem.IsWindows() ? null : new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        return pipe is { CanSeek: false } ? pipe : Console.OpenStandardOutput();
    }

    /// <summary>The input as bytes.</summary>
    public Stream OpenInput() => !InheritedDescriptor.IsOpen(0) ? Stream.Null : InIsTerminal && !HasCursor
        ? new FileStream(new SafeFileHandle(0, ownsHandle: false), FileAccess.Read, bufferSize: 0)
        : Console.OpenStandardInput();
}
