using Xunit;

namespace QaBot.Testing;

/// <summary>A test over what lies beside the repository, skipped by name where they are not there.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedFactAttribute : FactAttribute
{
    /// <summary>Marks a test as one over the shared texts.</summary>
    /// <param name="path">What of <c>../shared</c> it needs.</param>
    public SharedFactAttribute(string path = "benchmarks/biographies")
    {
        if (!Path.Exists(Path.Combine(Repository.Shared, path)))
        {
            Skip = $"needs ../shared/{path} beside the repository";
        }
    }
}
