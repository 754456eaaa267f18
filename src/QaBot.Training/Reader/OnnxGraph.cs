using System.Runtime.InteropServices;
using Google.Protobuf;

namespace QaBot.Training.Reader;

/// <summary>An ONNX model being written: nodes, constants, inputs and outputs.</summary>
/// <remarks>Field numbers and type codes are those of <c>onnx.proto</c>, opset 17; operators beyond ONNX's own are of <c>com.microsoft</c>, version 1.</remarks>
internal sealed class OnnxGraph
{
    private const int IrVersion = 8;
    private const int Opset = 17;
    private const string Microsoft = "com.microsoft";
    private readonly List<byte[]> _nodes = [];
    private readonly List<byte[]> _constants = [];
    private readonly List<byte[]> _inputs = [];
    private readonly List<byte[]> _outputs = [];
    private int _names;

    /// <summary>Types of tensors.</summary>
    public enum Element
    {
        /// <summary>32-bit floating point.</summary>
        Float = 1,

        /// <summary>Signed 8-bit integer.</summary>
        Int8 = 3,

        /// <summary>Signed 32-bit integer.</summary>
        Int32 = 6,

        /// <summary>Signed 64-bit integer.</summary>
        Int64 = 7,
    }

    /// <summary>Adds an input whose first two dimensions are batch and tokens.</summary>
    public string Input(string name, Element type)
    {
        _inputs.Add(Value(name, type, "batch", "tokens"));
        return name;
    }

    /// <summary>Names what the model gives.</summary>
    public void Output(string name, string from, int width)
    {
        _nodes.Add(Node("Identity", "", [from], [name]));
        _outputs.Add(Value(name, Element.Float, "batch", "tokens", width));
    }

    /// <summary>Adds a constant.</summary>
    public string Constant<T>(Element type, ReadOnlySpan<T> values, params long[] shape)
        where T : struct
    {
        var (name, raw) = (NewName(), ByteString.CopyFrom(MemoryMarshal.AsBytes(values)));
        _constants.Add(Message(output =>
        {
            foreach (var dimension in shape)
            {
                Number(output, 1, dimension);
            }

            Number(output, 2, (int)type);
            Text(output, 8, name);
            output.WriteTag(9, WireFormat.WireType.LengthDelimited);
            output.WriteBytes(raw);
        }));
        return name;
    }

    /// <summary>Adds a node of ONNX's own operators with one result.</summary>
    public string Add(string op, string[] inputs, params (string Name, object Value)[] attributes)
    {
        var result = NewName();
        _nodes.Add(Node(op, "", inputs, [result], attributes));
        return result;
    }

    /// <summary>Adds a node with several results.</summary>
    public string[] Add(string op, string[] inputs, int results, params (string Name, object Value)[] attributes)
    {
        var names = Enumerable.Range(0, results).Select(_ => NewName()).ToArray();
        _nodes.Add(Node(op, "", inputs, names, attributes));
        return names;
    }

    /// <summary>Adds a node of ONNX Runtime's operators.</summary>
    public string AddMicrosoft(string op, string[] inputs, params (string Name, object Value)[] attributes)
    {
        var result = NewName();
        _nodes.Add(Node(op, Microsoft, inputs, [result], attributes));
        return result;
    }

    /// <summary>The bytes of the model.</summary>
    /// <param name="metadata">What the file says of itself.</param>
    public byte[] ToModel(IEnumerable<KeyValuePair<string, string>> metadata) => Message(model =>
    {
        Number(model, 1, IrVersion);
        Text(model, 2, "QaBot.Training");
        Nested(model, 7, Message(graph =>
        {
            _nodes.ForEach(node => Nested(graph, 1, node));
            Text(graph, 2, "reader");
            _constants.ForEach(constant => Nested(graph, 5, constant));
            _inputs.ForEach(input => Nested(graph, 11, input));
            _outputs.ForEach(output => Nested(graph, 12, output));
        }));
        Nested(model, 8, Message(opset => Number(opset, 2, Opset)));
        Nested(model, 8, Message(opset =>
        {
            Text(opset, 1, Microsoft);
            Number(opset, 2, 1);
        }));
        foreach (var (key, value) in metadata)
        {
            Nested(model, 14, Message(entry =>
            {
                Text(entry, 1, key);
                Text(entry, 2, value);
            }));
        }
    });

    private string NewName() => $"t{_names++}";

    private static byte[] Node(string op, string domain, string[] inputs, string[] outputs, params (string Name, object Value)[] attributes) => Message(node =>
    {
        Array.ForEach(inputs, input => Text(node, 1, input));
        Array.ForEach(outputs, output => Text(node, 2, output));
        Text(node, 4, op);
        Array.ForEach(attributes, attribute => Nested(node, 5, Attribute(attribute.Name, attribute.Value)));
        Text(node, 7, domain);
    });

    private static byte[] Attribute(string name, object value) => Message(attribute =>
    {
        Text(attribute, 1, name);
        if (value is float number)
        {
            attribute.WriteTag(2, WireFormat.WireType.Fixed32);
            attribute.WriteFloat(number);
            Number(attribute, 20, 1);
        }
        else
        {
            Number(attribute, 3, Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture));
            Number(attribute, 20, 2);
        }
    });

    private static byte[] Value(string name, Element type, params object[] dimensions) => Message(value =>
    {
        Text(value, 1, name);
        Nested(value, 2, Message(typed => Nested(typed, 1, Message(tensor =>
        {
            Number(tensor, 1, (int)type);
            Nested(tensor, 2, Message(shape => Array.ForEach(dimensions, dimension => Nested(shape, 1, Dimension(dimension)))));
        }))));
    });

    private static byte[] Dimension(object dimension) => Message(output =>
    {
        if (dimension is int value)
        {
            Number(output, 1, value);
        }
        else
        {
            Text(output, 2, (string)dimension);
        }
    });

    private static byte[] Message(Action<CodedOutputStream> write)
    {
        using var bytes = new MemoryStream();
        using (var output = new CodedOutputStream(bytes, leaveOpen: true))
        {
            write(output);
        }

        return bytes.ToArray();
    }

    private static void Number(CodedOutputStream output, int field, long value)
    {
        output.WriteTag(field, WireFormat.WireType.Varint);
        output.WriteInt64(value);
    }

    private static void Text(CodedOutputStream output, int field, string value)
    {
        output.WriteTag(field, WireFormat.WireType.LengthDelimited);
        output.WriteString(value);
    }

    private static void Nested(CodedOutputStream output, int field, byte[] message)
    {
        output.WriteTag(field, WireFormat.WireType.LengthDelimited);
        output.WriteBytes(ByteString.CopyFrom(message));
    }
}
