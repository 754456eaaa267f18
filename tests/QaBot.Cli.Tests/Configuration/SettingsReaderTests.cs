using System.Reflection;
using Microsoft.Extensions.Configuration;
using QaBot.Chat.Endpoints;
using QaBot.Cli.Commands;
using QaBot.Cli.Configuration;

namespace QaBot.Cli.Tests.Configuration;

public sealed class SettingsReaderTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void Read_Example_EqualsTheDefaults()
    {
        var example = SettingsReader.Read(Path.Combine(Workspace.Repository, "appsettings.example.json"));

        Assert.Equal(Values(new QaBotSettings()), Values(example));
    }

    [Fact]
    public void Keys_AllAppearInTheExample()
    {
        var example = new ConfigurationBuilder().AddJsonFile(Path.Combine(Workspace.Repository, "appsettings.example.json")).Build();

        Assert.Equal(SettingsReader.Keys().Order(), example.AsEnumerable().Where(pair => !example.GetSection(pair.Key).GetChildren().Any()).Select(pair => pair.Key).Order());
    }

    [Fact]
    public void Read_File_SetsWhatItHas()
    {
        _workspace.Write(".own.json", """{ "chunking": { "TargetLength": 500, }, "Retrieval": { "RepairSpelling": false, "Passages": null } } // fine""");

        var settings = SettingsReader.Read(_workspace.At(".own.json"));

        Assert.Equal(500, settings.Chunking.TargetLength);
        Assert.False(settings.Retrieval.RepairSpelling);
        Assert.Equal(new QaBotSettings().Retrieval.Passages, settings.Retrieval.Passages);
    }

    [Fact]
    public void Read_List_HasItsValues()
    {
        _workspace.Write("list.json", """{ "Chat": { "LeaveOut": ["streamOptions", "SystemRole"] } }""");

        Assert.Equal([ChatRequestPart.StreamOptions, ChatRequestPart.SystemRole], SettingsReader.Read(_workspace.At("list.json")).Chat.LeaveOut);
    }

    [Theory]
    [InlineData("""{ "Chunking": { "TargetLenght": 500 } }""", "Chunking:TargetLenght", "Did you mean Chunking:TargetLength?")]
    [InlineData("""{ "Weather": { "Place": "Oslo" } }""", "Weather:Place", "appsettings.example.json")]
    [InlineData("""{ "Chunking": { "TargetLength": 5 } }""", "Chunking:TargetLength", "from 50 to 10000")]
    [InlineData("""{ "Chunking": { "TargetLength": 99999999999 } }""", "Chunking:TargetLength", "from 50 to 10000")]
    [InlineData("""{ "Answering": { "MinConfidence": "NaN" } }""", "Answering:MinConfidence", "from 0 to 1")]
    [InlineData("""{ "Answering": { "MinConfidence": "0,5" } }""", "Answering:MinConfidence", "from 0 to 1")]
    [InlineData("""{ "Retrieval": { "RepairSpelling": "often" } }""", "Retrieval:RepairSpelling", "true or false")]
    [InlineData("""{ "Retrieval": { "Passages": [1] } }""", "Retrieval:Passages:0", "Did you mean Retrieval:Passages?")]
    [InlineData("""{ "Retrieval": 5 }""", "Retrieval is a section", "Retrieval:Passages")]
    [InlineData("""{ "Index": { "Directory": "" } }""", "Index:Directory is empty", "leave the key out")]
    [InlineData("""{ "Retrieval": { "Passages": 1, "passages": 2 } }""", "duplicate key", "appsettings.example.json")]
    [InlineData("""{ "Answering": { "Mode": "Talk" } }""", "Answering:Mode", "Extractive or Chat")]
    [InlineData("""{ "Answering": { "Mode": "7" } }""", "Answering:Mode", "Extractive or Chat")]
    [InlineData("""{ "Chat": { "Retries": 99 } }""", "Chat:Retries", "from 0 to 10")]
    [InlineData("""{ "Chat": { "LeaveOut": ["Weather"] } }""", "Chat:LeaveOut:0", "StreamOptions or Temperature")]
    [InlineData("[]", "must be an object", "appsettings.example.json")]
    [InlineData("{\n\"Index\": {\n", "line 3", "appsettings.example.json")]
    public void Read_WrongFile_SaysKeyAndRemedy(string json, string message, string remedy)
    {
        _workspace.Write("wrong.json", json);

        var refused = Assert.Throws<CommandException>(() => SettingsReader.Read(_workspace.At("wrong.json")));

        Assert.Equal(ExitCodes.Usage, refused.ExitCode);
        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
        Assert.Contains(remedy, refused.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_FileThenEnvironmentThenOptions()
    {
        _workspace.Write("appsettings.json", """{ "Corpus": { "Path": "nowhere" }, "Index": { "Directory": "of-file" } }""");
        (string, string)[] environment = [("QABOT_Corpus__Path", "elsewhere"), ("QABOT_INDEX__DIRECTORY", "of-environment")];

        (await _workspace.RunAsync("index")).AssertRefused(2, "nowhere");
        (await _workspace.RunAsync(null, ["index"], environment)).AssertRefused(2, "elsewhere");
        Assert.Equal(0, (await _workspace.RunAsync(null, ["index", "--corpus", "seeds"], environment)).ExitCode);
        Assert.True(Directory.Exists(_workspace.At("of-environment")));
    }

    [Theory]
    [InlineData("QABOT_Chunking__TargetLength", "long")]
    [InlineData("QABOT_Chunking__Length", "500")]
    public async Task Start_WrongEnvironment_NamesTheVariable(string name, string value) =>
        (await _workspace.RunAsync(null, ["index"], (name, value))).AssertRefused(2, name);

    private static IEnumerable<(string Key, object? Value)> Values(object section, string prefix = "") =>
        section.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).SelectMany(property => property.GetValue(section) switch
        {
            IReadOnlyDictionary<string, string> map => map.Select(pair => ($"{prefix}{property.Name}:{pair.Key}", (object?)pair.Value)),
            System.Collections.IList list => list.Cast<object?>().Select((value, i) => (FormattableString.Invariant($"{prefix}{property.Name}:{i}"), value)),
            { } nested when nested is not string and not ValueType => Values(nested, prefix + property.Name + ":"),
            var value => [(prefix + property.Name, value)],
        });
}
