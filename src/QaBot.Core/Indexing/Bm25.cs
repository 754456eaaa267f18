namespace QaBot.Indexing;

/// <summary>BM25 as Lucene 4.8 computes it, one-byte length norms included.</summary>
/// <remarks>
/// Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009), with
/// idf = ln(1 + (N − df + 0.5) / (df + 0.5)) and the (k1 + 1) numerator. The field length enters through a norm of one byte: 1/√length as
/// a float of three mantissa bits with zero exponent 15, so that near lengths tie as they do in Lucene.
/// </remarks>
internal static class Bm25
{
    /// <summary>Term frequency saturation.</summary>
    public const float K1 = 1.2f;

    /// <summary>Share of length normalisation.</summary>
    public const float B = 0.75f;

    private const int MantissaBits = 3;
    private const int ZeroExponent = 15;

    /// <summary>How far a float's bits move to leave its exponent and <see cref="MantissaBits"/> of its mantissa.</summary>
    private const int Shift = 24 - MantissaBits;

    private const int SmallestBits = (63 - ZeroExponent) << MantissaBits;

    private static readonly float[] Lengths = DecodedLengths();

    /// <summary>The norm of a field of <paramref name="length"/> terms.</summary>
    public static byte Norm(int length)
    {
        if (length == 0)
        {
            return 0;
        }

        var bits = BitConverter.SingleToInt32Bits(1f / (float)Math.Sqrt(length)) >> Shift;
        return (byte)Math.Clamp(bits - SmallestBits, 1, byte.MaxValue);
    }

    /// <summary>The field length that a norm stands for.</summary>
    public static float Length(byte norm) => Lengths[norm];

    /// <summary>Inverse document frequency.</summary>
    /// <param name="documentFrequency">Passages with the term.</param>
    /// <param name="count">Passages in all.</param>
    public static float Idf(int documentFrequency, int count) =>
        (float)Math.Log(1 + ((count - documentFrequency + 0.5) / (documentFrequency + 0.5)));

    /// <summary>For each norm the value that joins the frequency in the denominator: k1 · (1 − b + b · length / average).</summary>
    public static float[] Denominators(float averageLength)
    {
        var denominators = new float[256];
        for (var norm = 0; norm < denominators.Length; norm++)
        {
            denominators[norm] = K1 * (1 - B + (B * Lengths[norm] / averageLength));
        }

        return denominators;
    }

    private static float[] DecodedLengths()
    {
        var lengths = new float[256];
        for (var norm = 1; norm < lengths.Length; norm++)
        {
            var inverseRoot = BitConverter.Int32BitsToSingle((norm + SmallestBits) << Shift);
            lengths[norm] = 1 / (inverseRoot * inverseRoot);
        }

        return lengths;
    }
}
