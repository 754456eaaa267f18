using QaBot.Reading;
using Xunit;

namespace QaBot.Core.Tests.Reading;

public sealed class ReaderModelTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"reader-{Guid.NewGuid():N}.onnx");

    [Fact]
    public void Open_MissingFile_NamesItAndTheRemedy() => AssertRefused("cannot be read");

    [Fact]
    public void Open_DamagedFile_NamesItAndTheRemedy()
    {
        var bytes = File.ReadAllBytes(ReaderModel.DefaultPath);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(_path, bytes);

        AssertRefused("damaged");
    }

    [Fact]
    public void Open_NoModel_NamesItAndTheRemedy() =>
        Assert.Contains("cannot be opened", Assert.Throws<ReaderException>(() => ReaderModel.Open([1, 2, 3], "a.onnx", threads: 1)).Message, StringComparison.Ordinal);

    public void Dispose() => File.Delete(_path);

    private void AssertRefused(string expected)
    {
        var refused = Assert.Throws<ReaderException>(() => ReaderModel.Open(_path, threads: 1));
        Assert.Contains(_path, refused.Message, StringComparison.Ordinal);
        Assert.Contains(expected, refused.Message, StringComparison.Ordinal);
        Assert.NotEmpty(refused.Remedy);
    }
}
