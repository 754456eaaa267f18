using System.Text;
using QaBot.Chunking;
using QaBot.Text;

// Writes the passages of documents for the ranking oracle: NAME=FILE … DIRECTORY gives DIRECTORY/NAME.tsv of id, tab, Base64 of the text.
foreach (var argument in args[..^1])
{
    var (name, file) = argument.Split('=', 2) switch { var parts => (parts[0], parts[1]) };
    var document = Document.FromBytes(name, await File.ReadAllBytesAsync(file));
    var lines = Chunker.Chunk(document, new ChunkingOptions())
        .Select(passage => $"{passage.Id}\t{Convert.ToBase64String(Encoding.UTF8.GetBytes(passage.Text))}");
    await File.WriteAllLinesAsync(Path.Combine(args[^1], name + ".tsv"), lines);
}
