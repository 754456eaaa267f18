using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using QaBot.Web.Asking;
using QaBot.Web.Completions;

namespace QaBot.Web.Hosting;

/// <summary>What the OpenAPI document says besides the endpoints' own types.</summary>
internal static class ApiDescription
{
    private const string Bearer = "bearer";

    /// <summary>Names the interface, and the token where one is needed.</summary>
    public static void Configure(OpenApiOptions description, WebOptions options) => description.AddDocumentTransformer((document, _, _) =>
    {
        (document.Info.Title, document.Info.Version) = ("QaBot", QuestionAnswerer.Version);
        if (options.Token.Length > 0)
        {
            document.AddComponent<IOpenApiSecurityScheme>(Bearer, new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = Bearer, Description = "The token of Web:Token." });
            document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, document)] = [] }];
        }

        return Task.CompletedTask;
    });

    /// <summary>Says by which statuses an endpoint refuses, besides those that any may: 401 and 429.</summary>
    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder endpoint, params int[] statuses) =>
        All(statuses).Aggregate(endpoint, (described, status) => described.ProducesProblem(status));

    /// <summary>The same of an endpoint under <c>/v1</c>.</summary>
    public static RouteHandlerBuilder RefusesAsOpenAI(this RouteHandlerBuilder endpoint, params int[] statuses) =>
        All(statuses).Aggregate(endpoint, (described, status) => described.Produces<CompletionErrorJson>(status, "application/json"));

    /// <summary>Says of a response's second form that it is a stream of events.</summary>
    public static RouteHandlerBuilder StreamsEvents(this RouteHandlerBuilder endpoint, string events) => endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
    {
        if (operation.Responses?["200"].Content is { } content)
        {
            content[AskEndpoint.Events] = new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String, Description = events } };
        }

        return Task.CompletedTask;
    });

    private static IEnumerable<int> All(int[] statuses) => statuses.Append(StatusCodes.Status401Unauthorized).Append(StatusCodes.Status429TooManyRequests).Order();
}
