using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Parts;
using Zaitaku.Cms.Search;
using Zaitaku.Search.Index;
using Zaitaku.Search.Queries;
using Zaitaku.Search.Tests.Analysis;
using static Zaitaku.Search.Tests.Index.PageSite;

namespace Zaitaku.Search.Tests.Index;

/// <summary>What is published is found by the next search, what is taken away is gone with it, and nobody finds what is not for them.</summary>
public sealed class IndexTests
{
    [Theory, EachEngine]
    public async Task A_page_is_found_when_it_is_published_and_gone_when_it_is_not(Engine engine)
    {
        await using var site = await OpenAsync(engine);
        Assert.Empty(await site.PathsAsync("看取りの話"));
        var id = await PublishAsync(site, "seeing-off", "看取りの話", "## はじめに {#start}\n\n家で過ごす最後の日々。");
        Assert.Equal(["/seeing-off"], await site.PathsAsync("看取りの話"));
        Assert.Equal("/seeing-off#start", Assert.Single((await site.FindAsync("最後の日々")).Hits).Url);

        await ChangeAsync(site, id, item => item.Alter<MarkdownBodyPart>(part => part.Markdown = "べつの言葉。"), publish: false);
        Assert.NotEmpty(await site.PathsAsync("最後の日々"));
        Assert.Empty(await site.PathsAsync("べつの言葉"));
        await ChangeAsync(site, id, item => item.Alter<MarkdownBodyPart>(part => part.Markdown = "べつの言葉。"), publish: true);
        Assert.Empty(await site.PathsAsync("最後の日々"));
        Assert.NotEmpty(await site.PathsAsync("べつの言葉"));

        await site.InScopeAsync(scope => scope.GetRequiredService<ContentStore>().UnpublishAsync(id));
        Assert.Empty(await site.PathsAsync("べつの言葉"));
        await ChangeAsync(site, id, _ => { }, publish: true);
        Assert.NotEmpty(await site.PathsAsync("べつの言葉"));
        await site.InScopeAsync(scope => scope.GetRequiredService<ContentStore>().RemoveAsync(id));
        Assert.Empty(await site.PathsAsync("べつの言葉"));
        Assert.Equal(0, await site.ReadAsync(db => db.Set<SearchPassage>().CountAsync()));
    }

    [Theory, EachEngine]
    public async Task A_publication_that_is_not_kept_leaves_no_trace(Engine engine)
    {
        await using var site = await OpenAsync(engine);
        await site.InScopeAsync(async scope =>
        {
            var db = scope.GetRequiredService<SiteDb>();
            return await db.WriteAsync(async () => (await scope.GetRequiredService<ContentStore>().PublishAsync(Item("gone", "消える話", "本文"))).Count, _ => false);
        });
        Assert.Empty(await site.PathsAsync("消える話"));
        Assert.Equal(0, await site.ReadAsync(db => db.Set<SearchDocument>().CountAsync()));
    }

    [Theory, EachEngine]
    public async Task A_publication_that_fails_when_its_index_is_written_leaves_no_trace(Engine engine)
    {
        await using var site = await OpenAsync(engine, services => services.AddContentFollower<FailingFollower>());
        await Assert.ThrowsAsync<InvalidOperationException>(() => PublishAsync(site, "gone", "消える話", "本文"));
        Assert.Empty(await site.PathsAsync("消える話"));
        Assert.Equal(0, await site.ReadAsync(db => db.Set<SearchDocument>().CountAsync()));
        Assert.Equal(0, await site.ReadAsync(db => db.Set<SearchPassage>().CountAsync()));
        Assert.False(await site.InScopeAsync(scope => scope.GetRequiredService<ISearchEngine>().HasAnyAsync(new Token("消え"), new SearchScope(Audience.Staff), CancellationToken.None)));
    }

    [Theory, EachEngine]
    public async Task What_is_for_others_is_neither_found_nor_counted_nor_suggested(Engine engine)
    {
        await using var site = await OpenAsync(engine);
        await PublishAsync(site, "open", "連絡の話", "だれでも読める秘密基地。");
        await PublishAsync(site, "closed", "連絡の秘密", "専門職だけの秘密基地。", Audience.Professionals);
        await PublishAsync(site, "staff", "連絡の内緒", "職員だけの秘密基地。", Audience.Staff);
        foreach (var query in new[] { "秘密基地", "連絡", "kind:page", "\"秘密基地\"", "密", "title:連絡", "秘密基地 OR 連絡", "連絡 -専門職 -職員", "秘密基地はどこにありますか" })
        {
            var found = await site.FindAsync(query);
            Assert.Equal((1, "/open"), (found.Total, Assert.Single(found.Hits).Url));
            Assert.Equal(1, Assert.Single(found.Kinds).Count);
            Assert.Equal("Public", Assert.Single(found.Audiences).Value);
        }

        Assert.Equal(2, (await site.FindAsync("秘密基地", new Viewer(Audience.Professionals))).Total);
        Assert.Equal(3, (await site.FindAsync("秘密基地", new Viewer(Audience.Staff))).Total);
        // Whom it is for is not the asker's to say.
        Assert.Equal(1, (await site.FindAsync("秘密基地", scope: new SearchScope(Audience.Staff))).Total);
        Assert.Equal(["連絡の話"], await SuggestAsync(site, "連絡", Viewer.Anonymous));
        Assert.Equal(3, (await SuggestAsync(site, "連絡", new Viewer(Audience.Staff))).Count);
    }

