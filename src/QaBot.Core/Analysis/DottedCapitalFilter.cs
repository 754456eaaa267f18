using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace QaBot.Analysis;

/// <summary>Makes i of U+0130, as Java's lower case does: .NET's invariant culture, and with it Lucene.Net, has none for it.</summary>
internal sealed class DottedCapitalFilter : TokenFilter
{
    private readonly ICharTermAttribute _term;

    public DottedCapitalFilter(TokenStream input)
        : base(input) => _term = AddAttribute<ICharTermAttribute>();

    /// <inheritdoc/>
    public override bool IncrementToken()
    {
        if (!m_input.IncrementToken())
        {
            return false;
        }

        _term.Buffer.AsSpan(0, _term.Length).Replace('\u0130', 'i');
        return true;
    }
}
