namespace QaBot.Evaluation.Reports;
internal static class HtmlReport { public static string Write(EvaluationReport r) => r.QuestionSet; }
