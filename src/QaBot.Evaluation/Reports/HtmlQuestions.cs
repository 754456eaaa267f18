using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using QaBot.Evaluation.Metrics;
using QaBot.Evaluation.Questions;

namespace QaBot.Evaluation.Reports;

/// <summary>The questions of report.html, with filters.</summary>
internal static partial class HtmlQuestions
{
    /// <summary>The section of the questions that may be shown.</summary>
    public static void Write(StringBuilder html, EvaluationReport report)
    {
        var judgements = report.Judgements.ToDictionary(j => j.Id, StringComparer.Ordinal);
        var shown = report.Details.Select(detail => (Detail: detail, Judgement: judgements[detail.Question.Id])).ToList();
        html.Append("<section aria-labelledby=\"questions\"><h2 id=\"questions\">Questions</h2>\n");
        var hidden = report.Judgements.Count - shown.Count;
        if (hidden > 0)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"note\">The {hidden} questions of the held-out half are counted above and not listed.</p>\n");
        }

        WriteFilters(html, [.. shown.Select(s => s.Judgement)]);
        html.Append("<div id=\"list\">\n");
        foreach (var (i, (detail, judgement)) in shown.Index())
        {
            WriteQuestion(html, detail, judgement, i);
        }

        html.Append("</div><p id=\"none\" class=\"note\" hidden>No question fits the filter.</p></section>\n");
    }

    private static void WriteFilters(StringBuilder html, List<Judgement> judgements)
    {
        (string Key, string Title, int Count)[] filters =
        [
            ("all", "All", judgements.Count),
            ("headline", "Wrong headline", judgements.Count(j => !j.Headline)),
            ("wrong", "Wrong", judgements.Count(j => !j.Correct)),
            ("abstained", "Abstained", judgements.Count(j => !j.Answered)),
            ("uncited", "Uncited", judgements.Count(j => j.IsUncited)),
        ];
        html.Append("<div class=\"filters\" hidden><div class=\"buttons\" role=\"group\" aria-label=\"Show\">");
        foreach (var (key, title, count) in filters)
        {
            html.Append(CultureInfo.InvariantCulture, $"<button type=\"button\" data-filter=\"{key}\" aria-pressed=\"{(key == "all" ? "true" : "false")}\">{title} <span>{count}</span></button>");
        }

        html.Append("</div><label>Kind <select id=\"kind\"><option value=\"\">every kind</option>");
        foreach (var kind in judgements.Select(j => j.Kind).Distinct().Order(StringComparer.Ordinal))
        {
            html.Append(CultureInfo.InvariantCulture, $"<option value=\"{Html.Text(kind)}\">{Html.Text(kind)}</option>");
        }

        html.Append("</select></label><label>Find <input id=\"find\" type=\"search\" autocomplete=\"off\" spellcheck=\"false\"></label><p id=\"count\" role=\"status\"></p></div>\n");
    }

    private static void WriteQuestion(StringBuilder html, QuestionDetail detail, Judgement judgement, int number)
    {
        var (css, verdict) = Verdict(judgement);
        var tags = $"{(judgement.Headline ? "" : "headline ")}{(judgement.Correct ? "" : "wrong ")}{(judgement.Answered ? "" : "abstained ")}{(judgement.IsUncited ? "uncited" : "")}".TrimEnd();
        var given = detail.Answer.ShortAnswer ?? (judgement.Answered ? Shorten(detail.Answer.Answer) : detail.Answer.Outcome);
        html.Append(CultureInfo.InvariantCulture, $"""
            <details class="question" data-tags="{tags}" data-kind="{Html.Text(judgement.Kind)}"><summary><span class="verdict {css}">{verdict}</span><span class="asked"><bdi>{Html.Text(detail.Question.Question)}</bdi></span><span class="given"><bdi>{Html.Text(given)}</bdi></span><span class="id">{Html.Text(judgement.Id)} · {Html.Text(judgement.Kind)}</span></summary>
            <div class="body">
            """);
        WriteDialogue(html, detail);
        html.Append(CultureInfo.InvariantCulture, $"<div class=\"pair\"><div><h3>Answer</h3><p class=\"answer\">{Answer(detail, number)}</p></div><div><h3>Wanted</h3>{Wanted(detail.Question)}</div></div>");
        WriteSources(html, detail, number);
        WriteNumbers(html, detail, judgement);
        html.Append("</div></details>\n");
    }

    private static void WriteDialogue(StringBuilder html, QuestionDetail detail)
    {
        if (detail.Question.Context.Count > 0)
        {
            html.Append("<p class=\"earlier\">Asked before: ").AppendJoin(" ", detail.Question.Context.Select(q => $"<q>{Html.Text(q)}</q>")).Append("</p>");
        }

        if (detail.Answer.ReadAs is { } readAs)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"earlier\">Read as: <q>{Html.Text(readAs)}</q></p>");
        }
    }

    private static string Answer(QuestionDetail detail, int number)
    {
        var text = detail.Answer.Outcome == "refused" ? detail.Answer.Reason ?? "" : detail.Answer.Answer;
        var shortAnswer = detail.Answer.ShortAnswer is { } s ? $"<b>{Html.Text(s)}</b><br>" : "";
        var marked = Marker().Replace(Html.Text(text), match => Html.Of($"<a class=\"marker\" href=\"#s{number}-{match.Groups[1].Value}\">[{match.Groups[1].Value}]</a>"));
        var reason = detail.Answer.Outcome == "abstained" ? $" <span class=\"muted\">({Html.Text(detail.Answer.Reason ?? "")})</span>" : "";
        return shortAnswer + marked + reason;
    }

    private static string Wanted(EvaluationQuestion question)
    {
        if (!question.Answerable)
        {
            return "<p>Nothing: the source does not answer it.</p>" + Quotes(question);
        }

        var any = question.Answers.Count == 0 ? "" : $"<p>{string.Join(" <i>or</i> ", question.Answers.Select(a => $"<b>{Html.Text(a)}</b>"))}</p>";
        var all = question.AllOf.Count == 0 ? "" : $"<p>{string.Join(" <i>and</i> ", question.AllOf.Select(a => $"<b>{Html.Text(a)}</b>"))}</p>";
        return any + all + Quotes(question);
    }

    private static string Quotes(EvaluationQuestion question) =>
        string.Concat(question.Evidence.Select(quote => $"<blockquote>{Html.Text(quote)}</blockquote>"));

    private static void WriteSources(StringBuilder html, QuestionDetail detail, int number)
    {
        foreach (var source in detail.Sources)
        {
            html.Append(CultureInfo.InvariantCulture, $"<h3 id=\"s{number}-{source.Number}\">[{source.Number}] {Html.Text(source.Passage)}</h3><p class=\"passage\">");
            foreach (var segment in source.Segments)
            {
                var css = $"{(segment.IsQuote ? "quote" : "")} {(segment.IsEvidence ? "evidence" : "")}".Trim();
                html.Append(css.Length == 0 ? Html.Text(segment.Text) : $"<mark class=\"{css}\">{Html.Text(segment.Text)}</mark>");
            }

            html.Append("</p>");
        }

        if (detail.Sources.Count > 0)
        {
            html.Append("<p class=\"legend\"><mark class=\"quote\">quoted</mark> <mark class=\"evidence\">evidence</mark> <mark class=\"quote evidence\">both</mark></p>");
        }
    }

    private static void WriteNumbers(StringBuilder html, QuestionDetail detail, Judgement judgement)
    {
        List<string> numbers = [Html.Of($"confidence {detail.Answer.Confidence:0.00}"), Html.Of($"{judgement.ElapsedMs:0.00} ms")];
        if (judgement.Answered)
        {
            numbers.Add(Html.Of($"{judgement.Words} words"));
        }

        if (judgement.TokenF1 is { } f1)
        {
            numbers.Add(Html.Of($"token F1 {f1:0.00}"));
        }

        if (judgement.EvidenceRanks.Count > 0)
        {
            numbers.Add("evidence found at rank " + string.Join(", ", judgement.EvidenceRanks.Select(rank => rank == 0 ? "–" : rank.ToString(CultureInfo.InvariantCulture))));
        }

        if (judgement.DependsOnCitation is { } depends)
        {
            numbers.Add(depends ? "changes without its citation" : "stays the same without its citation");
        }

        html.Append("<p class=\"numbers\">").AppendJoin(" · ", numbers).Append("</p>");
    }

    private static (string Css, string Text) Verdict(Judgement judgement) => (judgement.Correct, judgement.Answered) switch
    {
        (true, true) => ("right", "Right"),
        (true, false) => ("right", "Rightly silent"),
        (false, true) => ("bad", judgement.Answerable ? "Wrong" : "Unfounded"),
        (false, false) => ("silent", "Missed"),
    };

    private static string Shorten(string text) => text.Length <= 90 ? text : text[..87] + "…";

    [GeneratedRegex(@"\[(\d{1,4})\]", RegexOptions.CultureInvariant)]
    private static partial Regex Marker();
}
