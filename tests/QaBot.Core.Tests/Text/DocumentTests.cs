using System.Security.Cryptography;
using System.Text;
using QaBot.Testing;
using QaBot.Text;
using Xunit;

namespace QaBot.Core.Tests.Text;

public sealed class DocumentTests
{
    [Theory]
    [InlineData("notes/ada-marlow_life.txt", "Plain text.", "Ada Marlow Life")]
    [InlineData("NASA-report.txt", "Plain text.", "NASA report")]
    [InlineData("a.md", "# The *pottery*\n\nText.", "The pottery")]
    [InlineData("---.txt", "Plain text.", "---.txt")]
    public void Title_OfDocument_IsItsHeadingOrItsNameInWords(string name, string text, string title) => Assert.Equal(title, Document.FromText(name, text).Title);

    [Theory]
    [InlineData("a.md", "# The *pottery*\n\nText.", "The pottery")]
    [InlineData("a.txt", "THE CLOCK OF THE QUAY\n\nMaud mended clocks.", "THE CLOCK OF THE QUAY")]
    [InlineData("a.txt", "Allotment Association\nMinutes of 14 March\n\nRosa was in the chair.", "Allotment Association")]
    [InlineData("a.txt", "Maud mended clocks. Maud sang.\n\nMaud slept. Maud, Maud and Maud.", "Maud")]
    [InlineData("a.txt", "One line", "")]
    [InlineData("a.txt", "", "")]
    public void About_OfDocument_IsItsTitleOrWhomItNames(string name, string text, string about) => Assert.Equal(about, Document.FromText(name, text).About);

    [Fact]
    public void SectionAt_Offset_IsTheHeadingAboveButForTheFirst()
    {
        var document = Document.FromText("a.md", "# Title\n\nFirst.\n\n## Youth\n\nSecond.\n");

        Assert.Null(document.SectionAt(0));
        Assert.Null(document.SectionAt(document.Text.IndexOf("First", StringComparison.Ordinal)));
        Assert.Equal("Youth", document.SectionAt(document.Text.IndexOf("Second", StringComparison.Ordinal)));
        Assert.Null(Document.FromText("b.txt", "").SectionAt(0));
    }

    [Theory]
    [InlineData("truncated at the end", new byte[] { 0x61, 0xC3 }, 1)]
    [InlineData("truncated four bytes", new byte[] { 0x61, 0x62, 0xF0, 0x9F, 0x98 }, 2)]
    [InlineData("truncated inside", new byte[] { 0xE2, 0x80, 0x20 }, 0)]
    [InlineData("lone continuation", new byte[] { 0xC3, 0xA9, 0x80 }, 2)]
    [InlineData("overlong slash", new byte[] { 0x61, 0xC0, 0xAF }, 1)]
    [InlineData("overlong three bytes", new byte[] { 0xE0, 0x80, 0xAF }, 0)]
    [InlineData("surrogate", new byte[] { 0x61, 0x62, 0x63, 0xED, 0xA0, 0x80 }, 3)]
    [InlineData("above U+10FFFF", new byte[] { 0xF4, 0x90, 0x80, 0x80 }, 0)]
    [InlineData("never a byte of UTF-8", new byte[] { 0x61, 0xFF }, 1)]
    [InlineData("Latin-1", new byte[] { 0x43, 0xE9, 0x73, 0x61, 0x72 }, 1)]
    public void FromBytes_WrongByte_NamesFileAndOffset(string label, byte[] bytes, int offset)
    {
        var e = Assert.Throws<CorpusException>(() => Document.FromBytes("notes.txt", bytes));

        Assert.True(e.Message.StartsWith("notes.txt is not UTF-8", StringComparison.Ordinal), label);
        Assert.Contains($"byte 0x{bytes[offset]:X2} at offset {offset} ", e.Message, StringComparison.Ordinal);
        Assert.NotEmpty(e.Remedy);
    }

