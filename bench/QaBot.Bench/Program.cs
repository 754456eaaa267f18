using BenchmarkDotNet.Running;
using QaBot.Bench;

if (args is ["--report", ..])
{
    await Report.RunAsync(args.ElementAtOrDefault(1));
}
else if (args is ["--chat"])
{
    await ChatOverhead.RunAsync();
}
else if (args is ["--discord"])
{
    await DiscordLatency.RunAsync();
}
else if (args is ["--web"])
{
    await WebLoad.RunAsync();
}
else if (args is ["--reader"])
{
    await ReaderShare.RunAsync();
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
}
