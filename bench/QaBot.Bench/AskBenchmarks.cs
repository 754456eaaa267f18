using BenchmarkDotNet.Attributes;
using QaBot.Answering;

namespace QaBot.Bench;

[InProcess]
[MemoryDiagnoser]
public class AskBenchmarks
{
    private readonly QuestionAnswerer _answerer = Biography.Open();
    private int _next;

    [Benchmark]
    public async Task<Answer> Ask() => await _answerer.AskAsync(Biography.Questions[_next++ % Biography.Questions.Length]);
}
