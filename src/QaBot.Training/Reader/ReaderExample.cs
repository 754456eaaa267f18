using QaBot.Reading;

namespace QaBot.Training.Reader;

/// <summary>One thing to learn: an input, and what is right for it.</summary>
/// <param name="Input">The input.</param>
/// <param name="Start">The answer's first token, or 0 where there is no answer.</param>
/// <param name="End">The answer's last token, or 0.</param>
internal sealed record ReaderExample(ReaderInput Input, int Start, int End);
