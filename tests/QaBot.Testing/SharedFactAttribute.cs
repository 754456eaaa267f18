using Xunit;

namespace QaBot.Testing;

/// <summary>A test over the benchmarks beside the repository, skipped by name where they are not there.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedFactAttribute : FactAttribute
{
    /// <summary>Marks a test as one over the shared texts.</summary>
    public SharedFactAttribute()
    {
        if (!Directory.Exists(Sources.SharedBiographyFolder))
        {
            Skip = "needs ../shared/benchmarks/biographies beside the repository";
        }
    }
}
