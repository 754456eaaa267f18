namespace QaBot.Cli.Chat;

/// <summary>The lines entered before, and the place in them that the arrow keys have reached.</summary>
internal sealed class LineHistory
{
    private const int Capacity = 200;
    private readonly List<string> _lines = [];
    private int _at;
    private string _draft = "";

    /// <summary>Remembers a line that was entered; the arrow keys begin at the newest again.</summary>
    public void Add(string line)
    {
        if (!string.IsNullOrWhiteSpace(line) && (_lines.Count == 0 || _lines[^1] != line))
        {
            _lines.Add(line);
            _lines.RemoveRange(0, Math.Max(0, _lines.Count - Capacity));
        }

        _at = _lines.Count;
    }

    /// <summary>The line before, or null when there is none.</summary>
    /// <param name="current">The line as it is; kept when it is the one not yet entered.</param>
    public string? Older(string current)
    {
        if (_at == 0)
        {
            return null;
        }

        _draft = _at == _lines.Count ? current : _draft;
        return _lines[--_at];
    }

    /// <summary>The line after: at the end the one not yet entered; null when that is reached.</summary>
    public string? Newer()
    {
        if (_at == _lines.Count)
        {
            return null;
        }

        return ++_at == _lines.Count ? _draft : _lines[_at];
    }
}
