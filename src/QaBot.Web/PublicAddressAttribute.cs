using System.ComponentModel.DataAnnotations;

namespace QaBot.Web;

/// <summary>Takes an absolute address of http or https to which a fragment can be added, or an empty text for none.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PublicAddressAttribute : ValidationAttribute
{
    /// <summary>What it takes, to be said where something else is given.</summary>
    public const string Form = "an absolute address of http or https without query and fragment, as in https://qabot.example";

    /// <inheritdoc/>
    public override bool IsValid(object? value) => value is "" || (value is string address && Uri.TryCreate(address, UriKind.Absolute, out var url)
        && url is { Scheme: "http" or "https", Query: "", Fragment: "", UserInfo: "" });
}
