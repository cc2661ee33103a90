using Microsoft.Extensions.DependencyInjection;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Parts;
using Zaitaku.Cms.Routing;
using Zaitaku.Proofing.Links;

namespace Zaitaku.Proofing.Tests;

public sealed class InternalLinksTests
{
    private const string PageType = """
        { "name": "ContentDefinition", "ContentTypes": [ { "Name": "Page", "Settings": {}, "ContentTypePartDefinitionRecords": [
          { "PartName": "AutoroutePart", "Name": "AutoroutePart", "Settings": {} }, { "PartName": "MarkdownBodyPart", "Name": "MarkdownBodyPart", "Settings": {} },
          { "PartName": "AudiencePart", "Name": "AudiencePart", "Settings": {} } ] } ], "ContentParts": [] }
        """;

    [Theory, EachEngine]
    public async Task Links_that_lead_nowhere_are_found_at_their_place(Engine engine)
    {
        await using var site = await OpenAsync(engine);
        await SaveAsync(site, "a", "guides/a", "", publish: true);
        await SaveAsync(site, "b", "guides/draft", "", publish: false);
        await SaveAsync(site, "c", "guides/staff", "", publish: true, Cms.Access.Audience.Staff);
        var page = Page("p", "p", "[よい](/guides/a#x) [印刷](/guides/a/print) [一覧](/sitemap) [外](https://example.jp/nowhere) [電話](tel:119) [上](#top)\n\n" +
            "[下書き](/guides/draft) [職員](/guides/staff) [ない](/guides/none) [ないファイル](/media/none.pdf) [相対](guides/a) [空]()");
        var remarks = await CheckAsync(site, check => check.ReadAsync(page));
        Assert.Equal(["LinkToDraft", "LinkNarrower", "LinkNowhere", "LinkNowhere", "LinkRelative", "LinkEmpty"], remarks.Select(r => r.Rule));
        Assert.All(remarks, remark => Assert.Equal(3, remark.Line));
    }

    [Theory, EachEngine]
    public async Task A_link_to_a_moved_page_can_be_mended(Engine engine)
    {
        await using var site = await OpenAsync(engine);
        var moved = await SaveAsync(site, "a", "guides/before", "", publish: true);
        moved.Set(new AutoroutePart { Path = "guides/after" });
        await SaveAsync(site, moved, publish: true);
        var remark = Assert.Single(await CheckAsync(site, check => check.ReadAsync(Page("p", "p", "まず[手引き](/guides/before \"題\")を"))));
        Assert.Equal(("LinkMoved", "[手引き](/guides/after \"題\")"), (remark.Rule, remark.Fix));
    }

    [Theory, EachEngine]
    public async Task A_page_that_others_lead_to_is_not_taken_down_unseen(Engine engine)
    {
        await using var site = await OpenAsync(engine);
        var page = await SaveAsync(site, "a", "guides/a", "[自分](/guides/a)", publish: true);
        Assert.Empty(await CheckAsync(site, check => check.BeforeTakingDownAsync(page)));
        await SaveAsync(site, "b", "b", "[手引き](/guides/a/#x)", publish: false);
        Assert.Empty(await CheckAsync(site, check => check.BeforeTakingDownAsync(page)));
        await SaveAsync(site, "c", "c", "[手引き](/guides/a?furigana=on#x)", publish: true);
        Assert.Contains("題c", Assert.Single(await CheckAsync(site, check => check.BeforeTakingDownAsync(page))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_way_to_write_a_link_is_known()
    {
        var rows = new LinkUseIndexing().Rows(Page("p", "p", "[一](https://example.jp/1#x) <https://example.jp/2> [三](<https://example.jp/3>) <mailto:a@example.jp>\n\n<https://example.jp/四><br>"));
        Assert.Equal(["https://example.jp/1", "https://example.jp/2", "https://example.jp/3", "https://example.jp/四"], rows.Cast<LinkUse>().Select(row => row.Target).Order());
    }

    private static async Task<TestSite> OpenAsync(Engine engine)
    {
        var site = await TestSite.OpenAsync(engine, services => services.AddScoped<SiteLinks>().AddPublicationCheck<InternalLinks>().AddContentIndex<LinkUseIndexing>()
            .AddSingleton(new StandingPage("sitemap")).AddSingleton(new DerivedAddress("/print")));
        await site.ApplyAsync(site.Recipe("type", PageType));
        return site;
    }

    private static Task<IReadOnlyList<Remark>> CheckAsync(TestSite site, Func<PublicationCheck, Task<IReadOnlyList<Remark>>> check) =>
        site.InScopeAsync(scope => check(scope.GetRequiredService<PublicationCheck>()));

    private static ContentItem Page(string id, string path, string markdown, Cms.Access.Audience audience = Cms.Access.Audience.Public)
    {
        var item = new ContentItem { ContentItemId = id, ContentType = "Page", DisplayText = "題" + id };
        item.Set(new AutoroutePart { Path = path });
        item.Set(new MarkdownBodyPart { Markdown = markdown });
        item.Set(new AudiencePart { Audience = audience });
        return item;
    }

    private static Task<ContentItem> SaveAsync(TestSite site, string id, string path, string markdown, bool publish, Cms.Access.Audience audience = Cms.Access.Audience.Public) =>
        SaveAsync(site, Page(id, path, markdown, audience), publish);

    private static Task<ContentItem> SaveAsync(TestSite site, ContentItem item, bool publish) => site.InScopeAsync(async scope =>
    {
        var store = scope.GetRequiredService<ContentStore>();
        Assert.Empty(publish ? await store.PublishAsync(item) : await store.SaveDraftAsync(item));
        return item;
    });
}
