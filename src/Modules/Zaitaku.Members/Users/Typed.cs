namespace Zaitaku.Members.Users;

/// <summary>What people and others type into fields of one line.</summary>
public static class Typed
{
    /// <summary>The line without control characters and blanks around it, cut where it is too long for its column.</summary>
    public static string Line(string? typed, int most)
    {
        var line = new string([.. (typed ?? "").Where(letter => !char.IsControl(letter) && !char.IsSurrogate(letter))]).Trim();
        return line.Length <= most ? line : line[..most];
    }

    /// <summary>Whether it can be an id of ours, or of a passkey: letters, digits and two marks.</summary>
    public static bool IsId(string? typed) => typed is { Length: > 0 and <= 1400 } && typed.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');
}
