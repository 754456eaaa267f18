namespace QaBot.Discord.Messages;

/// <summary>A message as the bot sends it; it mentions nobody, and links in it are not previewed.</summary>
public sealed record OutgoingMessage
{
    /// <summary>The most UTF-16 units a message may have.</summary>
    public const int LongestContent = 2000;

    /// <summary>The most rows of buttons.</summary>
    public const int MostRows = 5;

    /// <summary>The most buttons in a row.</summary>
    public const int MostButtonsInRow = 5;

    /// <summary>Creates a message.</summary>
    /// <param name="content">Text in Discord's markdown, 1 to 2,000 UTF-16 units.</param>
    /// <param name="rows">Rows of buttons: at most five, each of one to five.</param>
    /// <exception cref="ArgumentException">Discord would refuse it.</exception>
    /// <remarks>Limits: https://discord.com/developers/docs/resources/message#create-message and /components/reference#action-row.</remarks>
    public OutgoingMessage(string content, params IReadOnlyList<IReadOnlyList<Button>> rows)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(content);
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(content.Length, LongestContent, nameof(content));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rows.Count, MostRows, nameof(rows));
        if (rows.Any(row => row.Count is 0 or > MostButtonsInRow))
        {
            throw new ArgumentException("A row has one to five buttons.", nameof(rows));
        }

        Content = content;
        Rows = rows;
    }

    /// <summary>Text in Discord's markdown.</summary>
    public string Content { get; }

    /// <summary>The menu above its buttons, which takes a row of theirs; or null.</summary>
    public Menu? Menu { get; init; }

    /// <summary>The colour (0xRRGGBB) at the edge of the card that it is shown as; null for a message without a card.</summary>
    /// <remarks>A server that knows no cards gets the same text and buttons without one.</remarks>
    public int? Accent { get; init; }

    /// <summary>Rows of buttons under it.</summary>
    public IReadOnlyList<IReadOnlyList<Button>> Rows { get; }
}
