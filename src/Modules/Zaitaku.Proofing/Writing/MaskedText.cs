using System.Text.RegularExpressions;
using Zaitaku.Proofing.Structure;

namespace Zaitaku.Proofing.Writing;

/// <summary>
/// The words of a text at their places, with everything that is not words (addresses, code, tags, readings) covered by a character that no
/// rule matches. Every repetition is bounded, so that no text makes the search long.
/// </summary>
internal static partial class MaskedText
{
    public const char Cover = '\uFFFC';

    public static string Of(ItemText text)
    {
        var letters = text.Text.ToCharArray();
        foreach (var mark in (text.Kind == TextKind.Markdown ? MarkdownMarks() : PlainMarks()).EnumerateMatches(text.Text)) Hide(letters, mark.Index, mark.Index + mark.Length);
        if (text.Kind == TextKind.Html) HideTags(letters, text.Text);
        return new(letters);
    }

    private static void HideTags(char[] letters, string html)
    {
        HtmlTag? code = null;
        foreach (var tag in HtmlTag.Read(html))
        {
            Hide(letters, tag.Start, tag.End);
            if (tag is { Name: "script" or "style", IsEnd: false }) code ??= tag;
            else if (code is not null && tag.IsEnd && tag.Name == code.Name)
            {
                Hide(letters, code.Start, tag.End);
                code = null;
            }
        }
    }

    /// <summary>Line ends stay: sentences end with them.</summary>
    private static void Hide(char[] letters, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (letters[i] != '\n') letters[i] = Cover;
        }
    }

    [GeneratedRegex(@"```[^`]{0,20000}```|`[^`\n]{1,500}`|\]\([^)\n]{0,2000}\)|\{#[^}\n]{0,100}\}|\|[\u3041-\u3096\u30A1-\u30FA\u30FC]{1,50}\}|https?://[^\s<>""']{1,2000}|[\w.+-]{1,64}@[\w.-]{1,255}")]
    private static partial Regex MarkdownMarks();

    [GeneratedRegex(@"&[a-zA-Z0-9#]{1,10};|https?://[^\s<>""']{1,2000}|[\w.+-]{1,64}@[\w.-]{1,255}")]
    private static partial Regex PlainMarks();
}
