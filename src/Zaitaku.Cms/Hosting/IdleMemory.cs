using System.Runtime;

namespace Zaitaku.Cms.Hosting;

/// <summary>
/// Gives memory back to the machine once the site is quiet. The runtime collects when it needs room, and a site that nobody reads for hours needs
/// none: what its start or a busy morning left behind would stay.
/// </summary>
internal sealed class IdleMemory
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>Bytes made in one pause by the site's own watching, and by a reader now and then.</summary>
    private const long Quiet = 2 << 20;

    /// <summary>Bytes made since memory was last given back, and methods compiled, that make it worth while again.</summary>
    private const long WorthBytes = 16 << 20;
    private const long WorthMethods = 50;

    /// <summary>The compiler keeps the memory it worked in until finalizers have run several times, seconds apart.</summary>
    private const int Rounds = 3;

    private long madeLast;
    private long madeThen;
    private long compiledThen;
    private int rounds;

    /// <summary>Looks after the memory until the site stops.</summary>
    public static async Task WatchAsync(CancellationToken stopping)
    {
        var memory = new IdleMemory();
        while (true)
        {
            await Task.Delay(Pause, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stopping.IsCancellationRequested) return;
            if (memory.IsDue(GC.GetTotalAllocatedBytes(), JitInfo.GetCompiledMethodCount())) GiveBack();
        }
    }

    /// <summary>Whether now, one pause after the last question, is a moment to give memory back.</summary>
    /// <param name="made">Bytes made since the program began.</param>
    /// <param name="compiled">Methods compiled since then.</param>
    internal bool IsDue(long made, long compiled)
    {
        var isQuiet = made - madeLast < Quiet;
        madeLast = made;
        if (made - madeThen > WorthBytes || compiled - compiledThen > WorthMethods) rounds = Rounds;
        if (!isQuiet || rounds == 0) return false;
        (rounds, madeThen, compiledThen) = (rounds - 1, made, compiled);
        return true;
    }

    private static void GiveBack()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
        GC.WaitForPendingFinalizers();
        NativeHeap.Trim();
    }
}
