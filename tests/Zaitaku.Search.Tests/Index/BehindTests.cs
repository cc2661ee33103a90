using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Parts;
using Zaitaku.Cms.Routing;
using Zaitaku.Search.Index;
using Zaitaku.Search.Queries;
using static Zaitaku.Search.Tests.Index.PageSite;

namespace Zaitaku.Search.Tests.Index;

/// <summary>The index and what it describes are one: neither is written without the other, and what parts them past the site is counted.</summary>
public sealed class BehindTests
{
    [Theory, EachEngine]
    public async Task Each_page_that_the_index_does_not_know_as_it_is_counts_once(Engine engine)
    {
        await using var site = await OpenAsync(engine);
        var ids = new List<string>();
        foreach (var name in new[] { "one", "two", "three", "four" }) ids.Add(await PublishAsync(site, name, $"{name}の話", "## 見出し {#a}\n\n本文\n\n## 次 {#b}\n\n本文"));
        var none = Item("none", "ページのない話", "本文");
        none.Alter<AutoroutePart>(part => part.Disabled = true);
        Assert.Empty(await site.InScopeAsync(scope => scope.GetRequiredService<ContentStore>().PublishAsync(none)));
        await site.InScopeAsync(scope => scope.GetRequiredService<ContentStore>().SaveDraftAsync(Item("draft", "下書き", "本文")));
        await ChangeAsync(site, ids[0], item => item.Alter<MarkdownBodyPart>(part => part.Markdown = "下書きだけ"), publish: false);
        Assert.Equal(0, (await StateAsync(site)).Behind);

        // Missing; taken back; of another version: each past the site.
        await site.ReadAsync(db => db.Set<SearchDocument>().IgnoreQueryFilters().Where(d => d.Owner == ids[1]).ExecuteDeleteAsync());
        Assert.Equal(1, (await StateAsync(site)).Behind);
        await site.ReadAsync(db => db.Content.IgnoreQueryFilters().Where(i => i.ContentItemId == ids[2]).ExecuteUpdateAsync(set => set.SetProperty(i => i.Published, false)));
        Assert.Equal(2, (await StateAsync(site)).Behind);
        await site.ReadAsync(db => db.Content.IgnoreQueryFilters().Where(i => i.ContentItemId == ids[3]).ExecuteUpdateAsync(set => set.SetProperty(i => i.ContentItemVersionId, "4another")));
        Assert.Equal(3, (await StateAsync(site)).Behind);
        await site.RebuildAsync();
        Assert.Equal(0, (await StateAsync(site)).Behind);
    }

    [Theory, EachEngine]
    public async Task What_the_index_cannot_take_is_not_published_changed_or_taken_back(Engine engine)
    {
        await using var site = await OpenAsync(engine);
        var id = await PublishAsync(site, "one", "ひとつめの話", "まえの本文");
        await site.ReadAsync(db => db.Database.ExecuteSqlRawAsync("""ALTER TABLE "SearchPassage" RENAME TO "Elsewhere" """));
        await Assert.ThrowsAnyAsync<Exception>(() => PublishAsync(site, "two", "ふたつめの話", "本文"));
        await Assert.ThrowsAnyAsync<Exception>(() => ChangeAsync(site, id, item => item.Alter<MarkdownBodyPart>(part => part.Markdown = "あとの本文"), publish: true));
        await Assert.ThrowsAnyAsync<Exception>(() => site.InScopeAsync(scope => scope.GetRequiredService<ContentStore>().UnpublishAsync(id)));
        await site.ReadAsync(db => db.Database.ExecuteSqlRawAsync("""ALTER TABLE "Elsewhere" RENAME TO "SearchPassage" """));
        var published = Assert.Single(await site.ReadAsync(db => db.Content.IgnoreQueryFilters().AsNoTracking().Where(i => i.Published).ToListAsync()));
        Assert.Equal(("まえの本文", 1), (published.Get<MarkdownBodyPart>()!.Markdown, (await site.FindAsync("\"まえの本文\"")).Total));
        Assert.Equal(0, (await StateAsync(site)).Behind);
    }

    /// <summary>A term that stays behind would hold the place of the next document of its number, and weigh words wrongly.</summary>
    [Theory, EachEngine]
    public async Task Of_what_is_taken_back_no_term_stays(Engine engine)
    {
        await using var site = await OpenAsync(engine);
        var id = await PublishAsync(site, "one", "鳥籠の話", "本文");
        Assert.Equal((1, 1), await HeldAsync(site));
        await site.InScopeAsync(scope => scope.GetRequiredService<ContentStore>().UnpublishAsync(id));
        Assert.Equal((0, 0), await HeldAsync(site));
        await ChangeAsync(site, id, _ => { }, publish: true);
        await site.RebuildAsync();
        Assert.Equal((1, 1), await HeldAsync(site));
    }

    private static Task<(int Holders, int Frequency)> HeldAsync(TestSite site) => site.InScopeAsync(async scope =>
    {
        var (engine, token) = (scope.GetRequiredService<ISearchEngine>(), new Token("鳥籠"));
        await scope.GetRequiredService<SiteDb>().Database.OpenConnectionAsync();
        return ((await engine.HoldersAsync([token], CancellationToken.None))[0].Count, (await engine.FrequenciesAsync([token], CancellationToken.None))[token]);
    });
}
