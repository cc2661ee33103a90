using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Zaitaku.Cms.Rendering;

/// <summary>A file's size in the unit people know: <c>&lt;file-size bytes="…" /&gt;</c> writes 「96KB」.</summary>
[HtmlTargetElement("file-size", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FileSizeTagHelper : TagHelper
{
    public long Bytes { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetContent(Words(Bytes));
    }

    internal static string Words(long bytes) => bytes < 1_000_000
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, (bytes + 512) / 1024)}KB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1048576.0:0.0}MB");
}
