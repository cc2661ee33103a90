using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Zaitaku.Admin.Versions;

namespace Zaitaku.Admin.Pages.Admin.Admin;

/// <summary>A line of a comparison. White space counts in it, so that none may come from how a page is written.</summary>
[HtmlTargetElement("diff-line", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DiffLineTagHelper : TagHelper
{
    public required DiffLine Line { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (css, mark, word) = Line.Kind switch
        {
            DiffKind.Added => ("added", AdminText.DiffAddedMark, AdminText.DiffAdded),
            DiffKind.Gone => ("gone", AdminText.DiffGoneMark, AdminText.DiffGone),
            DiffKind.Skipped => ("skip-lines", "", AdminText.DiffSkipped),
            _ => ("same", AdminText.DiffSameMark, ""),
        };
        output.TagName = "p";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", css);
        if (Line.Kind == DiffKind.Skipped)
        {
            output.Content.SetContent(word);
            return;
        }

        output.Content.AppendHtml(Element("span", mark, "aria-hidden", "true"));
        if (word.Length > 0) output.Content.AppendHtml(Element("span", word, "class", "visually-hidden"));
        foreach (var piece in Line.Pieces)
        {
            if (piece.Kind == DiffKind.Same) output.Content.Append(piece.Text);
            else output.Content.AppendHtml(Element(piece.Kind == DiffKind.Added ? "ins" : "del", piece.Text));
        }
    }

    private static TagBuilder Element(string name, string text, string? attribute = null, string value = "")
    {
        var element = new TagBuilder(name);
        if (attribute is not null) element.Attributes[attribute] = value;
        element.InnerHtml.Append(text);
        return element;
    }
}
