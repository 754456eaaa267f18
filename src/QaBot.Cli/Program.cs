using QaBot.Cli.Commands;
using QaBot.Cli.Rendering;

var terminal = Terminal.OfProcess();
using var interruption = new Interruption();
var context = new CommandContext(terminal, interruption, new GlobalOptions());
var commandLine = new CommandLine(context)
{
    new IndexCommand(context),
    new AskCommand(context),
    new ChatCommand(context),
    new PassagesCommand(context),
    new SourceCommand(context),
    new VerifyCommand(context),
    new EvalCommand(context),
    new ServeCommand(context),
    new DiscordCommand(context),
    new McpCommand(context),
    new FeedbackCommand(context),
};
return await commandLine.RunAsync(args);
