using System.Globalization;
using QaBot.Chat.Gate;
using Xunit;

namespace QaBot.Chat.Tests.Gate;

public sealed class DumpTests
{
    [Fact]
    public void Dump()
    {
        using var writer = new StreamWriter("/tmp/gate-rows.tsv");
        writer.WriteLine("set\tgroup\tlabel\tkind\tcandidate\tverbatim\t" + string.Join('\t', SupportFeatures.Names) + "\tsentence\tsource");
        foreach (var (pair, set) in LabelledPair.All.Select(p => (p, "pairs")).Concat(LabelledPair.Kinds.Select(p => (p, "kinds"))))
        {
            var sentence = ModelSentence.Read(pair.Sentence + " [1]");
            var gate = pair.Gate();
            var n = 0;
            foreach (var candidate in gate.Candidates(sentence))
            {
                var features = gate.Features(sentence, candidate);
                writer.WriteLine(string.Join('\t', set, pair.Passage[..20], pair.IsSupported ? 1 : 0, pair.Kind, n++, candidate.Source.Text == sentence.Text ? 1 : 0,
                    string.Join('\t', features.Select(f => f.ToString("F4", CultureInfo.InvariantCulture))), sentence.Text, candidate.Source.Text));
            }

            if (n == 0)
            {
                writer.WriteLine(string.Join('\t', set, pair.Passage[..20], pair.IsSupported ? 1 : 0, pair.Kind, -1, 0, string.Join('\t', SupportFeatures.Names.Select(_ => "0")), sentence.Text,
                    string.Join(" | ", QaBot.Citations.Agreement.Faults(sentence.Text, QaBot.Citations.Claim.Read(pair.Passage)).Select(f => f.Message))));
            }
        }

        using var clozes = new StreamWriter("/tmp/gate-clozes.txt");
        foreach (var pair in LabelledPair.Kinds)
        {
            clozes.WriteLine(pair.Sentence);
            foreach (var cloze in Cloze.Of(pair.Sentence)) clozes.WriteLine("   " + cloze.Question);
        }
    }
}
