using Microsoft.AspNetCore.Builder;

namespace QaBot.Web.Limits;

/// <summary>Says which endpoints answer questions.</summary>
public static class QuestionEndpoints
{
    /// <summary>Counts the requests of an endpoint as questions of their client, and makes them wait in the one queue once their body is there.</summary>
    public static TBuilder AnswersQuestions<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new QuestionMark(WaitsItself: false));
}
