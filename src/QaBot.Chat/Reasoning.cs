using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Text;
using Microsoft.Extensions.AI;
using QaBot.Chat.Gate;

namespace QaBot.Chat;

/// <summary>
/// Sets apart what a model thinks aloud, which becomes <see cref="TextReasoningContent"/> and is no part of the answer: between tags, in channels other than
/// the final one, in front of a closing tag without its opening one and around <c>&lt;answer&gt;</c>. Control tokens are left out.
/// </summary>
internal sealed class Reasoning(ThinkingHabit habit, int mostTokens)
{
    /// <summary>UTF-16 units of a channel's or a role's name; what is longer is text.</summary>
    private const int LongestHeader = 80;

    /// <summary>What harmony's analysis channel begins with where its tokens were left out, and where it ends.</summary>
    private const string BareAnalysis = "analysis";

    private readonly StringBuilder _held = new();
    private readonly StringBuilder _header = new();
    private List<AIContent> _contents = [];
    private string _rest = "";
    private Place _place;
    private int _heldTokens;
    private bool _hasBegun;
    private bool _isHolding = !habit.AnswersAtOnce;
    private bool _isUnopened;
    private bool _isInAnswer;

    private enum Place
    {
        Answer,
        Thought,

        /// <summary>A thought in a channel, which any token of a turn ends.</summary>
        ChannelThought,

        /// <summary>The name of a channel or a role, up to a token.</summary>
        Header,

        /// <summary>The name of a channel or a role, up to the end of the line.</summary>
        HeaderLine,
    }

    /// <summary>The same updates with reasoning apart.</summary>
    /// <param name="updates">What a model sends.</param>
    /// <param name="habit">How its answers begin; what this one shows is added.</param>
    /// <param name="mostTokens">Estimated tokens that are held back at most.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async IAsyncEnumerable<ChatResponseUpdate> Apart(
        IAsyncEnumerable<ChatResponseUpdate> updates, ThinkingHabit habit, int mostTokens, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var reasoning = new Reasoning(habit, mostTokens);
        await using var source = updates.GetAsyncEnumerator(cancellationToken);
        ExceptionDispatchInfo? fault = null;
        ChatFinishReason? finish = null;
        while (true)
        {
            try
            {
                if (!await source.MoveNextAsync().ConfigureAwait(false))
                {
                    break;
                }
            }
            catch (Exception e)
            {
                // What was held back comes first.
                fault = ExceptionDispatchInfo.Capture(e);
                break;
            }

            var update = source.Current;
            finish = update.FinishReason ?? finish;
            update.Contents = [.. update.Contents.SelectMany(reasoning.Add)];
            yield return update;
        }

        if (reasoning.End(fault is null && finish == ChatFinishReason.Stop) is { Count: > 0 } rest)
        {
            yield return new ChatResponseUpdate(ChatRole.Assistant, rest);
        }

