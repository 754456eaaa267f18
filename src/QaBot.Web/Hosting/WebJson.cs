using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace QaBot.Web.Hosting;

/// <summary>How JSON is written and read.</summary>
internal static class WebJson
{
    /// <summary>What is written, and read where what is not known does no harm.</summary>
    public static JsonSerializerOptions Lenient { get; } = Configure(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    /// <summary>What is read: no field that is not known, none twice, none missing, none null that may not be.</summary>
    public static JsonSerializerOptions Strict { get; } = Configure(new JsonSerializerOptions(JsonSerializerDefaults.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    });

    /// <summary>Letters of every script are written as they are, and names of enumerations in lower case; a number is none in quotation marks.</summary>
    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.NumberHandling = JsonNumberHandling.Strict;
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        return options;
    }
}
