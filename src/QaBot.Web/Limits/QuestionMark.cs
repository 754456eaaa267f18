namespace QaBot.Web.Limits;

/// <summary>Says of an endpoint that it answers questions.</summary>
/// <param name="WaitsItself">Whether it enters the queue by itself, once it knows which conversation's turn it needs first.</param>
internal sealed record QuestionMark(bool WaitsItself);
