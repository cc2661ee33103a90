using System.Runtime.InteropServices;

namespace Zaitaku.Cms.Hosting;

/// <summary>The C library's memory, in which the runtime's compiler and SQLite work.</summary>
internal static class NativeHeap
{
    // From GNU's malloc.h.
    private const int TrimThreshold = -1;
    private const int MapThreshold = -3;

    /// <summary>The compiler works in pieces of this size.</summary>
    private const int Piece = 64 << 10;

    /// <summary>
    /// Lets memory go back when it is freed, from 64 KB on. Left to itself the library keeps what the compiler worked in for the next time, up to several
    /// megabytes, and a start is the compiler's busiest time.
    /// </summary>
    public static void KeepLittle()
    {
        Try(() => Set(MapThreshold, Piece) + Set(TrimThreshold, Piece));
    }

    /// <summary>Gives back what is free.</summary>
    public static void Trim()
    {
        Try(() => TrimAll(0));
    }

    private static void Try(Func<int> call)
    {
        if (!OperatingSystem.IsLinux()) return;
        try
        {
            _ = call();
        }
        catch (TypeLoadException)
        {
            // Another C library than GNU's has no such function, and needs none.
        }
    }

    [DllImport("libc", EntryPoint = "mallopt")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Set(int option, int value);

    [DllImport("libc", EntryPoint = "malloc_trim")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int TrimAll(nint keep);
}
