using System.Globalization;
using System.Text;

namespace Zaitaku.Cms.Media;

/// <summary>The names media may have: Japanese as it is written, folders with <c>/</c>; nothing that leads elsewhere or looks like another name.</summary>
public static class MediaPath
{
    public const int MaxLength = 400;
    private const int MaxName = 120;
    private const string Forbidden = "\\:*?\"<>|";

    /// <summary>The path as it is stored, or null when it is not one.</summary>
    public static string? Clean(string path)
    {
        if (path.Length > MaxLength || !IsWellFormed(path)) return null;
        var clean = path.Normalize(NormalizationForm.FormC).TrimStart('/');
        return clean.Length > 0 && clean.Split('/').All(IsName) ? clean : null;
    }

    private static bool IsName(string name) =>
        name.Length is > 0 and <= MaxName && name[0] != '.' && name[^1] is not ('.' or ' ') && name[0] != ' ' && !name.Any(IsForbidden);

    /// <summary>Control and format characters: among them the marks that turn the direction of writing round.</summary>
    private static bool IsForbidden(char c) =>
        Forbidden.Contains(c) || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse;

    private static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) i++;
            else if (char.IsSurrogate(text[i])) return false;
        }

        return true;
    }
}
