using System.Buffers.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Data;
using Zaitaku.Members.SecondFactors;
using Zaitaku.Members.Users;

namespace Zaitaku.Members.Web;

/// <summary>What the framework's passkeys need to find in our tables, and no more of its user store than they ask for.</summary>
public sealed class PasskeyStore(SiteDb db, TimeProvider clock) : IUserPasskeyStore<User>
{
    public async Task AddOrUpdatePasskeyAsync(User user, UserPasskeyInfo passkey, CancellationToken cancellationToken)
    {
        var id = IdOf(passkey.CredentialId);
        var now = clock.GetUtcNow().UtcDateTime;
        var row = await db.Set<Passkey>().FirstOrDefaultAsync(p => p.CredentialId == id, cancellationToken);
        if (row is null) db.Add(row = new Passkey { CredentialId = id, UserId = user.UserId, Name = passkey.Name ?? "", CreatedUtc = now });
        else row.UsedUtc = now;
        row.Data = JsonSerializer.Serialize(Kept.Of(passkey));
        await db.SaveChangesAsync(cancellationToken);
    }

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(User user, CancellationToken cancellationToken) =>
        (await db.Set<Passkey>().AsNoTracking().Where(p => p.UserId == user.UserId).ToListAsync(cancellationToken)).ConvertAll(Read);

    public async Task<User?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken)
    {
        var id = IdOf(credentialId);
        return await db.Set<User>().AsNoTracking().FirstOrDefaultAsync(u => db.Set<Passkey>().Any(p => p.CredentialId == id && p.UserId == u.UserId), cancellationToken);
    }

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(User user, byte[] credentialId, CancellationToken cancellationToken)
    {
        var id = IdOf(credentialId);
        return await db.Set<Passkey>().AsNoTracking().FirstOrDefaultAsync(p => p.CredentialId == id && p.UserId == user.UserId, cancellationToken) is { } row ? Read(row) : null;
    }

    public Task RemovePasskeyAsync(User user, byte[] credentialId, CancellationToken cancellationToken)
    {
        var id = IdOf(credentialId);
        return db.Set<Passkey>().Where(p => p.CredentialId == id && p.UserId == user.UserId).ExecuteDeleteAsync(cancellationToken);
    }

    public Task<string> GetUserIdAsync(User user, CancellationToken cancellationToken) => Task.FromResult(user.UserId);

    public Task<string?> GetUserNameAsync(User user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Email);

    public Task<string?> GetNormalizedUserNameAsync(User user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.EmailKey);

    public Task<User?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        db.Set<User>().AsNoTracking().FirstOrDefaultAsync(u => u.UserId == userId, cancellationToken);

    public Task<User?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        db.Set<User>().AsNoTracking().FirstOrDefaultAsync(u => u.EmailKey == normalizedUserName, cancellationToken);

    // Users are made and changed at our own desks alone.
    public Task SetUserNameAsync(User user, string? userName, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task SetNormalizedUserNameAsync(User user, string? normalizedName, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IdentityResult> CreateAsync(User user, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IdentityResult> UpdateAsync(User user, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IdentityResult> DeleteAsync(User user, CancellationToken cancellationToken) => throw new NotSupportedException();

    public void Dispose()
    {
    }

    private static string IdOf(byte[] credentialId) => Base64Url.EncodeToString(credentialId);

    private static UserPasskeyInfo Read(Passkey row) => JsonSerializer.Deserialize<Kept>(row.Data)!.Read(Base64Url.DecodeFromChars(row.CredentialId), row);

    /// <summary>A passkey as the column holds it.</summary>
    private sealed record Kept(
        byte[] PublicKey, uint SignCount, string[]? Transports, bool IsUserVerified, bool IsBackupEligible, bool IsBackedUp, byte[] AttestationObject, byte[] ClientDataJson)
    {
        public static Kept Of(UserPasskeyInfo passkey) => new(passkey.PublicKey, passkey.SignCount, passkey.Transports, passkey.IsUserVerified,
            passkey.IsBackupEligible, passkey.IsBackedUp, passkey.AttestationObject, passkey.ClientDataJson);

        public UserPasskeyInfo Read(byte[] id, Passkey row) => new(id, PublicKey, new DateTimeOffset(row.CreatedUtc, TimeSpan.Zero), SignCount, Transports,
            IsUserVerified, IsBackupEligible, IsBackedUp, AttestationObject, ClientDataJson)
        { Name = row.Name };
    }
}