    [Theory, EachEngine]
    public async Task A_new_index_is_built_beside_the_old_one(Engine engine)
    {
        await using var site = await OpenAsync(engine);
        await PublishAsync(site, "one", "ひとつめの話", "本文");
        await PublishAsync(site, "two", "ふたつめの話", "本文");
        Assert.Equal(2, await site.RebuildAsync());
        Assert.Equal(["/one"], await site.PathsAsync("ひとつめ"));
        var (generations, current) = await site.ReadAsync(async db => (await db.Set<SearchDocument>().Select(d => d.Generation).Distinct().ToListAsync(), (await db.Set<SearchGeneration>().SingleAsync()).Current));
        Assert.Equal([current], generations);
        await PublishAsync(site, "three", "みっつめの話", "本文");
        Assert.Equal(["/three"], await site.PathsAsync("みっつめ"));
    }

    [Theory, EachEngine]
    public async Task What_is_published_while_an_index_is_built_goes_into_both(Engine engine)
    {
        await using var site = await OpenAsync(engine);
        await site.ReadAsync(async db =>
        {
            (await db.Set<SearchGeneration>().SingleAsync()).Building = 9;
            return await db.SaveChangesAsync();
        });
        await PublishAsync(site, "between", "あいだの話", "本文");
        Assert.Equal(["/between"], await site.PathsAsync("あいだ"));
        Assert.Equal(2, await site.ReadAsync(db => db.Set<SearchDocument>().CountAsync()));
    }

    [Theory, EachEngine]
    public async Task The_old_index_answers_until_the_new_one_is_whole(Engine engine)
    {
        await using var site = await OpenAsync(engine);
        await PublishAsync(site, "one", "ひとつめの話", "本文");
        await site.InScopeAsync(async scope =>
        {
            var db = scope.GetRequiredService<SiteDb>();
            var building = new SearchPage("half", "", Audience.Public, [new SearchEntry("page", "/half", "つくりかけの話") { Body = "ひとつめ" }]);
            return await db.WriteAsync(async () =>
            {
                await new DocumentWriter(db, scope.GetRequiredService<ISearchEngine>()).PutAsync([building], generation: 9, CancellationToken.None);
                return 0;
            });
        });
        foreach (var query in new[] { "ひとつめ", "ひとつめの話はどこで読めますか" }) Assert.Equal(["/one"], await site.PathsAsync(query));
        foreach (var query in new[] { "つくりかけ", "つくりかけの話はどこで読めますか", "title:つくりかけ" }) Assert.DoesNotContain("/half", await site.PathsAsync(query));
    }

    [Theory, EachEngine]
    public async Task Copies_drafts_and_what_was_taken_back_stay_out(Engine engine)
    {
        await using var site = await OpenAsync(engine);
        const string page = """{ "ContentItemId": "page", "ContentType": "Page", "Latest": true, "Published": true, "DisplayText": "いまの話", "TitlePart": { "Title": "いまの話" }, "AutoroutePart": { "Path": "now" }, "MarkdownBodyPart": { "Markdown": "いまの内容" } }""";
        const string copy = """{ "ContentItemId": "copy", "ContentType": "Page", "Latest": true, "Published": false, "DisplayText": "差し替えの話", "TitlePart": { "Title": "差し替えの話" }, "AutoroutePart": { "Path": "now" }, "MarkdownBodyPart": { "Markdown": "差し替えの内容" }, "ReplacementPart": { "Of": "page", "BaseVersionId": "v1" } }""";
        Assert.Empty((await site.ImportAsync(page, copy)).Problems);
        await site.InScopeAsync(scope => scope.GetRequiredService<ContentStore>().SaveDraftAsync(Item("draft", "下書きの話", "下書きの内容")));
        var back = await PublishAsync(site, "back", "取り下げの話", "取り下げの内容");
        await site.InScopeAsync(scope => scope.GetRequiredService<ContentStore>().UnpublishAsync(back));
        await PublishAsync(site, "staff", "職員の話", "職員の内容", Audience.Staff);
        foreach (var rebuilt in new[] { false, true })
        {
            if (rebuilt) Assert.Equal(2, await site.RebuildAsync());
            foreach (var word in new[] { "差し替え", "下書き", "取り下げ", "職員" })
            {
                Assert.DoesNotContain((await site.FindAsync(word)).Hits, hit => hit.Title.Contains(word, StringComparison.Ordinal));
                Assert.DoesNotContain((await site.FindAsync($"{word}の内容はどこで読めますか")).Hits, hit => hit.Url != "/now");
                Assert.DoesNotContain(await SuggestAsync(site, word, Viewer.Anonymous), title => title.Contains(word, StringComparison.Ordinal));
            }

            Assert.Equal(["/now"], await site.PathsAsync("話"));
            Assert.Equal(2, await site.ReadAsync(db => db.Set<SearchPassage>().CountAsync()));
        }
    }

