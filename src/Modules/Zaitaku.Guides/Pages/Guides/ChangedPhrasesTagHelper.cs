using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Zaitaku.Guides.Editions;

namespace Zaitaku.Guides.Pages.Guides;

/// <summary>The words of a passage with what was added and taken away: as marks to see, and in words for those who listen.</summary>
[HtmlTargetElement("changed-phrases", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ChangedPhrasesTagHelper : TagHelper
{
    public required Passage Of { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        foreach (var phrase in Of.Phrases)
        {
            // Of a passage that is all new or all gone, the word above it says so.
            var (name, begins, ends) = phrase.Kind switch
            {
                PhraseKind.Added => ("ins", GuidesText.AddedBegins, GuidesText.AddedEnds),
                PhraseKind.Gone => ("del", GuidesText.GoneBegins, GuidesText.GoneEnds),
                _ => ("", "", ""),
            };
            if (name.Length == 0)
            {
                output.Content.Append(phrase.Text);
                continue;
            }

            var mark = new TagBuilder(name);
            if (Of.Kind == PassageKind.Reworded) mark.InnerHtml.AppendHtml(Spoken(begins)).Append(phrase.Text).AppendHtml(Spoken(ends));
            else mark.InnerHtml.Append(phrase.Text);
            output.Content.AppendHtml(mark);
        }
    }

    private static TagBuilder Spoken(string words)
    {
        var spoken = new TagBuilder("span") { Attributes = { ["class"] = "visually-hidden" } };
        spoken.InnerHtml.Append(words);
        return spoken;
    }
}
