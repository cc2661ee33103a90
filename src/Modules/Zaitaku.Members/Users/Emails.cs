using System.Net.Mail;
using System.Text;

namespace Zaitaku.Members.Users;

/// <summary>E-mail addresses as people type them.</summary>
public static class Emails
{
    public const int MaxLength = 254;

    /// <summary>What two ways of writing one address have in common: full-width letters, case and blanks around it do not count.</summary>
    /// <returns>Null when it is no address, or one that could smuggle something into a mail's header.</returns>
    public static string? Key(string? typed)
    {
        if (typed is null or { Length: 0 or > MaxLength }) return null;
        // Half a character, which nothing can be normalised with.
        if (typed.EnumerateRunes().Contains(Rune.ReplacementChar)) return null;
        var address = typed.Normalize(NormalizationForm.FormKC).Trim().ToLowerInvariant();
        if (address.Length is 0 or > MaxLength || address.Any(letter => char.IsControl(letter) || char.IsWhiteSpace(letter) || letter is ',' or ';' or '<' or '>' or '"')) return null;
        return MailAddress.TryCreate(address, out var parsed) && parsed.Address == address && parsed.DisplayName.Length == 0 ? address : null;
    }
}
