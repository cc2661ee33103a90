using Zaitaku.Cms.Access;

namespace Zaitaku.Site.Tests.Workplace;

/// <summary>Long lists have pages, and their links lead to them.</summary>
[Collection(WorkplaceTests.Name)]
public sealed class PagerTests(WorkplaceSite workplace)
{
    [Theory]
    [InlineData("/admin/content"), InlineData("/admin/readings"), InlineData("/admin/search/synonyms")]
    public async Task The_next_page_is_another_one(string path)
    {
        using var editor = workplace.As(RoleNames.Editor);
        var first = await editor.PageAsync(path);
        var second = await editor.PageAsync(first.QuerySelector(".pager [rel=next]")!.GetAttribute("href")!);
        Assert.Contains("2 ページ目", second.QuerySelector(".pager")!.TextContent, StringComparison.Ordinal);
        Assert.NotEqual(first.QuerySelector("tbody tr")!.TextContent, second.QuerySelector("tbody tr")!.TextContent);
    }
}
