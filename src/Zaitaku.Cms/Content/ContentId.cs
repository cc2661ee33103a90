namespace Zaitaku.Cms.Content;

/// <summary>Ids as Orchard Core makes them: 128 random bits, 26 characters of a base 32 without look-alikes.</summary>
public static class ContentId
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    public static string New()
    {
        Span<byte> bytes = stackalloc byte[16];
        System.Security.Cryptography.RandomNumberGenerator.Fill(bytes);
        return From(bytes);
    }

    public static bool IsOne(string text) => text.Length == 26 && text.All(Alphabet.Contains);

    /// <summary>The id that stands for these 16 bytes.</summary>
    public static string From(ReadOnlySpan<byte> bytes)
    {
        var bits = new UInt128(BitConverter.ToUInt64(bytes), BitConverter.ToUInt64(bytes[8..]));
        return string.Create(26, bits, static (text, value) =>
        {
            for (var i = text.Length - 1; i >= 0; i--, value >>= 5) text[i] = Alphabet[(int)(value & 31)];
        });
    }
}
