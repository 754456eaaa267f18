using System.ComponentModel.DataAnnotations;

namespace QaBot.Cli.Configuration;

/// <summary>Where the prompts are.</summary>
internal sealed class PromptOptions
{
    /// <summary>Their directory; empty for the one beside the program. Default empty.</summary>
    [Required(AllowEmptyStrings = true)]
    public string Directory { get; set; } = "";
}
