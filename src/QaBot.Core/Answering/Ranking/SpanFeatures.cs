namespace QaBot.Answering.Ranking;

/// <summary>The features by which short answers are ranked.</summary>
/// <remarks>
/// Sparse features are conjunctions of word classes at the bounds of the run, its shape and the question's lead, hashed to
/// <see cref="Size"/> places; dense ones are the first <see cref="Dense"/> places and carry a value.
/// </remarks>
internal static class SpanFeatures
{
    /// <summary>Number of places.</summary>
    public const int Size = 1 << 18;

    /// <summary>Number of dense features, which take the first places.</summary>
    public const int Dense = 16;

    /// <summary>The sparse places that are on for a run, appended to a list, and the dense values.</summary>
    public static void Compute(SpanQuestion question, SpanSentence sentence, int run, List<int> on, Span<float> dense)
    {
        var words = sentence.Words;
        var (first, last, span) = words.Runs[run];
        var length = Math.Min(last - first + 1, 9);
        var left = words.Gaps[first] is var gap and not WordClass.None ? gap : first > 0 ? words.Classes[first - 1] : 30;
        var right = words.Gaps[last + 1] is var gapBehind and not WordClass.None ? gapBehind : last + 1 < words.Words.Count ? words.Classes[last + 1] : 31;
        var (begin, end) = (words.Classes[first], words.Classes[last]);
        var shape = Shape(words, first, last);
        var (kind, lead) = ((int)question.Kind, question.Lead);

        on.Clear();
        Put(1, left, begin);
        Put(2, end, right);
        Put(3, left, right);
        Put(4, begin, end);
        Put(5, kind, length);
        Put(6, kind, begin);
        Put(7, kind, end);
        Put(8, kind, left);
        Put(9, kind, right);
        Put(10, lead, begin);
        Put(11, lead, left);
        Put(12, lead, shape);
        Put(13, kind, shape);
        Put(14, shape, 0);
        Put(15, lead, length);
        Put(16, left, question.WhWord);
        Put(17, lead, end);
        Put(18, lead, right);
        Put(19, shape, left);
        Put(20, shape, right);

        var name = sentence.NameAt(span);
        Put(21, kind, name);
        Put(22, lead, name);
        Put(23, sentence.IsTyped(span) ? 1 : 0, kind);
        var order = sentence.Order(first, last);
        Put(24, lead, order);
        Put(25, kind, order);
        var (nearLeft, nearRight) = (sentence.DistanceLeft(first), sentence.DistanceRight(last));
        Put(26, Math.Min(nearLeft, 8), Math.Min(nearRight, 8));
        Put(27, kind, Math.Min(nearLeft, 8));
        Put(28, kind, Math.Min(nearRight, 8) + 16);
        Put(29, lead, Math.Min(nearLeft, 4));
        Put(30, lead, Math.Min(nearRight, 4) + 16);
        var (inQuestion, unseen) = sentence.Overlap(first, last);
        Put(31, inQuestion == 0 ? 0 : unseen == 0 ? 1 : 2, length > 4 ? 1 : 0);
        Put(33, sentence.FocusBefore(first) ? 1 : 0, kind);
        Put(34, sentence.FocusWithin(first, last), kind);
        if (sentence.HeadKinds(last) is { Length: > 0 } kinds)
        {
            foreach (var above in kinds)
            {
                on.Add(Place(35, question.Lead, above));
            }
        }

        Put(36, sentence.LeftTermHash(first), question.WhWord);
        Put(37, question.WhWord, end);
        Put(38, first == 0 ? 1 : 0, kind);
        Put(39, last + 1 == words.Words.Count ? 1 : 0, kind);
        Put(40, sentence.Crosses(first, last) ? 1 : 0, kind);

        dense[0] = 1f / (last - first + 1);
        dense[1] = (float)sentence.NearnessLeft(first);
        dense[2] = (float)sentence.NearnessRight(last);
        dense[3] = inQuestion / (float)(last - first + 1);
        dense[4] = (float)Math.Log(last - first + 1);
        dense[5] = (float)Math.Min(3, sentence.Rarity(first, last));

        void Put(int template, int a, int b) => on.Add(Place(template, a, b));
    }

    /// <summary>A place for a template and its two values (the finaliser of MurmurHash3).</summary>
    public static int Place(int template, int a, int b)
    {
        unchecked
        {
            var hash = ((uint)template * 0x9E3779B1u) ^ ((uint)a * 0x85EBCA6Bu) ^ ((uint)b * 0xC2B2AE35u);
            hash = (hash ^ (hash >> 16)) * 0x85EBCA6Bu;
            hash = (hash ^ (hash >> 13)) * 0xC2B2AE35u;
            hash ^= hash >> 16;
            return Dense + (int)(hash % (Size - Dense));
        }
    }

    /// <summary>A stable hash of a string (FNV-1a).</summary>
    public static int Hash(string? text)
    {
        var hash = 2166136261u;
        foreach (var c in text ?? "")
        {
            hash = (hash ^ c) * 16777619u;
        }

        return (int)hash;
    }

    /// <summary>The classes of the run's words, repeated ones once, at most five.</summary>
    private static int Shape(SentenceWords words, int first, int last)
    {
        var (hash, previous, count) = (17, -1, 0);
        for (var i = first; i <= last && count < 5; i++)
        {
            var c = words.Classes[i] is var shape && shape is >= 32 ? shape : Coarse(shape);
            if (c != previous)
            {
                hash = unchecked((hash * 31) + c);
                previous = c;
                count++;
            }
        }

        return hash;
    }

    private static int Coarse(int shape) => shape is 6 or 7 ? 8 : shape is >= 12 and <= 17 ? 17 : shape;
}
