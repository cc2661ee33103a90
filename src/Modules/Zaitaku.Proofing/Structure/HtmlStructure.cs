using Zaitaku.Cms.Content;

namespace Zaitaku.Proofing.Structure;

/// <summary>What people who hear a page or use only the keyboard need of HTML: headings in order, texts for pictures, names of columns and frames.</summary>
internal static class HtmlStructure
{
    /// <summary>The page's own title is its h1; texts begin below it.</summary>
    private const int TitleLevel = 1;

    public static IEnumerable<Remark> Read(ItemText text)
    {
        var tags = HtmlTag.Read(text.Text).ToList();
        return [.. Headings(text, tags), .. tags.Where(tag => !tag.IsEnd).SelectMany(tag => OfTag(text, tag)), .. Tables(text, tags)];
    }

    private static IEnumerable<Remark> Headings(ItemText text, List<HtmlTag> tags)
    {
        var above = TitleLevel;
        foreach (var heading in tags.Where(tag => tag.HeadingLevel > 0))
        {
            if (heading.HeadingLevel == TitleLevel) yield return Error(text, heading, "TopLevelHeading", ProofingText.SecondTitle);
            else if (heading.HeadingLevel > above + 1) yield return Error(text, heading, "SkippedHeadingLevel", ProofingText.SkippedHeading(above, heading.HeadingLevel));
            above = heading.HeadingLevel;
        }
    }

    private static IEnumerable<Remark> OfTag(ItemText text, HtmlTag tag)
    {
        if (tag.Name == "img" && tag.Attribute("alt") is null) yield return Error(text, tag, "ImageWithoutText", ProofingText.PictureNeedsText);
        if (tag.Name == "iframe" && string.IsNullOrWhiteSpace(tag.Attribute("title"))) yield return Error(text, tag, "FrameTitle", ProofingText.FrameTitle);
        if (tag.Attribute("style") is { } style && Contrast.Of(style) is < Contrast.Least and var contrast)
        {
            yield return Error(text, tag, "Contrast", ProofingText.Contrast(contrast));
        }
    }

    private static IEnumerable<Remark> Tables(ItemText text, List<HtmlTag> tags)
    {
        HtmlTag? table = null;
        var named = false;
        foreach (var tag in tags)
        {
            if (tag is { Name: "table", IsEnd: false }) (table, named) = (tag, tag.Attribute("role") == "presentation");
            else if (tag.Name == "th") named = true;
            else if (tag.Name == "table" && table is not null && !named) yield return Error(text, table, "TableHeader", ProofingText.TableHeader);
        }
    }

    private static Remark Error(ItemText text, HtmlTag tag, string rule, string message) => Place.At(text, tag.Start, tag.Length, RemarkLevel.Error, rule, message);
}
