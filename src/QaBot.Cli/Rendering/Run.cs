namespace QaBot.Cli.Rendering;

/// <summary>A piece of a line.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Ink">What it is.</param>
internal readonly record struct Run(string Text, Ink Ink = Ink.Plain);
