using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Zaitaku.Members.Web;

/// <summary>Encrypts secrets that must be read again, for one user and one use: a copied database does not hold anyone's second factor.</summary>
public sealed class SecretBox(IDataProtectionProvider provider)
{
    private static readonly TimeSpan ShortLife = TimeSpan.FromMinutes(30);

    public string Keep(string secret, string userId) => For("kept", userId).Protect(secret);

    public string? Open(string? kept, string userId) => Opened(() => kept is null ? null : For("kept", userId).Unprotect(kept));

    /// <summary>For a form that comes back within half an hour.</summary>
    public string Lend(string secret, string userId) => For("lent", userId).ToTimeLimitedDataProtector().Protect(secret, ShortLife);

    public string? TakeBack(string? lent, string userId) => Opened(() => lent is null ? null : For("lent", userId).ToTimeLimitedDataProtector().Unprotect(lent));

    private IDataProtector For(string use, string userId) => provider.CreateProtector("Zaitaku.Members", use, userId);

    private static string? Opened(Func<string?> open)
    {
        try
        {
            return open();
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
