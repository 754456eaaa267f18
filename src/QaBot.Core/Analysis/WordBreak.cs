namespace QaBot.Analysis;

/// <summary>What a character does to a word boundary: the Word_Break property of UAX #29, with the scripts it does not segment.</summary>
internal enum WordBreak : byte
{
    /// <summary>Belongs to no word: blanks, punctuation, symbols, emoji.</summary>
    Other,

    /// <summary>A letter of an alphabetic script, Hangul included.</summary>
    Letter,

    /// <summary>A Hebrew letter; quotation marks inside Hebrew abbreviations join.</summary>
    HebrewLetter,

    /// <summary>A decimal digit.</summary>
    Numeric,

    /// <summary>Katakana, which makes words of its own.</summary>
    Katakana,

    /// <summary>A connector such as the underscore.</summary>
    ExtendNumLet,

    /// <summary>Joins two letters, such as the colon.</summary>
    MidLetter,

    /// <summary>Joins two digits, such as the comma.</summary>
    MidNum,

    /// <summary>Joins two letters or two digits, such as the full stop.</summary>
    MidNumLet,

    /// <summary>The apostrophe: MidNumLet, and the end of a Hebrew abbreviation.</summary>
    SingleQuote,

    /// <summary>The quotation mark, which joins two Hebrew letters.</summary>
    DoubleQuote,

    /// <summary>A combining mark or format character; takes part in whatever precedes it (rule WB4).</summary>
    Extend,

    /// <summary>A Han ideograph, a word by itself.</summary>
    Ideographic,

    /// <summary>A Hiragana letter, a word by itself.</summary>
    Hiragana,

    /// <summary>A letter of Thai, Lao, Khmer, Myanmar or Tai: a run of them stays together, since only a dictionary could split it.</summary>
    SoutheastAsian,

    /// <summary>A combining mark of those scripts: it may begin a run of them, and extends whatever else precedes it.</summary>
    SoutheastAsianMark,
}
