namespace QaBot.Training.Reader;

/// <summary>Examples for a trainer elsewhere (<c>Gpu/distil.py</c>), which draws from them: each in 16-bit numbers, little-endian, nine of what it is and then its word pieces.</summary>
internal static class ExampleFile
{
    /// <summary>Writes the examples one after the other; those of an article are neighbours, so that the file can be compressed to a twentieth.</summary>
    public static int Write(string path, IEnumerable<KnownExample> examples)
    {
        using var file = new BinaryWriter(File.Create(path));
        var numbers = new Dictionary<TrainingQuestion, int>(ReferenceEqualityComparer.Instance);
        var count = 0;
        foreach (var (question, source, kind, isHeldOut, example) in examples)
        {
            var input = example.Input;
            numbers.TryAdd(question, numbers.Count);
            var number = numbers[question];
            int[] header =
            [
                input.Ids.Length, input.TitleStart, input.WindowStart, input.Window.Count, example.Start, example.End,
                (int)kind | (isHeldOut ? 1 << 4 : 0) | ((int)source << 8), number & ushort.MaxValue, number >> 16,
            ];
            foreach (var value in header.Concat(input.Ids))
            {
                file.Write(checked((ushort)value));
            }

            count++;
        }

        return count;
    }
}

/// <summary>An example and what is known of it.</summary>
internal sealed record KnownExample(TrainingQuestion Question, QuestionSource Source, ExampleKind Kind, bool IsHeldOut, ReaderExample Example);

/// <summary>Where a question comes from.</summary>
internal enum QuestionSource
{
    /// <summary>SQuAD's answerable ones.</summary>
    Answerable,

    /// <summary>SQuAD's unanswerable ones.</summary>
    Impossible,

    /// <summary>Those that were written for this.</summary>
    Written,

    /// <summary>SQuADShifts.</summary>
    Shifted,
}

/// <summary>What an example shows.</summary>
internal enum ExampleKind
{
    /// <summary>A window with the answer.</summary>
    Answered,

    /// <summary>A window elsewhere in the document, without it.</summary>
    Elsewhere,

    /// <summary>The sentences beside it.</summary>
    Beside,

    /// <summary>A question that the document does not answer.</summary>
    Unanswered,
}
