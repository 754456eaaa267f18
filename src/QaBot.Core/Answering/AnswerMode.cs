namespace QaBot.Answering;

/// <summary>Who words answers.</summary>
public enum AnswerMode
{
    /// <summary>The source: answers are its sentences.</summary>
    Extractive,

    /// <summary>A model, from passages of the source; every sentence passes the gate.</summary>
    Chat,
}
