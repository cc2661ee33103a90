using Zaitaku.Cms.Data;
using Zaitaku.Cms.Settings;
using Zaitaku.Members.Users;

namespace Zaitaku.Members.Passwords;

/// <summary>
/// What a password must be (ASVS 6.2): long enough, and not one that is tried first. Which letters it is made of is nobody's business, and it is
/// used exactly as typed.
/// </summary>
public sealed class PasswordRules(SiteDocuments documents)
{
    public const int MinLength = 8;

    /// <summary>Below this a word that can be guessed must not be most of it.</summary>
    private const int LongEnough = 15;

    /// <returns>What to do about it; null when it may be used.</returns>
    public async ValueTask<string?> ProblemAsync(string? password, User user, CancellationToken cancel = default)
    {
        if (string.IsNullOrEmpty(password)) return MembersText.NewPasswordMissing;
        if (password.EnumerateRunes().Count() < MinLength) return MembersText.PasswordShort;
        if (password.Length > PasswordHash.MaxLength) return MembersText.PasswordLong;
        if (CommonPasswords.Contains(password)) return MembersText.PasswordCommon;
        var settings = await documents.GetAsync<SiteSettings>(cancel);
        return IsGuessable(password, [.. MembersText.GuessableWords, settings.SiteName ?? "", user.UserName, .. user.EmailKey.Split('@', '.', '-', '_', '+')])
            ? MembersText.PasswordGuessable
            : null;
    }

    /// <summary>Whether too little is left of it without the words that anyone who knows the site and the user would try.</summary>
    private static bool IsGuessable(string password, IEnumerable<string> words)
    {
        var rest = password.ToLowerInvariant();
        foreach (var word in words.Where(word => word.Length >= 3 || word.Any(letter => letter > 'z')).OrderByDescending(word => word.Length))
        {
            rest = rest.Replace(word.ToLowerInvariant(), "", StringComparison.Ordinal);
        }

        return rest.Length < password.Length && password.Length < LongEnough && CommonPasswords.Core(rest).Length < MinLength / 2;
    }
}