        fault?.Throw();
    }

    private List<AIContent> Add(AIContent content)
    {
        if (content is not TextContent piece)
        {
            // A server that gives thoughts in a field of their own leaves none in the text.
            _isHolding &= content is not TextReasoningContent || _held.Length > 0;
            return [content];
        }

        _rest += piece.Text;
        if (!_hasBegun && !Begin())
        {
            return [];
        }

        while (ModelToken.Next(_rest) is { } token)
        {
            Write(_rest[..token.Index]);
            _rest = _rest[(token.Index + token.Length)..];
            Take(token);
        }

        var kept = ModelToken.MayBegin(_rest);
        Write(_rest[..^kept]);
        _rest = _rest[^kept..];
        return Written();
    }

    /// <summary>Whether it is decided how the text begins.</summary>
    private bool Begin()
    {
        var start = _rest.TrimStart();
        if (start.Length == 0 || (start.Length <= BareAnalysis.Length && BareAnalysis.StartsWith(start, StringComparison.Ordinal)))
        {
            return false;
        }

        _hasBegun = true;
        if (start.StartsWith(BareAnalysis, StringComparison.Ordinal) && char.IsUpper(start[BareAnalysis.Length]))
        {
            (_place, _rest) = (Place.Thought, start[BareAnalysis.Length..]);
        }

        return true;
    }

    private void Take(ModelToken token)
    {
        switch (token.Kind)
        {
            case ModelTokenKind.ThoughtBegins:
                Preamble();
                _place = Place.Thought;
                break;
            case ModelTokenKind.ThoughtEnds when _place is Place.Answer && token.Text.StartsWith("</", StringComparison.Ordinal) && !_isHolding:
                // Too late to take back what was said; the gate drops the sentence up to here.
                _isUnopened = true;
                Write(token.Text);
                break;
            case ModelTokenKind.ThoughtEnds or ModelTokenKind.AnswerBegins:
                _isUnopened |= token.Kind == ModelTokenKind.ThoughtEnds && _place == Place.Answer;
                _isInAnswer = token.Kind == ModelTokenKind.AnswerBegins;
                AnswerBegins();
                break;
            case ModelTokenKind.AnswerEnds when _place == Place.Answer && _isInAnswer:
                _place = Place.Thought;
                break;
            case ModelTokenKind.BareFinal when _place == Place.Thought:
                AnswerBegins();
                break;
            case ModelTokenKind.BareFinal:
                Write(token.Text);
                break;
            case ModelTokenKind.HeaderBegins:
                EndHeader();
                _place = Place.Header;
                break;
            case ModelTokenKind.HeaderLineBegins:
                EndHeader();
                _place = Place.HeaderLine;
                break;
            case ModelTokenKind.HeaderEnds:
                EndHeader();
                break;
            case ModelTokenKind.Control when _place == Place.Header:
                break;
            default:
                EndHeader();
                _place = _place == Place.ChannelThought ? Place.Answer : _place;
                Write(" ");
                break;
        }
    }

    /// <summary>What follows is the answer, and what was held back is none.</summary>
    private void AnswerBegins()
    {
        Release(isAnswer: false);
        _header.Clear();
        (_place, _isHolding) = (Place.Answer, false);
    }

    /// <summary>What stands in front of an opening tag is a remark, unless it cites.</summary>
    private void Preamble()
    {
        EndHeader();
        Release(Cites());
        _isHolding = false;
    }

    /// <summary>Decides what the name of a channel or a role says about the text behind it.</summary>
    private void EndHeader()
    {
        if (_place is not (Place.Header or Place.HeaderLine))
        {
            return;
        }

        var name = _header.ToString().Trim();
        _header.Clear();
        switch (ModelToken.PlaceOf(name))
        {
            case HeaderMeaning.Answer when name.StartsWith("final", StringComparison.OrdinalIgnoreCase):
                _isUnopened |= _isHolding && _held.ToString().AsSpan().Trim().Length > 0;
                AnswerBegins();
                break;
            case HeaderMeaning.Answer:
                _place = Place.Answer;
                break;
            case HeaderMeaning.Thought:
                _place = Place.ChannelThought;
                break;
            default:
                _place = Place.Answer;
                Write(name + "\n");
                break;
        }
    }

    private void Write(string text)
    {
        if (text.Length == 0)
        {
            return;
        }

        switch (_place)
        {
            case Place.Answer when _isHolding:
                _held.Append(text);
                _heldTokens += TokenEstimate.Of(text);
                if (_heldTokens > mostTokens)
                {
                    // The reader stops about here; all of it is a thought unless it cites.
                    var cites = Cites();
                    Release(cites);
                    (_place, _isHolding) = (cites ? Place.Answer : Place.Thought, false);
                }

                break;
            case Place.Answer:
                _contents.Add(new TextContent(text));
                break;
            case Place.Thought or Place.ChannelThought:
                _contents.Add(new TextReasoningContent(text));
                break;
            default:
                WriteHeader(text);
                break;
        }
    }

    private void WriteHeader(string text)
    {
        var end = _place == Place.HeaderLine ? text.IndexOf('\n', StringComparison.Ordinal) : -1;
        _header.Append(end < 0 ? text : text[..end]);
        if (end >= 0 || _header.Length > LongestHeader)
        {
            EndHeader();
            Write(end < 0 ? "" : text[(end + 1)..]);
        }
    }

    /// <summary>What is left at the end of the text.</summary>
    /// <param name="isRegular">Whether the model ended it.</param>
    private List<AIContent> End(bool isRegular)
    {
        Write(_rest);
        EndHeader();
        Release((isRegular && !habit.ThinksUnopened) || Cites());
        if (isRegular && _hasBegun)
        {
            habit.Learn(_isUnopened);
        }

        return Written();
    }

    /// <summary>Whether the first sentence that is held back cites, which answers do and thoughts do not as a rule.</summary>
    private bool Cites()
    {
        var sentences = new SentenceStream();
        return sentences.Add(_held.ToString()).Concat(sentences.Finish(isComplete: true)).FirstOrDefault(sentence => sentence.AsSpan().Trim().Length > 0) is { } first
            && ModelSentence.Read(first).Markers.Count > 0;
    }

    private void Release(bool isAnswer)
    {
        if (_held.Length > 0)
        {
            var text = _held.ToString();
            _contents.Add(isAnswer ? new TextContent(text) : new TextReasoningContent(text));
            _held.Clear();
        }
    }

    private List<AIContent> Written()
    {
        var written = _contents;
        _contents = [];
        return written;
    }
}