    [Fact]
    public void FromBytes_Nul_IsABinaryFile()
    {
        var e = Assert.Throws<CorpusException>(() => Document.FromBytes("a.txt", [0x61, 0x62, 0x00, 0xFF]));

        Assert.Equal("a.txt is a binary file: it has a NUL byte at offset 2.", e.Message);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void FromBytes_Utf16WithItsMark_OffsetsAreThoseOfTheDecodedText(string encoding)
    {
        const string text = "\uFEFFÉté \U0001F600 à Oslo.\r\nЛето.\n";

        var document = Document.FromBytes("a.txt", Encoding.GetEncoding(encoding).GetBytes(text));

        Assert.Equal(text, document.Text);
        Assert.Equal("Oslo", document.Slice(new TextSpan(10, 14)));
    }

    [Theory]
    [InlineData("half a unit", new byte[] { 0xFF, 0xFE, 0x61, 0x00, 0x62 })]
    [InlineData("half a pair", new byte[] { 0xFE, 0xFF, 0xD8, 0x3D, 0x00, 0x61 })]
    public void FromBytes_MarkOfUtf16AndHalfACharacter_IsRefused(string label, byte[] bytes)
    {
        var e = Assert.Throws<CorpusException>(() => Document.FromBytes("a.txt", bytes));

        Assert.True(e.Message.StartsWith("a.txt is not UTF-16, as its byte-order mark says", StringComparison.Ordinal), label);
    }

    [Fact]
    public void FromBytes_Utf32_IsABinaryFile() =>
        Assert.Contains("offset 2", Assert.Throws<CorpusException>(() => Document.FromBytes("a.txt", [0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0])).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void FromBytes_Utf16WithoutItsMark_IsNamed(string encoding)
    {
        var e = Assert.Throws<CorpusException>(() => Document.FromBytes("a.txt", Encoding.GetEncoding(encoding).GetBytes("Oslo, Лето.")));

        Assert.Equal("a.txt seems to be UTF-16 without a byte-order mark.", e.Message);
        Assert.Equal("Save it as UTF-8, or with the mark.", e.Remedy);
    }

    [Fact]
    public void FromBytes_ByteOrderMarkLineEndsAndNoBreakSpaces_AreKept()
    {
        const string text = "\uFEFFOne\r\ntwo\u00A0three\r\n\r\n\U0001F600 four\n";

        var document = Document.FromBytes("a.txt", Encoding.UTF8.GetBytes(text));

        Assert.Equal(text, document.Text);
        Assert.Equal("two\u00A0three", document.Slice(new TextSpan(6, 15)));
        Assert.Equal("four", document.Slice(new TextSpan(22, 26)));
    }

    [Fact]
    public void Hash_OfAFile_IsThatOfItsBytes()
    {
        var file = Repository.PathOf("seeds", "juliette-binoche.txt");
        using var stream = File.OpenRead(file);

        Assert.Equal("sha256:" + Convert.ToHexStringLower(SHA256.HashData(stream)), Sources.Read(file).Hash);
    }

    [Fact]
    public void FromText_SameBytes_HasTheSameHash() =>
        Assert.Equal(Document.FromBytes("b", "é\r\n"u8).Hash, Document.FromText("a", "é\r\n").Hash);

    [Fact]
    public void FromText_UnpairedSurrogate_IsRefused() => Assert.ThrowsAny<ArgumentException>(() => Document.FromText("a.txt", "a\uD83D"));

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void FromText_NoName_IsRefused(string name) => Assert.Throws<ArgumentException>(() => Document.FromText(name, "text"));

    [Fact]
    public void Slice_BehindTheEnd_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Document.FromText("a", "text").Slice(new TextSpan(2, 5)));

    [Fact]
    public void Biography_AsStored_IsOneLineOfItsLength()
    {
        Assert.Equal(66_288, Sources.Biography.Text.Length);
        Assert.DoesNotContain('\n', Sources.Biography.Text);
    }
}
