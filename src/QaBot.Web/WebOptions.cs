using System.ComponentModel.DataAnnotations;

namespace QaBot.Web;

/// <summary>Where the server listens, whom it lets in, and how much it takes.</summary>
public sealed class WebOptions
{
    /// <summary>Addresses with semicolons between. Default <c>http://127.0.0.1:5080</c>: this machine alone.</summary>
    public string Urls { get; set; } = "http://127.0.0.1:5080";

    /// <summary>What a client has to send, as a bearer token or as the password of HTTP's basic authentication; a secret. Default empty: none, which goes only on loopback and without <see cref="Hosts"/>.</summary>
    [Required(AllowEmptyStrings = true)]
    public string Token { get; set; } = "";

    /// <summary>Names that it is reached by besides those of loopback, with semicolons between: a reverse proxy's, say. Where there are any, the token is needed. Default empty.</summary>
    [Required(AllowEmptyStrings = true)]
    public string Hosts { get; set; } = "";

    /// <summary>
    /// Where others open the page, an absolute address of http or https, with a path where a reverse proxy has one: answers in Discord and citations of chat
    /// completions link to it. Default empty: the former have no such link, the latter one to where the request was sent.
    /// </summary>
    [Required(AllowEmptyStrings = true)]
    [PublicAddress]
    public string PublicUrl { get; set; } = "";

    /// <summary>Questions that one client may ask in a minute, 1 to 1,000,000. Default 60.</summary>
    [Range(1, 1_000_000)]
    public int QuestionsPerMinute { get; set; } = 60;

    /// <summary>Other requests that one client may make in a minute, 1 to 1,000,000. Default 600.</summary>
    [Range(1, 1_000_000)]
    public int RequestsPerMinute { get; set; } = 600;

    /// <summary>Questions that are worked on at the same time, 1 to 256. Default 8.</summary>
    [Range(1, 256)]
    public int Concurrency { get; set; } = 8;

    /// <summary>Questions that may wait, 0 to 100,000. Default 100.</summary>
    [Range(0, 100_000)]
    public int QueueCapacity { get; set; } = 100;

    /// <summary>Seconds that a question may take once its turn has come, 0.1 to 3,600. Default 120.</summary>
    [Range(0.1, 3600.0)]
    public double QuestionTimeout { get; set; } = 120;

    /// <summary>Conversations that are remembered, 1 to 1,000,000; beyond it the one that was silent longest is forgotten. Default 1,000.</summary>
    [Range(1, 1_000_000)]
    public int Conversations { get; set; } = 1000;

    /// <summary>Minutes after which a conversation that nobody continues is forgotten, 1 to 10,080. Default 120.</summary>
    [Range(1, 10_080)]
    public int ConversationMinutes { get; set; } = 120;
}
