using Zaitaku.Cms.Content;

namespace Zaitaku.Proofing;

/// <summary>Turns a position in a text into a remark that an editor can jump to.</summary>
internal static class Place
{
    private const int MaxExcerpt = 40;

    public static Remark At(ItemText text, int start, int length, RemarkLevel level, string rule, string message, string? fix = null) =>
        new(level, rule, text.Path, message)
        {
            Start = start,
            Length = length,
            Line = text.Text.AsSpan(0, start).Count('\n') + 1,
            Excerpt = Excerpt(text.Text.AsSpan(start, length)),
            Fix = fix,
        };

    private static string Excerpt(ReadOnlySpan<char> words) =>
        words.Length <= MaxExcerpt ? words.ToString() : words[..(char.IsHighSurrogate(words[MaxExcerpt - 1]) ? MaxExcerpt - 1 : MaxExcerpt)].ToString() + "…";
}
