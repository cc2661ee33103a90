using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Data;
using Zaitaku.Members.Sessions;
using Zaitaku.Members.SignIn;
using Zaitaku.Members.Users;
using Zaitaku.Members.Web;

namespace Zaitaku.Members.SecondFactors;

/// <summary>Registers, checks and removes what a user shows besides the password.</summary>
public sealed class SecondFactorDesk(SiteDb db, UserDesk users, SessionDesk sessions, SignInDesk signIn, SecretBox box, AccountMail mail, TimeProvider clock)
{
    private const int CodeCount = 8;
    private const string Letters = "0123456789abcdefghjkmnpqrstvwxyz";

    public async Task<bool> HasAnyAsync(User user, CancellationToken cancel = default) =>
        user.TotpKey is not null || await db.Set<Passkey>().AnyAsync(p => p.UserId == user.UserId, cancel);

    /// <summary>Looks at a code of the app or of the paper, and uses it up.</summary>
    /// <returns>The user, or null: a wrong code counts like a wrong password.</returns>
    public Task<User?> CheckAsync(string userId, string? typed, CancellationToken cancel = default) =>
        signIn.CheckCodeAsync(userId, user => FitsAsync(user, Plain(typed), cancel), cancel);

    /// <summary>Registers an app that shows the right code for the key.</summary>
    /// <returns>The codes for paper, or null when the code was wrong.</returns>
    public Task<IReadOnlyList<string>?> RegisterAppAsync(string userId, string sessionId, string key, string? typed, CancellationToken cancel = default) =>
        db.WriteAsync(async () =>
        {
            if (await users.FindAsync(userId, cancel) is not { } user || Totp.Match(key, Plain(typed), clock.GetUtcNow(), 0) is not { } step) return null;
            (user.TotpKey, user.TotpStep) = (box.Keep(key, userId), step);
            await ChangedAsync(user, sessionId, strong: true, "AuthenticatorRegistered", cancel);
            return await NewCodesAsync(userId, cancel);
        }, cancel);

    /// <summary>Takes the app away. The codes on paper stay good for as long as there is a passkey.</summary>
    public Task<bool> RemoveAppAsync(string userId, string sessionId, CancellationToken cancel = default) => db.WriteAsync(async () =>
    {
        if (await users.FindAsync(userId, cancel) is not { TotpKey: not null } user) return false;
        user.TotpKey = null;
        if (!await HasAnyAsync(user, cancel)) await db.Set<RecoveryCode>().Where(c => c.UserId == userId).ExecuteDeleteAsync(cancel);
        await ChangedAsync(user, sessionId, strong: null, "AuthenticatorRemoved", cancel);
        return true;
    }, cancel);

    /// <summary>Makes new codes for paper; the former ones are void.</summary>
    public Task<IReadOnlyList<string>?> RenewCodesAsync(string userId, CancellationToken cancel = default) => db.WriteAsync(async () =>
    {
        if (await users.FindAsync(userId, cancel) is not { } user || !await HasAnyAsync(user, cancel)) return null;
        await signIn.NoteAsync(user, "RecoveryCodesMade", cancel);
        await mail.TellAsync(user, MembersText.FactorNotice("RecoveryCodesMade"), cancel);
        return await NewCodesAsync(userId, cancel);
    }, cancel);

    public Task<int> CodesLeftAsync(string userId, CancellationToken cancel = default) => db.Set<RecoveryCode>().CountAsync(c => c.UserId == userId, cancel);

    /// <summary>Inside a write: the user has other factors now. Every session but this one is over.</summary>
    /// <param name="strong">What this session counts as from now on; null leaves it.</param>
    internal async Task ChangedAsync(User user, string? sessionId, bool? strong, string act, CancellationToken cancel)
    {
        await sessions.RenewStampAsync(user, sessionId, cancel);
        if (strong is { } value)
        {
            await db.Set<UserSession>().Where(s => s.SessionId == sessionId && s.UserId == user.UserId).ExecuteUpdateAsync(set => set.SetProperty(s => s.Strong, value), cancel);
        }

        await signIn.NoteAsync(user, act, cancel);
        await mail.TellAsync(user, MembersText.FactorNotice(act), cancel);
    }

    private async Task<bool> FitsAsync(User user, string code, CancellationToken cancel)
    {
        if (code.Length == 6 && box.Open(user.TotpKey, user.UserId) is { } key && Totp.Match(key, code, clock.GetUtcNow(), user.TotpStep) is { } step)
        {
            user.TotpStep = step;
            return true;
        }

        var hash = SecretKey.Hash(code);
        return await db.Set<RecoveryCode>().Where(c => c.UserId == user.UserId && c.CodeHash == hash).ExecuteDeleteAsync(cancel) == 1;
    }

    private async Task<IReadOnlyList<string>?> NewCodesAsync(string userId, CancellationToken cancel)
    {
        await db.Set<RecoveryCode>().Where(c => c.UserId == userId).ExecuteDeleteAsync(cancel);
        // 120 random bits each: a plain hash keeps them (ASVS 6.5.2).
        List<string> codes = [.. Enumerable.Range(0, CodeCount).Select(_ => RandomNumberGenerator.GetString(Letters, 24))];
        db.AddRange(codes.Select(code => new RecoveryCode { UserId = userId, CodeHash = SecretKey.Hash(code) }));
        return [.. codes.Select(code => string.Join('-', code.Chunk(4).Select(part => new string(part))))];
    }

    /// <summary>As people copy it: with blanks and hyphens, in full-width digits or capitals.</summary>
    private static string Plain(string? typed) => typed is not { Length: <= 100 } || typed.EnumerateRunes().Contains(System.Text.Rune.ReplacementChar) ? "" :
        new([.. typed.Normalize(System.Text.NormalizationForm.FormKC).ToLowerInvariant().Where(char.IsAsciiLetterOrDigit)]);
}
