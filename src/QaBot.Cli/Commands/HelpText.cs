using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace QaBot.Cli.Commands;

/// <summary>The help of System.CommandLine, and examples.</summary>
internal sealed class HelpText(HelpAction help) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        help.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        if (parseResult.CommandResult.Command is Verb verb)
        {
            output.WriteLine("Examples:");
            foreach (var example in verb.Examples)
            {
                output.WriteLine("  " + example);
            }
        }
        else
        {
            output.WriteLine("Exit codes:");
            output.WriteLine("  0  answered or done");
            output.WriteLine("  1  failure");
            output.WriteLine("  2  wrong command line, configuration, corpus or question");
            output.WriteLine("  3  the source does not say");
            output.WriteLine("  130, 143 interrupted (serve, discord, mcp: 0); 141 nobody reads the output");
            output.WriteLine();
            output.WriteLine("Examples:");
            output.WriteLine("  qabot ask \"When was she born?\"");
            output.WriteLine("  qabot ask --help");
        }

        return ExitCodes.Done;
    }
}
