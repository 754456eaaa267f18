namespace QaBot.Web.Asking;

/// <summary>The event <c>read-as</c>.</summary>
/// <param name="ReadAs">How a follow-up is read.</param>
internal sealed record ReadAsJson(string ReadAs);
