using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using QaBot.Citations;
using QaBot.Text;
using QaBot.Web.Feedback;
using QaBot.Web.Limits;

namespace QaBot.Web;

/// <summary>What a server serves.</summary>
/// <param name="Answerer">What answers.</param>
/// <param name="Corpus">The documents that it answers from.</param>
/// <param name="Audit">What checks answers against them again.</param>
public sealed record WebSite(QuestionAnswerer Answerer, Corpus Corpus, AnswerAudit Audit)
{
    /// <summary>Keeps what readers think of answers. Null: nothing is kept, and there is no <c>/api/feedback</c>.</summary>
    public KeepFeedback? KeepFeedback { get; init; }

    /// <summary>Where is logged what goes wrong; null for nowhere.</summary>
    public ILoggerProvider? Log { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Cancelled when questions that are under way have to end: each is told so in the form that its client expects. Default: never.</summary>
    public CancellationToken Ending { get; init; }

    /// <summary>Adds the services of what others serve here.</summary>
    public Action<IServiceCollection>? AddServices { get; init; }

    /// <summary>
    /// Maps the endpoints of what others serve here. They stand behind the same checks and limits; what answers questions says so with
    /// <see cref="QuestionEndpoints.AnswersQuestions"/>.
    /// </summary>
    public Action<IEndpointRouteBuilder>? MapEndpoints { get; init; }
}
