namespace Zaitaku.Cms.Text;

/// <summary>
/// Tells one text from another where nobody gains by forging one: FNV-1a, 64 bits, in hexadecimal. A digest would do as well, but brings all of
/// OpenSSL into a site whose visitors need none of it.
/// </summary>
public static class Fingerprint
{
    public static string Of(ReadOnlySpan<byte> bytes)
    {
        var print = 14695981039346656037UL;
        foreach (var one in bytes) print = (print ^ one) * 1099511628211UL;
        return print.ToString("x16", System.Globalization.CultureInfo.InvariantCulture);
    }
}
