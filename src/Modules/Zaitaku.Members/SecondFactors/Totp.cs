using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Zaitaku.Members.SecondFactors;

/// <summary>
/// The six digits of an authenticator app (RFC 6238, HMAC-SHA-1 as every app has it, 30 seconds). The framework's own takes a code for minutes and as
/// often as it is shown; this one tells which 30 seconds a code is of, so that it is taken once.
/// </summary>
public static class Totp
{
    private const int KeyBytes = 20;
    private const int Seconds = 30;
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <returns>A new key, in the letters that apps take.</returns>
    public static string NewKey()
    {
        var bytes = RandomNumberGenerator.GetBytes(KeyBytes);
        var text = new StringBuilder();
        for (var bit = 0; bit < bytes.Length * 8; bit += 5)
        {
            var pair = (bytes[bit / 8] << 8) | (bit / 8 + 1 < bytes.Length ? bytes[bit / 8 + 1] : 0);
            text.Append(Base32[(pair >> (11 - bit % 8)) & 31]);
        }

        return text.ToString();
    }

    public static long StepAt(DateTimeOffset time) => time.ToUnixTimeSeconds() / Seconds;

#pragma warning disable CA5350 // SHA-1 inside an HMAC is sound, and the only one that all apps know.
    public static string Code(string key, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        var hash = HMACSHA1.HashData(Bytes(key), counter);
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & 0x7FFF_FFFF;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }
#pragma warning restore CA5350

    /// <summary>Which 30 seconds the code is of: these, the ones before or after them for clocks that differ, but none up to the one used last.</summary>
    public static long? Match(string key, string code, DateTimeOffset now, long usedLast)
    {
        var digits = Encoding.ASCII.GetBytes(code);
        for (var step = Math.Max(StepAt(now) - 1, usedLast + 1); step <= StepAt(now) + 1; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Code(key, step)), digits)) return step;
        }

        return null;
    }

    /// <summary>What the app reads from the picture. The site's name stands in it once: Japanese makes the picture hard to read.</summary>
    public static string Address(string key, string email, string site) =>
        $"otpauth://totp/{Uri.EscapeDataString(email)}?secret={key}&issuer={Uri.EscapeDataString(site)}";

    private static byte[] Bytes(string key)
    {
        var bytes = new byte[key.Length * 5 / 8];
        for (var (at, bits, buffer) = (0, 0, 0); at < key.Length; at++)
        {
            buffer = (buffer << 5) | Base32.IndexOf(key[at], StringComparison.Ordinal);
            bits += 5;
            if (bits < 8) continue;
            bits -= 8;
            bytes[((at + 1) * 5 - bits) / 8 - 1] = (byte)(buffer >> bits);
            buffer &= (1 << bits) - 1;
        }

        return bytes;
    }
}
