using System.Security.Cryptography;
using System.Text;

namespace Zaitaku.Members.Sessions;

/// <summary>Keys that open something: 256 random bits for the holder, their hash for the table.</summary>
public static class SecretKey
{
    private const int Bytes = 32;

    public static string New() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>Keys are as random as their hash is long: no salt is needed.</summary>
    public static string Hash(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    public static bool IsKey(string? text) => text is { Length: Bytes * 2 } && text.All(char.IsAsciiHexDigitLower);
}
