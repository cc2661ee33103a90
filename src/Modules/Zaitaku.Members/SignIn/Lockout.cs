namespace Zaitaku.Members.SignIn;

/// <summary>What wrong tries are counted on: an account, or a browser it knows.</summary>
public interface ITried
{
    /// <summary>Wrong passwords and codes since the last sign-in.</summary>
    int FailedCount { get; set; }

    DateTime? LockedUntilUtc { get; set; }
}

/// <summary>
/// How long what was tried rests after wrong tries: a minute after the fifth, twice as long after each further one, a quarter of an hour at most.
/// Tries while it rests are not looked at and do not make it longer, so nobody is kept out for good.
/// </summary>
public static class Lockout
{
    private const int FreeTries = 5;
    private const int LongestMinutes = 15;

    public static bool Rests(ITried tried, DateTime now) => tried.LockedUntilUtc > now;

    public static void CountWrong(ITried tried, DateTime now)
    {
        tried.FailedCount = Math.Min(tried.FailedCount + 1, FreeTries + LongestMinutes);
        var minutes = tried.FailedCount < FreeTries ? 0 : Math.Min(1 << (tried.FailedCount - FreeTries), LongestMinutes);
        if (minutes > 0) tried.LockedUntilUtc = now.AddMinutes(minutes);
    }
}
