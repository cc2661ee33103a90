using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Zaitaku.Cms.Access;

namespace Zaitaku.Admin.Preview;

/// <summary>Leave to see one version of one item as readers would see it.</summary>
/// <param name="AsOf">The moment at which the site is shown, or null for now.</param>
public sealed record PreviewPass(string ContentItemId, string ContentItemVersionId, Audience Audience, DateTime? AsOf);

/// <summary>Writes passes that expire, and reads them. They are signed and sealed: one that was guessed or changed is none.</summary>
public sealed class PreviewPasses(IDataProtectionProvider protection)
{
    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("Zaitaku.Preview").ToTimeLimitedDataProtector();

    public string Write(PreviewPass pass, DateTimeOffset expires) => protector.Protect(JsonSerializer.Serialize(pass), expires);

    /// <returns>The pass and when it expires, or null.</returns>
    public (PreviewPass Pass, DateTimeOffset Until)? Read(string token)
    {
        try
        {
            return JsonSerializer.Deserialize<PreviewPass>(protector.Unprotect(token, out var until)) is { } pass ? (pass, until) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
