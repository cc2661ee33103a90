using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Data;
using Zaitaku.Members.SecondFactors;
using Zaitaku.Members.SignIn;
using Zaitaku.Members.Tickets;
using Zaitaku.Members.Users;

namespace Zaitaku.Members.Web;

/// <summary>What the browser is asked, and the ticket that its answer has to bring back: each question is answered once.</summary>
public sealed record PasskeyQuestion(string Ticket, string Options);

/// <summary>Registers passkeys and signs in with them.</summary>
public sealed class PasskeyDesk(
    SiteDb db, IPasskeyHandler<User> handler, PasskeyStore store, UserDesk users, TicketDesk tickets, SecondFactorDesk factors, SignInDesk signIn)
{
    private const int MaxAnswer = 64 * 1024;
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    public async Task<PasskeyQuestion> AskToRegisterAsync(HttpContext context, User user, CancellationToken cancel)
    {
        var entity = new PasskeyUserEntity { Id = user.UserId, Name = user.Email, DisplayName = user.UserName };
        var asked = await handler.MakeCreationOptionsAsync(entity, context);
        return new(await tickets.IssueAsync(TicketPurpose.PasskeyCreation, user.UserId, Life, asked.AttestationState, cancel: cancel), asked.CreationOptionsJson);
    }

    /// <summary>Asks whoever comes: which passkeys there are is not told before one was shown.</summary>
    public async Task<PasskeyQuestion> AskToSignInAsync(HttpContext context, CancellationToken cancel)
    {
        var asked = await handler.MakeRequestOptionsAsync(null, context);
        return new(await tickets.IssueAsync(TicketPurpose.PasskeyRequest, null, Life, asked.AssertionState, cancel: cancel), asked.RequestOptionsJson);
    }

    /// <returns>Codes for paper when these are the user's first; empty when they have some; null when the answer was not one.</returns>
    public async Task<IReadOnlyList<string>?> RegisterAsync(
        HttpContext context, string userId, string sessionId, string? ticket, string? answer, string? name, CancellationToken cancel)
    {
        if (answer is not { Length: > 0 and <= MaxAnswer } || await tickets.TakeAsync(ticket, TicketPurpose.PasskeyCreation, cancel) is not { } taken || taken.UserId != userId) return null;
        var shown = await handler.PerformAttestationAsync(new() { HttpContext = context, CredentialJson = answer, AttestationState = taken.Data });
        if (!shown.Succeeded || shown.UserEntity.Id != userId) return null;
        shown.Passkey.Name = Typed.Line(name, 60) is { Length: > 0 } called ? called : MembersText.PasskeyName;
        return await db.WriteAsync<IReadOnlyList<string>?>(async () =>
        {
            if (await users.FindAsync(userId, cancel) is not { } user) return null;
            await store.AddOrUpdatePasskeyAsync(user, shown.Passkey, cancel);
            await factors.ChangedAsync(user, sessionId, strong: true, "PasskeyRegistered", cancel);
            return await factors.CodesLeftAsync(userId, cancel) > 0 ? [] : await factors.RenewCodesAsync(userId, cancel);
        }, cancel);
    }

    /// <returns>The user whose passkey it is, and who may sign in; null for every other reason.</returns>
    public async Task<User?> CheckAsync(HttpContext context, string? ticket, string? answer, CancellationToken cancel)
    {
        if (answer is not { Length: > 0 and <= MaxAnswer } || await tickets.TakeAsync(ticket, TicketPurpose.PasskeyRequest, cancel) is not { } taken) return null;
        var shown = await handler.PerformAssertionAsync(new() { HttpContext = context, CredentialJson = answer, AssertionState = taken.Data });
        if (!shown.Succeeded || !shown.User.Enabled)
        {
            await signIn.NoteAsync(null, "SignInRefused", cancel);
            return null;
        }

        await db.WriteAsync(async () =>
        {
            await store.AddOrUpdatePasskeyAsync(shown.User, shown.Passkey, cancel);
            return true;
        }, cancel);
        return shown.User;
    }

    public Task<List<Passkey>> OfAsync(string userId, CancellationToken cancel) =>
        db.Set<Passkey>().AsNoTracking().Where(p => p.UserId == userId).OrderBy(p => p.CreatedUtc).ToListAsync(cancel);

    public Task<bool> RemoveAsync(string userId, string sessionId, string? credentialId, CancellationToken cancel) => db.WriteAsync(async () =>
    {
        if (await users.FindAsync(userId, cancel) is not { } user) return false;
        if (await db.Set<Passkey>().Where(p => p.UserId == userId && p.CredentialId == credentialId).ExecuteDeleteAsync(cancel) == 0) return false;
        if (!await factors.HasAnyAsync(user, cancel)) await db.Set<RecoveryCode>().Where(c => c.UserId == userId).ExecuteDeleteAsync(cancel);
        await factors.ChangedAsync(user, sessionId, strong: null, "PasskeyRemoved", cancel);
        return true;
    }, cancel);
}
