using System.Globalization;
using QaBot.Cli.Rendering;

namespace QaBot.Cli.Chat;

/// <summary>Edits a line on a terminal with a cursor. A line longer than the terminal is wide scrolls sideways.</summary>
internal sealed class LineEditor(Terminal terminal, string prompt)
{
    /// <summary>Said to those who press Ctrl+C to leave.</summary>
    public const string Reminder = "Ctrl+D or /quit leaves.";

    private readonly LineHistory _history = new();
    private LineBuffer _line = new();
    private int _interrupts;

    /// <summary>The next line, or null when Ctrl+D is pressed on an empty one.</summary>
    public string? ReadLine()
    {
        _line = new LineBuffer();
        _interrupts = 0;
        Console.TreatControlCAsInput = true;
        try
        {
            Draw();
            while (true)
            {
                var key = Console.ReadKey(intercept: true);
                if (key.Key == ConsoleKey.Enter || key.KeyChar is '\r' or '\n')
                {
                    return Entered(_line.Text);
                }

                if (key.KeyChar == Control('D') && _line.Text.Length == 0)
                {
                    return Entered(null);
                }

                Apply(key);
                if (!Console.KeyAvailable)
                {
                    Draw();
                }
            }
        }
        finally
        {
            Console.TreatControlCAsInput = false;
        }
    }

    private static char Control(char letter) => (char)(letter - '@');

    /// <summary>Leaves the whole line on the screen, however many rows it takes: the terminal wraps it.</summary>
    private string? Entered(string? line)
    {
        terminal.Out.Write($"\r\u001b[K{prompt}{_line.Text}\r\n");
        _history.Add(line ?? "");
        return line;
    }

    private void Apply(ConsoleKeyInfo key)
    {
        var isInterrupt = key.KeyChar == Control('C');
        _interrupts = isInterrupt ? _interrupts + 1 : 0;
        if (isInterrupt)
        {
            Interrupt();
        }
        else if (!Move(key) && !Delete(key) && !char.IsControl(key.KeyChar) && (key.Modifiers & ConsoleModifiers.Alt) == 0)
        {
            _line.Insert(key.KeyChar);
        }
    }

    private void Interrupt()
    {
        _line.Set("");
        if (_interrupts > 1)
        {
            terminal.Out.Write("\r\u001b[K" + Reminder + "\r\n");
        }
    }

    private bool Move(ConsoleKeyInfo key)
    {
        Action? action = key switch
        {
            { Key: ConsoleKey.LeftArrow } or { KeyChar: (char)('B' - '@') } => _line.Left,
            { Key: ConsoleKey.RightArrow } or { KeyChar: (char)('F' - '@') } => _line.Right,
            { Key: ConsoleKey.Home } or { KeyChar: (char)('A' - '@') } => _line.Home,
            { Key: ConsoleKey.End } or { KeyChar: (char)('E' - '@') } => _line.End,
            { Key: ConsoleKey.UpArrow } or { KeyChar: (char)('P' - '@') } => () => _line.Set(_history.Older(_line.Text) ?? _line.Text),
            { Key: ConsoleKey.DownArrow } or { KeyChar: (char)('N' - '@') } => () => _line.Set(_history.Newer() ?? _line.Text),
            _ => null,
        };
        action?.Invoke();
        return action is not null;
    }

    private bool Delete(ConsoleKeyInfo key)
    {
        Action? action = key switch
        {
            { Key: ConsoleKey.Backspace } or { KeyChar: '\u007F' } => _line.Backspace,
            { Key: ConsoleKey.Delete } or { KeyChar: (char)('D' - '@') } => _line.Delete,
            { KeyChar: (char)('U' - '@') } => _line.DeleteToStart,
            { KeyChar: (char)('K' - '@') } => _line.DeleteToEnd,
            { KeyChar: (char)('W' - '@') } => _line.DeleteWord,
            _ => null,
        };
        action?.Invoke();
        return action is not null;
    }

    private void Draw()
    {
        var room = Math.Max(8, Console.WindowWidth - prompt.Length - 1);
        var start = 0;
        while (CharacterWidth.Of(_line.Text[start.._line.Cursor]) > room)
        {
            start++;
        }

        var (end, columns) = (start, 0);
        for (; end < _line.Text.Length && columns + CharacterWidth.Of(_line.Text, end) <= room; end++)
        {
            columns += CharacterWidth.Of(_line.Text, end);
        }

        var cursor = prompt.Length + CharacterWidth.Of(_line.Text[start.._line.Cursor]) + 1;
        terminal.Out.Write(string.Create(CultureInfo.InvariantCulture, $"\r{prompt}{_line.Text[start..end]}\u001b[K\u001b[{cursor}G"));
    }
}
