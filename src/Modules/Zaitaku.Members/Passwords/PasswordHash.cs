using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Zaitaku.Members.Users;

namespace Zaitaku.Members.Passwords;

/// <summary>Passwords as they are kept: PBKDF2 with SHA-512, as many rounds as OWASP asks for (210,000 and more).</summary>
public sealed class PasswordHash
{
    private const int Rounds = 220_000;

    /// <summary>Longer ones are refused before they are hashed: a megabyte must not cost more than a password.</summary>
    public const int MaxLength = 256;

    private readonly PasswordHasher<User> hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Rounds }));
    private readonly string nobodys;

    public PasswordHash() => nobodys = hasher.HashPassword(new User(), Sessions.SecretKey.New());

    public void Set(User user, string password) => user.PasswordHash = hasher.HashPassword(user, password);

    /// <summary>Takes as long for nobody as for somebody.</summary>
    public bool Fits(User? user, string password)
    {
        if (password.Length > MaxLength) password = "";
        var fits = hasher.VerifyHashedPassword(user ?? new User(), user?.PasswordHash ?? nobodys, password) != PasswordVerificationResult.Failed;
        return fits && user?.PasswordHash is not null;
    }
}
