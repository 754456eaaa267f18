namespace QaBot.Text;

/// <summary>The names of months as dates in English have them.</summary>
internal static class MonthName
{
    /// <summary>A pattern of the names and their abbreviations, in lower case, without a full stop behind.</summary>
    public const string Pattern = "jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?";
}
