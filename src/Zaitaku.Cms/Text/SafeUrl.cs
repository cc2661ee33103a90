using System.Text;

namespace Zaitaku.Cms.Text;

/// <summary>Which addresses a link or an image may have: relative ones, http, https, and for links mailto and tel.</summary>
public static class SafeUrl
{
    private const int MaxLength = 4096;

    /// <summary>
    /// Whether a link may point here. Addresses with control characters, backslashes or a leading '//' are refused: browsers mend
    /// them into something other than what a checker read.
    /// </summary>
    public static bool IsLink(string? url) => Scheme(url) is "" or "http" or "https" or "mailto" or "tel";

    /// <summary>Whether an image may come from here.</summary>
    public static bool IsImage(string? url) => Scheme(url) is "" or "http" or "https" && url!.Trim().Length > 0;

    /// <summary>Whether an address leads to another site (http or https with a host).</summary>
    public static bool IsExternal(string? url) => Scheme(url) is "http" or "https";

    /// <summary>The <c>rel</c> of a link there; null for none.</summary>
    public static string? Rel(string? url) => IsExternal(url) ? "noopener" : null;

    /// <summary>The scheme in lower case, "" for a relative address, null for one that is refused.</summary>
    private static string? Scheme(string? url)
    {
        if (url is null || url.Length > MaxLength) return null;
        var address = url.Trim(' ');
        if (address.EnumerateRunes().Any(IsTreacherous) || address.StartsWith("//", StringComparison.Ordinal)) return null;
        var end = address.IndexOfAny([':', '/', '?', '#']);
        return end < 0 || address[end] != ':' ? "" : address[..end].ToLowerInvariant();
    }

    private static bool IsTreacherous(Rune rune) =>
        rune.Value is '\\' or 0xFFFD or 0x2028 or 0x2029 || Rune.IsControl(rune);
}
