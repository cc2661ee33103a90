using Zaitaku.Members.Users;

namespace Zaitaku.Members.SignIn;

/// <summary>
/// How long an account rests after wrong tries: a minute after the fifth, twice as long after each further one, a quarter of an hour at most.
/// Tries while it rests are not looked at and do not make it longer, so nobody is kept out for good.
/// </summary>
public static class Lockout
{
    private const int FreeTries = 5;
    private const int LongestMinutes = 15;

    public static bool Rests(User user, DateTime now) => user.LockedUntilUtc > now;

    public static void CountWrong(User user, DateTime now)
    {
        user.FailedCount = Math.Min(user.FailedCount + 1, FreeTries + LongestMinutes);
        var minutes = user.FailedCount < FreeTries ? 0 : Math.Min(1 << (user.FailedCount - FreeTries), LongestMinutes);
        if (minutes > 0) user.LockedUntilUtc = now.AddMinutes(minutes);
    }
}
