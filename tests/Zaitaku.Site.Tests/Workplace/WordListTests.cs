using System.Net;
using System.Text;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.AuditTrail;
using Zaitaku.Testing;

namespace Zaitaku.Site.Tests.Workplace;

public sealed class WordListTests
{
    private const string Readings = "/admin/readings";
    private const string HouseWords = "/admin/house-words";

    [Theory, EachEngine]
    public async Task A_reading_is_tried_with_the_pages_it_changes_and_saved_for_all_chapters(Engine engine)
    {
        await using var site = await WorkplaceSite.StartAsync(engine);
        using var editor = new Colleague(site, RoleNames.Editor, "hanako");
        var found = await editor.PageAsync($"{Readings}?q=人生会議");
        var edit = found.QuerySelectorAll("tbody a").First(a => a.ParentElement!.ParentElement!.Children[0].TextContent == "人生会議").GetAttribute("href")!.Split('#')[0];
        var form = Colleague.FormOf(await editor.PageAsync(edit));
        var tried = await editor.PostAsync(Readings, [.. Colleague.Changed(form, ("cell-1", "じんせいのかいぎ"), ("sentence", "<b>人生会議</b>をひらく")), new("act", "try")]).ExpectAsync(HttpStatusCode.OK);
        var sentences = tried.QuerySelectorAll(".tried dd");
        Assert.DoesNotContain("じんせいの", sentences[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("じんせいの", sentences[1].TextContent, StringComparison.Ordinal);
        Assert.Null(tried.QuerySelector(".tried b"));
        var chapter = tried.QuerySelector(".tried li a")!.GetAttribute("href")!.Split('/')[^1];
        var path = (await site.LatestAsync(chapter)).Data["AutoroutePart"]!["Path"]!.ToString();
        Assert.DoesNotContain("じんせいの", await site.Visitor.GetStringAsync($"/{path}?furigana=on"), StringComparison.Ordinal);
        await editor.PostAsync(Readings, [.. Colleague.Changed(form, ("cell-1", "じんせいのかいぎ")), new("act", "save")]).ExpectAsync(HttpStatusCode.Redirect);
        Assert.Contains("じんせいの", await site.Visitor.GetStringAsync($"/{path}?furigana=on"), StringComparison.Ordinal);
        Assert.Equal(new("人生会議", "人生会議,じんせいかいぎ", "人生会議,じんせいのかいぎ"), Assert.Single(AuditChanges.Read((await site.RecordedAsync("WordChanged")).Data)));
        await editor.PostAsync(Readings, [.. Colleague.Changed(form, ("cell-1", "べつのよみ")), new("act", "save")]).ExpectAsync(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task A_word_that_would_not_do_is_refused_and_stays_typed()
    {
        await using var site = await WorkplaceSite.StartAsync();
        using var editor = new Colleague(site, RoleNames.Editor, "hanako");
        var before = Dictionary(await site.SettingsAsync());
        var form = Colleague.FormOf(await editor.PageAsync(Readings));
        foreach (var (word, reading) in new[] { ("ひらがな", "よみ"), ("悪化", "漢字"), ("", "よみ"), ("悪化", ""), ("悪,化", "あっか"), ("=悪化", "あっか"), ("悪化", "ちがうよみ"), (new string('悪', 300), "あ") })
        {
            var page = await editor.PostAsync(Readings, [.. Colleague.Changed(form, ("cell-0", word), ("cell-1", reading)), new("act", "save")]).ExpectAsync(HttpStatusCode.BadRequest);
            Assert.Equal(word, page.QuerySelector("#cell-0")!.GetAttribute("value"));
        }

        Assert.Equal(before, Dictionary(await site.SettingsAsync()));
    }

    [Fact]
    public async Task A_file_is_checked_as_a_whole_with_its_lines_shown_and_then_taken()
    {
        await using var site = await WorkplaceSite.StartAsync();
        using var editor = new Colleague(site, RoleNames.Editor, "hanako");
        var csv = Encoding.UTF8.GetString(await (await editor.GetAsync($"{Readings}?handler=Csv")).Content.ReadAsByteArrayAsync()).TrimStart('\uFEFF');
        Assert.Equal(Dictionary(await site.SettingsAsync()), csv);
        var bad = await UploadAsync(editor, Readings, "悪化,あっか\nひらがな,よみ\n安静").ExpectAsync(HttpStatusCode.BadRequest);
        Assert.Equal(["2行目：", "3行目："], bad.QuerySelectorAll(".errors li").Select(line => line.TextContent.Trim()[..4]));
        var looked = await UploadAsync(editor, Readings, csv + "薔薇窓,ばらまど\n").ExpectAsync(HttpStatusCode.OK);
        Assert.Contains("足す言葉 1", looked.QuerySelector("[aria-labelledby=sent]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(csv, Dictionary(await site.SettingsAsync()));
        var form = Sent(looked);
        await editor.PostAsync(Readings, [.. form, new("act", "replace")]).ExpectAsync(HttpStatusCode.Redirect);
        Assert.EndsWith("薔薇窓,ばらまど\n", Dictionary(await site.SettingsAsync()), StringComparison.Ordinal);
        await editor.PostAsync(Readings, [.. Colleague.Changed(form, ("all", "悪化,あっか\n")), new("act", "replace")]).ExpectAsync(HttpStatusCode.Conflict);
        Assert.EndsWith("薔薇窓,ばらまど\n", Dictionary(await site.SettingsAsync()), StringComparison.Ordinal);
        await UploadAsync(editor, Readings, new string('あ', 1_000_000)).ExpectAsync(HttpStatusCode.RequestEntityTooLarge);
    }

    [Theory, EachEngine]
    public async Task A_file_that_will_not_do_is_refused_in_words_and_leaves_the_list_as_it_was(Engine engine)
    {
        await using var site = await WorkplaceSite.StartAsync(engine);
        using var editor = new Colleague(site, RoleNames.Editor, "hanako");
        foreach (var (list, line) in new[] { (Readings, "悪化,あっか"), (HouseWords, "老人,高齢の方"), ("/admin/search/synonyms", "退院,家に帰る") })
        {
            var before = await (await editor.GetAsync(list + "?handler=Csv")).Content.ReadAsByteArrayAsync();
            byte[][] bad =
            [
                [], "\n\n"u8.ToArray(), "# 注だけ\n"u8.ToArray(), [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(line)], Encoding.UTF8.GetBytes(line + "\0"), Encoding.UTF8.GetBytes(line + "\u001B[31m"),
                .. new[] { "=cmd|' /C calc'!A0,あ", "+悪化,あっか", "@SUM(A1),あ", "-悪化,あっか", "＝悪化,あっか", line + "\n悪化,=HYPERLINK(A1)", line + "\r\n悪化,い,@SUM(A1)" }.Select(Encoding.UTF8.GetBytes),
                Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("い,ろ\n", 100_000))),
            ];
            foreach (var file in bad)
            {
                var page = await UploadAsync(editor, list, file).ExpectAsync(HttpStatusCode.BadRequest);
                Assert.NotEqual("", page.QuerySelector(".errors li")!.TextContent.Trim());
                Assert.Null(page.QuerySelector("[aria-labelledby=sent]"));
            }

            Assert.StartsWith("ファイルが大きすぎます", (await UploadAsync(editor, list, new byte[3_000_000]).ExpectAsync(HttpStatusCode.RequestEntityTooLarge)).QuerySelector(".errors li")!.TextContent.Trim(), StringComparison.Ordinal);
            Assert.Contains("大きすぎます", (await UploadAsync(editor, list, new byte[10_000_000]).ExpectAsync(HttpStatusCode.RequestEntityTooLarge)).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
            foreach (var good in new[] { Encoding.UTF8.GetBytes("\uFEFF" + line + "\r\n"), CodePagesEncodingProvider.Instance.GetEncoding(932)!.GetBytes(line + "\r\n") })
            {
                Assert.Equal(line, Sent(await UploadAsync(editor, list, good).ExpectAsync(HttpStatusCode.OK)).Single(field => field.Key == "all").Value.Trim());
            }

            var form = Colleague.FormOf(await editor.PageAsync(list)).Where(field => field.Key == "__RequestVerificationToken").ToList();
            await editor.PostAsync(list, [.. form, new("act", "replace"), new("all", ""), new("version", Cms.Words.WordDesk.VersionOf(Encoding.UTF8.GetString(before).TrimStart('\uFEFF')))]).ExpectAsync(HttpStatusCode.BadRequest);
            Assert.Equal(before, await (await editor.GetAsync(list + "?handler=Csv")).Content.ReadAsByteArrayAsync());
        }
    }

    [Fact]
    public async Task The_houses_words_say_how_often_the_site_uses_them()
    {
        await using var site = await WorkplaceSite.StartAsync();
        using var editor = new Colleague(site, RoleNames.Editor, "hanako");
        await site.PublishPageAsync("has-word", "めずらし言葉と、めずらし言葉。");
        var tried = await editor.PostAsync(HouseWords, [.. Colleague.Changed(Colleague.FormOf(await editor.PageAsync(HouseWords)), ("cell-0", "めずらし言葉"), ("sentence", "めずらし言葉<b>")), new("act", "try")]).ExpectAsync(HttpStatusCode.OK);
        Assert.Equal("めずらし言葉", tried.QuerySelector(".tried mark")!.TextContent);
        Assert.Contains("has-wordの題", tried.QuerySelector(".tried li")!.TextContent, StringComparison.Ordinal);
        await editor.PostAsync(HouseWords, [.. Colleague.Changed(Colleague.FormOf(await editor.PageAsync(HouseWords)), ("cell-0", "めずらし言葉"), ("cell-1", "よくある言葉")), new("act", "save")]).ExpectAsync(HttpStatusCode.Redirect);
        var line = (await editor.PageAsync(HouseWords + "?q=めずらし")).QuerySelector("tbody tr")!;
        Assert.Contains("2か所", line.TextContent, StringComparison.Ordinal);
        await site.PublishPageAsync("has-word-too", "めずらし言葉。");
        Assert.Contains("3か所", (await editor.PageAsync(HouseWords + "?q=めずらし")).QuerySelector("tbody tr")!.TextContent, StringComparison.Ordinal);
        await editor.PostAsync(HouseWords, [.. Colleague.Changed(Colleague.FormOf(await editor.PageAsync(HouseWords)), ("cell-0", "めずらし言葉")), new("act", "save")]).ExpectAsync(HttpStatusCode.BadRequest);
        using var coordinator = new Colleague(site, RoleNames.Coordinator, "taro");
        Assert.Equal(HttpStatusCode.Forbidden, await coordinator.GetAsync(HouseWords).StatusAsync());
        Assert.Equal(HttpStatusCode.BadRequest, await editor.PostAsync(HouseWords, [new("cell-0", "x"), new("act", "save")]).StatusAsync());
    }

    private static string Dictionary(Cms.Settings.SiteSettings settings) => settings.Properties["FuriganaSettings"]!["Dictionary"]!.ToString();

    private static List<KeyValuePair<string, string>> Sent(AngleSharp.Html.Dom.IHtmlDocument page) =>
        [.. page.QuerySelectorAll("[aria-labelledby=sent] form input, [aria-labelledby=sent] form textarea").Select(field => KeyValuePair.Create(field.GetAttribute("name")!,
            field is AngleSharp.Html.Dom.IHtmlTextAreaElement area ? area.Value.ReplaceLineEndings("\r\n") : field.GetAttribute("value") ?? ""))];

    private static Task<HttpResponseMessage> UploadAsync(Colleague editor, string page, string csv) => UploadAsync(editor, page, Encoding.UTF8.GetBytes(csv));

    private static async Task<HttpResponseMessage> UploadAsync(Colleague editor, string page, byte[] file)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent((await editor.PageAsync(page)).QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new StringContent("check"), "act" },
            { new ByteArrayContent(file), "file", "words.csv" },
        };
        return await editor.SendAsync(page, form);
    }
}
