namespace QaBot.Answering;

/// <summary>What kind of answer a question asks for.</summary>
public enum QuestionKind
{
    /// <summary>Anything: "what did she think of it".</summary>
    Phrase,

    /// <summary>"who", "whose", "which director".</summary>
    Person,

    /// <summary>"when", "on what date".</summary>
    Date,

    /// <summary>"in which year".</summary>
    Year,

    /// <summary>"where", "in which city".</summary>
    Place,

    /// <summary>"which film", "what book".</summary>
    Work,

    /// <summary>"how many", "what percentage".</summary>
    Number,

    /// <summary>"how much", "what price".</summary>
    Money,

    /// <summary>"how long".</summary>
    Duration,

    /// <summary>"how old", "at what age".</summary>
    Age,

    /// <summary>"why", "for what reason".</summary>
    Reason,

    /// <summary>"is", "did", "has".</summary>
    YesNo,

    /// <summary>"which films", "list", "name the".</summary>
    List,

    /// <summary>"who is X", "what is X", "tell me about X", a bare name.</summary>
    Description,
}
