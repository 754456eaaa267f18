using Xunit;

namespace QaBot.Testing;

/// <summary>A theory over the shared texts; skipped, by name, where they are not beside the repository.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedTheoryAttribute : TheoryAttribute
{
    /// <summary>Marks a theory as one over the shared texts.</summary>
    /// <param name="folder">Their folder.</param>
    public SharedTheoryAttribute(string folder = "benchmarks")
    {
        if (!Directory.Exists(Path.Combine(Repository.Shared, folder)))
        {
            Skip = $"../shared/{folder} is not beside the repository";
        }
    }
}
