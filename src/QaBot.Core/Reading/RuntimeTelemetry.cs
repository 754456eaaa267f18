using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;

namespace QaBot.Reading;

/// <summary>What ONNX Runtime reports to its makers unless it is told not to: since 1.29 on every system, over the network, with an identifier that it keeps in the home directory.</summary>
internal static class RuntimeTelemetry
{
    /// <summary>The variable by which ONNX Runtime collects, stores and sends nothing (microsoft/onnxruntime, pull request 27379).</summary>
    private const string Variable = "ORT_DISABLE_TELEMETRY";

    /// <summary>Turns it off for the process; to be called before the first session.</summary>
    /// <remarks>On Unix <see cref="Environment"/> has a copy of the environment: what is set there, native code does not see. On Windows the events go to the system, and stop at a call.</remarks>
    public static void TurnOff()
    {
        if (OperatingSystem.IsWindows())
        {
            OrtEnv.Instance().DisableTelemetryEvents();
        }
        else
        {
            _ = SetVariable(Variable, "1", overwrite: 1);
        }
    }

    [DllImport("libc", EntryPoint = "setenv", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetVariable(string name, string value, int overwrite);
}
