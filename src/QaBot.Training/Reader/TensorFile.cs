using static TorchSharp.torch;

namespace QaBot.Training.Reader;

/// <summary>Named tensors in a checkpoint: name, number of values, values.</summary>
internal static class TensorFile
{
    public static void Write(BinaryWriter file, string name, Tensor tensor)
    {
        file.Write(name);
        var values = tensor.detach().data<float>().ToArray();
        file.Write(values.Length);
        file.Write(System.Runtime.InteropServices.MemoryMarshal.AsBytes<float>(values));
    }

    /// <summary>Reads the next tensor into the one of its name.</summary>
    /// <exception cref="InvalidDataException">The file holds another number of values.</exception>
    public static void Read(BinaryReader file, Func<string, Tensor> target)
    {
        var name = file.ReadString();
        var values = new float[file.ReadInt32()];
        file.BaseStream.ReadExactly(System.Runtime.InteropServices.MemoryMarshal.AsBytes(values.AsSpan()));
        var into = target(name);
        if (into.numel() != values.Length)
        {
            throw new InvalidDataException($"The checkpoint's {name} has {values.Length} values, not {into.numel()}.");
        }

        using var read = tensor(values).reshape(into.shape);
        into.copy_(read);
    }
}
