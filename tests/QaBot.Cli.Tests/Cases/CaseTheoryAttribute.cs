namespace QaBot.Cli.Tests.Cases;

/// <summary>A theory over a folder of cases beside the repository; skipped, by name, where it is not there.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CaseTheoryAttribute : TheoryAttribute
{
    /// <summary>Marks a theory as one over a kind of cases.</summary>
    /// <param name="kind">The name of the folder.</param>
    public CaseTheoryAttribute(string kind)
    {
        if (!Directory.Exists(SharedCases.FolderOf(kind)))
        {
            Skip = $"../shared/cases/{kind} is not beside the repository";
        }
    }
}
