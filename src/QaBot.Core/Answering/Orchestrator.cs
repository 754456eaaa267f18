namespace QaBot.Answering;

/// <summary>What asks the model that words answers.</summary>
public enum Orchestrator
{
    /// <summary>This library.</summary>
    BuiltIn,

    /// <summary>Semantic Kernel, in the full build: its template engine, and functions by which the model looks further.</summary>
    SemanticKernel,
}