    /// <summary>More than can be read: which are read is chosen by what is known without reading.</summary>
    [Theory, EachEngine]
    public async Task Of_more_than_can_be_read_those_with_the_word_in_their_title_are(Engine engine)
    {
        await using var site = await OpenAsync(engine);
        var pages = Enumerable.Range(0, 400).Select(n => new SearchPage($"p{n}", "", Audience.Public, [new SearchEntry("page", $"/p{n}", n == 307 ? "往診" : $"記事{n}") { Body = $"往診について{n}。" + new string('。', n) }])).ToList();
        await site.InScopeAsync(async scope =>
        {
            var db = scope.GetRequiredService<SiteDb>();
            return await db.WriteAsync(async () =>
            {
                await new DocumentWriter(db, scope.GetRequiredService<ISearchEngine>()).PutAsync(pages, (await db.Set<SearchGeneration>().SingleAsync()).Current, CancellationToken.None);
                return 0;
            });
        });
        var found = await site.FindAsync("往診");
        Assert.Equal((400, "/p307"), (found.Total, found.Hits[0].Url));
        Assert.Equal("/p307", (await site.FindAsync("往診とはどういうものですか")).Hits[0].Url);
    }

    [Theory, EachEngine]
    public async Task Whatever_is_asked_is_answered(Engine engine)
    {
        await using var site = await OpenAsync(engine);
        await PublishAsync(site, "one", "薬の話", "100%_薬 NEAR 1 と O'Neill の話。が＋か゛。");
        string[] queries =
        [
            new('あ', 10_000), string.Join(' ', Enumerable.Range(0, 500).Select(n => $"言葉{n}")), "!?。、", "あ", "👩‍⚕️", "\uD842", "\0", "\"", new('(', 200), "*", "'; DROP TABLE SearchDocument; --",
            "NEAR(", "^", "title:", "col:", "%_", "-", "--", "AND OR NOT", "\"\"", "()", "kind:", "area:", "x:*", "薬*", "\\", "'", "薬 AND (", "(((((薬)))))", " ", "　", "ｶﾞ", "1",
        ];
        foreach (var query in queries) Assert.InRange((await site.FindAsync(query)).Total, 0, 1);
        foreach (var query in TokensTests.Texts().Generator.Sample(40, 60)) Assert.InRange((await site.FindAsync(query)).Total, 0, 1);
        Assert.Equal(1, (await site.FindAsync("O'Neill")).Total);
        Assert.Equal(1, (await site.FindAsync("薬")).Total);
    }

    /// <summary>Texts come from everywhere: pasted, imported, read out of files.</summary>
    [Theory, EachEngine]
    public async Task Whatever_is_written_is_taken_and_found(Engine engine)
    {
        await using var site = await OpenAsync(engine);
        // A word longer than any that is kept whole is found by itself all the same.
        var dice = new Random(4);
        string[] texts = [string.Concat(Enumerable.Range(0, 10_000).Select(_ => (char)dice.Next('a', 'z' + 1))), new('漢', 30_000), string.Concat(Enumerable.Repeat("𠮷", 15_000)), "O'Neill \"quoted\" ' \" \\ ¦ a¦b :* | & ! <->", "\uD842", "a\0b", "\uFFFE", .. TokensTests.Texts().Generator.Sample(40, 60)];
        var pages = texts.Select((text, n) => new SearchPage($"p{n}", "", Audience.Public, [new SearchEntry("page", $"/p{n}", $"題{n}番 {text}") { Heading = text, Body = text + " 目印", Reading = text, Keywords = [text], Area = text.Length > 64 ? "" : text }])).ToList();
        await site.InScopeAsync(async scope =>
        {
            var db = scope.GetRequiredService<SiteDb>();
            return await db.WriteAsync(async () =>
            {
                await new DocumentWriter(db, scope.GetRequiredService<ISearchEngine>()).PutAsync(pages, (await db.Set<SearchGeneration>().SingleAsync()).Current, CancellationToken.None);
                return 0;
            });
        });
        Assert.Equal("/p0", (await site.FindAsync(texts[0])).Hits[0].Url);
        // Beyond what is kept of a long text nothing is found, and the text is: by its title.
        Assert.Equal(texts.Count(text => text.Length < DocumentWriter.MaxBody), (await site.FindAsync("目印")).Total);
        for (var n = 0; n < texts.Length; n++) Assert.Equal($"/p{n}", (await site.FindAsync($"\"題{n}番\"")).Hits[0].Url);
    }

    /// <summary>Comes after the index was written.</summary>
    private sealed class FailingFollower : ContentFollower
    {
        public override Task FollowAsync(IReadOnlyCollection<string> contentItemIds, CancellationToken cancel) => throw new InvalidOperationException();
    }
}
