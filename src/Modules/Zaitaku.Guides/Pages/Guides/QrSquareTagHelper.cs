using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Zaitaku.Guides.Editions;

namespace Zaitaku.Guides.Pages.Guides;

/// <summary>A QR code as a drawing that grows with its place: <c>&lt;qr-square address="…" label="…" /&gt;</c>.</summary>
[HtmlTargetElement("qr-square", TagStructure = TagStructure.WithoutEndTag)]
public sealed class QrSquareTagHelper : TagHelper
{
    /// <summary>Where it leads.</summary>
    public required string Address { get; set; }

    /// <summary>What it leads to, for those who do not see it.</summary>
    public required string Label { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var modules = QrSquare.Modules(Address);
        var size = QrSquare.Size(modules).ToString(CultureInfo.InvariantCulture);
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "qr");
        output.Attributes.SetAttribute("viewBox", $"0 0 {size} {size}");
        output.Attributes.SetAttribute("role", "img");
        output.Attributes.SetAttribute("aria-label", Label);
        output.Attributes.SetAttribute("shape-rendering", "crispEdges");
        output.Content.AppendHtml(Area("#fff", $"M0 0h{size}v{size}H0z")).AppendHtml(Area("#000", QrSquare.Path(modules)));
    }

    private static TagBuilder Area(string colour, string path) => new("path") { Attributes = { ["fill"] = colour, ["d"] = path } };
}
