using System.Diagnostics;
using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.AuditTrail;
using Zaitaku.Cms.Data;
using Zaitaku.Search.Index;
using Zaitaku.Search.Records;
using Zaitaku.Search.Words;
using Zaitaku.Testing;

namespace Zaitaku.Site.Tests.Workplace;

/// <summary>What an editor learns of the search, and does about it.</summary>
public sealed class SearchWordsTests
{
    private const string Search = "/admin/search";
    private const string Synonyms = "/admin/search/synonyms";

    [Theory, EachEngine]
    public async Task What_found_nothing_is_answered_in_one_step_by_a_synonym_or_a_page(Engine engine)
    {
        await using var site = await WorkplaceSite.StartAsync(engine);
        using var editor = new Colleague(site, RoleNames.Editor, "hanako");
        await SearchedAsync(site, ("お迎えの話", 3), ("さくら花子", 2), ("090-1234-5678", 5));
        var page = await editor.PageAsync(Search);
        Assert.Contains("お迎えの話", page.QuerySelector("[aria-labelledby=fruitless]")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("さくら花子", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("1234", page.Body!.TextContent, StringComparison.Ordinal);

        var link = page.QuerySelector("[aria-labelledby=fruitless] a")!.GetAttribute("href")!;
        var form = FormOf(await editor.PageAsync(link.Split('#')[0]), "synonym");
        Assert.Equal("お迎えの話", form.Single(field => field.Key == "Word").Value);
        await editor.PostAsync(Search, [.. Colleague.Changed(form, ("Other", "看取り")), new("act", "synonym")]).ExpectAsync(HttpStatusCode.Redirect);
        Assert.Contains("看取り", (await site.PageAsync("/search?q=お迎えの話")).QuerySelector(".search-hits h2")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(("Search", "お迎えの話, 看取り", "hanako"), await site.RecordedAsync("SynonymAdded") is var noted ? (noted.Category, noted.Title, noted.UserName) : default);

        await PinAsync(editor, "ペンギン", site.Address + "/guides/acp/last-days?x=1#y").ExpectAsync(HttpStatusCode.Redirect);
        var pinned = (await site.PageAsync("/search?q=ﾍﾟﾝｷﾞﾝ")).QuerySelector(".pinned a")!;
        Assert.Equal("/guides/acp/last-days", pinned.GetAttribute("href"));
        Assert.Equal("ペンギン: /guides/acp/last-days", (await site.RecordedAsync("AnswerPinned")).Title);
        Assert.Contains(pinned.TextContent, (await editor.PageAsync(Search)).QuerySelector("[aria-labelledby=pin] table")!.TextContent, StringComparison.Ordinal);
        await editor.PostAsync(Search, [.. FormOf(await editor.PageAsync(Search), "pin").Where(field => field.Key.StartsWith("__", StringComparison.Ordinal)), new("unpin", "ペンギン")]).ExpectAsync(HttpStatusCode.Redirect);
        Assert.Null((await site.PageAsync("/search?q=ペンギン")).QuerySelector(".pinned"));
        Assert.Equal("ペンギン", (await site.RecordedAsync("AnswerUnpinned")).Title);

        using var coordinator = new Colleague(site, RoleNames.Coordinator, "jiro");
        foreach (var path in new[] { Search, Synonyms }) Assert.Equal(HttpStatusCode.Forbidden, await coordinator.GetAsync(path).StatusAsync());
        Assert.Contains("検索の同義語を加える", (await editor.PageAsync("/admin/audit-trail")).Body!.TextContent, StringComparison.Ordinal);
        await RebuiltAsync(site, editor);
    }

    [Theory, EachEngine]
    public async Task What_would_not_do_is_refused_and_stays_typed(Engine engine)
    {
        await using var site = await WorkplaceSite.StartAsync(engine);
        using var editor = new Colleague(site, RoleNames.Editor, "hanako");
        var before = (await site.SettingsAsync()).Section<ThesaurusSettings>().Groups;
        (string Word, string Other)[] wrong =
        [
            ("", "看取り"), ("看取り", "  "), (new string('長', 51), "看取り"), ("看取り", new string('長', 10_000)), ("看,取り", "みとり"), ("看取り", "a#b"), ("看取り\r\n見送り", "みとり"), ("看\u0001取り", "みとり"),
            ("！？", "看取り"), ("看取り", "🏥"), ("ＡＣＰ", "acp"), ("=1+1", "看取り"),
        ];
        var form = FormOf(await editor.PageAsync(Search), "synonym");
        foreach (var (word, other) in wrong)
        {
            var page = await editor.PostAsync(Search, [.. Colleague.Changed(form, ("Word", word), ("Other", other)), new("act", "synonym")]).ExpectAsync(HttpStatusCode.BadRequest);
            Assert.StartsWith("エラー：", page.Title, StringComparison.Ordinal);
            Assert.Contains(page.QuerySelectorAll(".errors a"), a => page.GetElementById(a.GetAttribute("href")![1..]) is not null);
            if (!word.Contains('\n', StringComparison.Ordinal)) Assert.Equal(word, page.QuerySelector("#Word")!.GetAttribute("value"));
        }

        foreach (var address in new[] { "", "/nothing/here", "https://example.com/elsewhere", "javascript:alert(1)", "//evil.example/", "/guides/acp/\u0000", "/" + new string('a', 5000), "%zz" })
        {
            await PinAsync(editor, "ペンギン", address).ExpectAsync(HttpStatusCode.BadRequest);
        }

        Assert.Equal(HttpStatusCode.BadRequest, await editor.PostAsync(Search, [.. form, new("act", "nothing")]).StatusAsync());
        Assert.Equal(before, (await site.SettingsAsync()).Section<ThesaurusSettings>().Groups);
        // What is known already is no error and no news.
        await editor.PostAsync(Search, [.. Colleague.Changed(form, ("Word", "ＡＣＰ"), ("Other", "人生会議")), new("act", "synonym")]).ExpectAsync(HttpStatusCode.Redirect);
        Assert.Equal(before, (await site.SettingsAsync()).Section<ThesaurusSettings>().Groups);
        Assert.Equal(0, await site.InScopeAsync(services => services.GetRequiredService<SiteDb>().Set<AuditTrailEvent>().CountAsync(row => row.Category == "Search")));
    }

    [Theory, EachEngine]
    public async Task A_group_is_tried_changed_and_taken_away_and_ten_thousand_of_them_do_no_harm(Engine engine)
    {
        await using var site = await WorkplaceSite.StartAsync(engine);
        using var editor = new Colleague(site, RoleNames.Editor, "hanako");
        var found = await editor.PageAsync($"{Synonyms}?q=看取り");
        var form = Colleague.FormOf(await editor.PageAsync(found.QuerySelector("tbody a")!.GetAttribute("href")!.Split('#')[0]));
        Assert.Equal("看取り", form.Single(field => field.Key == "cell-0").Value);
        var others = form.Single(field => field.Key == "cell-1").Value;
        Assert.Contains("、ターミナル、", others, StringComparison.Ordinal);
        var tried = await editor.PostAsync(Synonyms, [.. Colleague.Changed(form, ("cell-1", others + "、お迎えの話<b>"), ("sentence", "お迎えの話<b>")), new("act", "try")]).ExpectAsync(HttpStatusCode.OK);
        Assert.Contains("看取り", tried.QuerySelectorAll(".tried dd")[1].TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("看取り", tried.QuerySelectorAll(".tried dd")[0].TextContent, StringComparison.Ordinal);
        Assert.Null(tried.QuerySelector(".tried b"));
        Assert.NotEmpty(tried.QuerySelectorAll(".tried li a"));
        await editor.PostAsync(Synonyms, [.. Colleague.Changed(form, ("cell-1", others + ", お迎えの話")), new("act", "save")]).ExpectAsync(HttpStatusCode.Redirect);
        Assert.EndsWith(",お迎えの話", (await site.SettingsAsync()).Section<ThesaurusSettings>().Groups.Split('\n').First(line => line.StartsWith("看取り,", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("看取り", (await site.PageAsync("/search?q=お迎えの話")).QuerySelector(".search-hits h2")!.TextContent, StringComparison.Ordinal);
        // Someone has changed the line meanwhile.
        await editor.PostAsync(Synonyms, [.. Colleague.Changed(form, ("cell-1", "みとり")), new("act", "save")]).ExpectAsync(HttpStatusCode.Conflict);
        foreach (var (word, rest) in new[] { ("看取り", ""), ("", "みとり"), ("看取り", "看取り"), ("看取り", "ＡＣＰ、acp"), ("看取り", new string('長', 51)), ("看取り", "=1+1"), ("！", "？") })
        {
            await editor.PostAsync(Synonyms, [.. Colleague.Changed(form, ("was", ""), ("cell-0", word), ("cell-1", rest)), new("act", "save")]).ExpectAsync(HttpStatusCode.BadRequest);
        }

        await ReplaceAsync(editor, string.Concat(Enumerable.Range(0, 10_001).Select(n => $"言葉{n},ことば{n}\n")), HttpStatusCode.BadRequest);
        await ReplaceAsync(editor, string.Concat(Enumerable.Range(0, 9_999).Select(n => $"言葉{n},ことば{n}\n")) + "看取り,お迎えの話\n", HttpStatusCode.OK);
        foreach (var path in new[] { "/search?q=お迎えの話", "/search/suggest?q=こと", "/search?q=ことばかず" })
        {
            await site.Visitor.GetStringAsync(path);
            var watch = Stopwatch.StartNew();
            Assert.NotEmpty(await site.Visitor.GetStringAsync(path));
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{path} took {watch.Elapsed}");
        }
    }

    private static async Task ReplaceAsync(Colleague editor, string all, HttpStatusCode status)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(all)), "file", "synonyms.csv" }, { new StringContent("check"), "act" } };
        foreach (var field in Colleague.FormOf(await editor.PageAsync(Synonyms)).Where(field => field.Key.StartsWith("__", StringComparison.Ordinal))) form.Add(new StringContent(field.Value), field.Key);
        var looked = await editor.SendAsync(Synonyms, form).ExpectAsync(status);
        if (status != HttpStatusCode.OK) return;
        var sent = looked.QuerySelector("[aria-labelledby=sent] form")!.QuerySelectorAll("input, textarea").Select(control => KeyValuePair.Create(control.GetAttribute("name")!, control is IHtmlTextAreaElement area ? area.Value : control.GetAttribute("value")!));
        await editor.PostAsync(Synonyms, [.. sent, new("act", "replace")]).ExpectAsync(HttpStatusCode.Redirect);
    }

    /// <summary>The button asks; the index is built in the background, and the old one answers meanwhile.</summary>
    private static async Task RebuiltAsync(RunningSite site, Colleague editor)
    {
        var before = await GenerationAsync(site);
        await editor.PostAsync(Search, [.. FormOf(await editor.PageAsync(Search), "synonym").Where(field => field.Key.StartsWith("__", StringComparison.Ordinal)), new("act", "rebuild")]).ExpectAsync(HttpStatusCode.Redirect);
        for (var i = 0; i < 200 && await GenerationAsync(site) == before; i++)
        {
            Assert.NotEmpty((await site.PageAsync("/search?q=訪問看護")).QuerySelectorAll(".search-hits > li"));
            await Task.Delay(50);
        }

        Assert.NotEqual(before, await GenerationAsync(site));
        Assert.NotEmpty((await site.PageAsync("/search?q=訪問看護")).QuerySelectorAll(".search-hits > li"));
        Assert.Equal("hanako", (await site.RecordedAsync("RebuildAsked")).UserName);
    }

    private static Task<int> GenerationAsync(RunningSite site) => site.InScopeAsync(services => services.GetRequiredService<SiteDb>().Set<SearchGeneration>().AsNoTracking().Select(g => g.Current).SingleAsync());

    private static async Task SearchedAsync(RunningSite site, params (string Words, int Times)[] searches)
    {
        foreach (var (words, times) in searches)
        {
            for (var i = 0; i < times; i++) (await site.Visitor.GetAsync("/search?q=" + Uri.EscapeDataString(words))).Dispose();
        }

        await site.Services.GetRequiredService<SearchRecords>().WriteAsync();
    }

    private static async Task<HttpResponseMessage> PinAsync(Colleague editor, string word, string address) =>
        await editor.PostAsync(Search, [.. Colleague.Changed(FormOf(await editor.PageAsync(Search), "pin"), ("PinnedWord", word), ("Address", address)), new("act", "pin")]);

    private static List<KeyValuePair<string, string>> FormOf(IHtmlDocument page, string section) =>
        [.. page.QuerySelector($"[aria-labelledby={section}] form")!.QuerySelectorAll("input").Select(input => KeyValuePair.Create(input.GetAttribute("name")!, input.GetAttribute("value") ?? ""))];
}
