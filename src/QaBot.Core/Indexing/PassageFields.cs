using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;
using QaBot.Chunking;
using QaBot.Text;
using LuceneDocument = Lucene.Net.Documents.Document;

namespace QaBot.Indexing;

/// <summary>A passage as a document of Lucene: two ranked fields, the zone to filter by, and its spans, stored.</summary>
/// <remarks>The text is not stored: it is the corpus's, whose hash the commit carries.</remarks>
internal static class PassageFields
{
    /// <summary>Raised with the fields or what is stored in them, so that an index knows it is stale.</summary>
    public const string Format = "fields-2";

    /// <summary>The passage's text.</summary>
    public const string Text = "text";

    /// <summary>What it is read with: what its pronouns may refer to, and what it stands under.</summary>
    public const string Context = "context";

    /// <summary>Running text or references.</summary>
    public const string Zone = "zone";

    private const string Name = "document";
    private const string Number = "number";
    private const string Spans = "spans";
    private const string Work = "work";
    private const string Person = "person";
    private const string Year = "year";
    private const string Outline = "outline";

    /// <summary>Ranked by term frequency; positions are not needed, as nothing asks for phrases.</summary>
    private static readonly FieldType Ranked = new(TextField.TYPE_NOT_STORED) { IndexOptions = IndexOptions.DOCS_AND_FREQS };

    /// <summary>The term of a zone.</summary>
    public static Term TermOf(Zone zone) => new(Zone, zone.ToString());

    /// <summary>The document of a passage.</summary>
    public static LuceneDocument ToDocument(Passage passage)
    {
        var document = new LuceneDocument
        {
            new Field(Text, passage.Text, Ranked),
            new Field(Context, passage.Context.ToString(), Ranked),
            new StringField(Zone, passage.Zone.ToString(), Field.Store.YES),
            new StoredField(Name, passage.Document.Name),
            new StoredField(Number, passage.Number),
            new StoredField(Spans, Packed(passage.Sentences)),
        };
        AddStored(document, Work, passage.Context.Work);
        AddStored(document, Person, passage.Context.Person);
        AddStored(document, Year, passage.Context.Year);
        AddStored(document, Outline, passage.Context.Outline);
        return document;
    }

    /// <summary>The passage of a document.</summary>
    /// <param name="stored">The stored fields.</param>
    /// <param name="documents">The corpus's documents by name.</param>
    public static Passage ToPassage(LuceneDocument stored, Dictionary<string, Text.Document> documents) => new(
        documents[stored.Get(Name)],
        stored.GetField(Number).GetInt32Value()!.Value,
        Enum.Parse<Zone>(stored.Get(Zone)),
        Unpacked(stored.GetBinaryValue(Spans)),
        new PassageContext(stored.Get(Work), stored.Get(Person), stored.Get(Year), stored.Get(Outline)));

    private static void AddStored(LuceneDocument document, string field, string? value)
    {
        if (value is not null)
        {
            document.Add(new StoredField(field, value));
        }
    }

    private static byte[] Packed(IReadOnlyList<TextSpan> sentences)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write7BitEncodedInt(sentences.Count);
        foreach (var sentence in sentences)
        {
            writer.Write7BitEncodedInt(sentence.Start);
            writer.Write7BitEncodedInt(sentence.Length);
        }

        return stream.ToArray();
    }

    private static TextSpan[] Unpacked(BytesRef bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes.Bytes, bytes.Offset, bytes.Length, writable: false));
        var sentences = new TextSpan[reader.Read7BitEncodedInt()];
        for (var i = 0; i < sentences.Length; i++)
        {
            var start = reader.Read7BitEncodedInt();
            sentences[i] = new TextSpan(start, start + reader.Read7BitEncodedInt());
        }

        return sentences;
    }
}
