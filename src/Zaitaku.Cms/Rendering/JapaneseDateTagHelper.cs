using Microsoft.AspNetCore.Razor.TagHelpers;
using Zaitaku.Cms.Text;

namespace Zaitaku.Cms.Rendering;

/// <summary>A date as people here write it, with the machine's form beside it: <c>&lt;japanese-date utc="…" /&gt;</c>.</summary>
[HtmlTargetElement("japanese-date", TagStructure = TagStructure.WithoutEndTag)]
public sealed class JapaneseDateTagHelper : TagHelper
{
    /// <summary>A moment; its day in Tokyo is shown.</summary>
    public DateTime? Utc { get; set; }

    /// <summary>A calendar day, of which the time is ignored.</summary>
    public DateTime? Day { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        DateOnly? day = Utc is { } moment ? JapaneseDate.DayInTokyo(moment) : Day is { } given ? DateOnly.FromDateTime(given) : null;
        if (day is not { } date)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("datetime", JapaneseDate.Machine(date));
        output.Content.SetContent(JapaneseDate.InWords(date));
    }
}
