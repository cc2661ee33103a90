using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Parts;
using Zaitaku.Cms.Routing;

namespace Zaitaku.Cms.Tests.Content;

public sealed class ReplacementPartTests
{
    private const string Item = """{ "ContentItemId": "page", "ContentType": "Guide", "Latest": true, "Published": true, "TitlePart": { "Title": "手引き" }, "AutoroutePart": { "Path": "guide" } }""";

    private const string Copy = """{ "ContentItemId": "copy", "ContentType": "Guide", "Latest": true, "Published": false, "TitlePart": { "Title": "新しい手引き" }, "AutoroutePart": { "Path": "guide" }, "ReplacementPart": { "Of": "page", "BaseVersionId": "v1" } }""";

    [Theory, EachEngine]
    public async Task A_copy_travels_with_its_item_and_takes_no_address(Engine engine)
    {
        await using var site = await SiteAsync(engine);
        Assert.Empty((await site.ImportAsync(Copy, Item)).Problems);
        Assert.Equal(["page"], await site.ReadAsync(db => db.Set<AutoroutePartIndex>().IgnoreQueryFilters().Select(row => row.ContentItemId).ToListAsync()));
        Assert.Equal(["copy"], await site.ReadAsync(db => db.Set<ReplacementPartIndex>().IgnoreQueryFilters().Select(row => row.ContentItemId).ToListAsync()));
        Assert.Equal(1, (await site.ImportAsync(Copy)).Count(ImportVerdict.Unchanged));
    }

    [Theory, EachEngine]
    public async Task A_copy_is_never_published_nor_alone_nor_one_of_two(Engine engine)
    {
        await using var site = await SiteAsync(engine);
        Assert.NotEmpty((await site.ImportAsync(Copy)).Problems);
        Assert.NotEmpty((await site.ImportAsync(Item, Copy.Replace("\"Published\": false", "\"Published\": true", StringComparison.Ordinal))).Problems);
        Assert.Empty((await site.ImportAsync(Item, Copy)).Problems);
        Assert.NotEmpty((await site.ImportAsync(Copy.Replace("\"copy\"", "\"other\"", StringComparison.Ordinal))).Problems);
    }

    private static async Task<TestSite> SiteAsync(Engine engine)
    {
        var site = await TestSite.OpenAsync(engine);
        await site.ApplyAsync(site.Recipe("types", Recipes.Steps.Definitions));
        return site;
    }
}
