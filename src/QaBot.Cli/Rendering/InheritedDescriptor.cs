using System.Runtime.InteropServices;

namespace QaBot.Cli.Rendering;

/// <summary>
/// Whether a standard stream is one that the program was started with. Where it was closed (<c>&lt;&amp;-</c>), the runtime has put a pipe or a file of
/// its own in its place before any code of ours runs: to read it would take for ever, to write to it would disturb the runtime. Only what is
/// inherited is not marked to be closed on exec.
/// </summary>
internal static class InheritedDescriptor
{
    private const int GetFlags = 1;
    private const int CloseOnExec = 1;

    /// <summary>Whether descriptor 0, 1 or 2 was open when the program was started; true on Windows, which has no descriptors.</summary>
    public static bool IsOpen(int descriptor) =>
        OperatingSystem.IsWindows() || (Control(descriptor, GetFlags) is >= 0 and var flags && (flags & CloseOnExec) == 0);

    [DllImport("libc", EntryPoint = "fcntl")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Control(int descriptor, int command);
}
