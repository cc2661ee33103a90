using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Zaitaku.Cms.Rendering;

/// <summary>
/// A title that may only be broken between words, whatever the browser or the PDF maker knows of Japanese: <c>&lt;phrases text="…" /&gt;</c>.
/// A word is what can be seen without a dictionary: kanji or katakana with the hiragana after it.
/// </summary>
[HtmlTargetElement("phrases", TagStructure = TagStructure.WithoutEndTag)]
public sealed partial class PhrasesTagHelper : TagHelper
{
    private const int Shortest = 8;

    /// <summary>A longer word in large letters could be wider than a telephone.</summary>
    private const int Longest = 8;

    public string? Text { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        if (Text is not { Length: > Shortest })
        {
            output.Content.SetContent(Text);
            return;
        }

        foreach (var phrase in Split(Text))
        {
            if (phrase.Length > Longest) output.Content.Append(phrase);
            else output.Content.AppendHtml("<span class=\"phrase\">").Append(phrase).AppendHtml("</span>");
        }
    }

    /// <summary>Cuts a text into words; together they are the text again.</summary>
    public static IEnumerable<string> Split(string text) => Phrase().Matches(text).Select(m => m.Value);

    [GeneratedRegex(
        @"[「『（(]*(?:[\p{IsCJKUnifiedIdeographs}々〆]+|[\p{IsKatakana}]+|\p{IsHiragana}+|[^\p{IsCJKUnifiedIdeographs}々〆\p{IsKatakana}\p{IsHiragana}「『（(]+)" +
        @"\p{IsHiragana}*[・、。」』）)\s]*|[「『（(]+")]
    private static partial Regex Phrase();
}
