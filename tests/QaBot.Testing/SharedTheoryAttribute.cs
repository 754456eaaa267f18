using Xunit;

namespace QaBot.Testing;

/// <summary>A theory over the shared texts; skipped, by name, where they are not beside the repository.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedTheoryAttribute : TheoryAttribute
{
    /// <summary>Marks a theory as one over the shared texts.</summary>
    public SharedTheoryAttribute()
    {
        if (!Directory.Exists(Path.Combine(Repository.Shared, "benchmarks")))
        {
            Skip = "../shared/benchmarks is not beside the repository";
        }
    }
}
