using System.Net;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Parts;

namespace Zaitaku.Site.Tests.Workplace;

/// <summary>Closing editions of books in the workplace, each test in a book of its own.</summary>
[Collection(WorkplaceTests.Name)]
public sealed class EditionsTests(WorkplaceSite workplace)
{
    [Fact]
    public async Task An_editor_sees_what_has_changed_and_closes_an_edition_that_readers_then_see()
    {
        var book = await BookAsync("closing");
        using var editor = workplace.As(RoleNames.Editor);
        var address = $"/admin/guides/{book}/editions";
        Assert.Equal("第1版", (await editor.PageAsync(address)).QuerySelector("#Name")!.GetAttribute("value"));
        await CloseAsync(editor, book, "第1版");
        var page = await editor.PageAsync(address);
        Assert.Null(page.QuerySelector("#Note"));
        using (await editor.EditAsync(book, "publish", ("MarkdownBodyPart.Markdown", "窓口は、市役所の2階です。")))
        {
        }

        page = await editor.PageAsync(address);
        Assert.Contains("2", page.QuerySelector(".passage ins")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("第2版", page.QuerySelector("#Name")!.GetAttribute("value"));
        await CloseAsync(editor, book, "令和8年11月版");
        var told = await workplace.Site.PageAsync("/handbooks/closing/changes");
        Assert.Equal(["edition-2", "edition-1"], told.QuerySelectorAll(".edition").Select(e => e.Id));
        Assert.Contains("窓口", told.QuerySelector(".edition-note strong")!.TextContent, StringComparison.Ordinal);
        Assert.Equal($"/admin/guides/{book}/editions", (await editor.PageAsync($"/admin/content/{book}")).QuerySelector(".tools a[href$=editions]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_form_that_is_not_right_comes_back_with_what_was_typed()
    {
        var book = await BookAsync("wrong-form");
        using var editor = workplace.As(RoleNames.Editor);
        using var answer = await PostAsync(editor, book, "", "<script>alert(1)</script>", "2026-02-30");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await Colleague.ReadAsync(answer);
        Assert.StartsWith("エラー：", page.Title, StringComparison.Ordinal);
        Assert.Equal(["#Name", "#Day"], page.QuerySelectorAll(".errors a").Select(link => link.GetAttribute("href")));
        Assert.Equal("<script>alert(1)</script>", page.QuerySelector("#Note")!.TextContent.Trim());
        Assert.Empty((await workplace.Site.PageAsync("/handbooks/wrong-form/changes")).QuerySelectorAll(".edition"));
    }

    [Fact]
    public async Task Hostile_words_in_a_note_are_only_words()
    {
        var book = await BookAsync("hostile-note");
        using var editor = workplace.As(RoleNames.Editor);
        using var answer = await PostAsync(editor, book, "<b>版</b>", "<img src=x onerror=alert(1)>\n\n[押す](javascript:alert(1))", "2026-11-20");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        foreach (var page in new[] { await workplace.Site.PageAsync("/handbooks/hostile-note/changes"), await workplace.Site.PageAsync("/handbooks/hostile-note"), await editor.PageAsync($"/admin/guides/{book}/editions") })
        {
            Assert.Empty(page.QuerySelectorAll("main img, main b, [onerror], a[href^=javascript]"));
            Assert.Contains("<b>版</b>", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_edition_closed_by_mistake_is_opened_again_and_its_copies_still_find_their_way()
    {
        var book = await BookAsync("mistake");
        using var editor = workplace.As(RoleNames.Editor);
        await CloseAsync(editor, book, "第1版");
        using var answer = await editor.PostAsync($"/admin/guides/{book}/editions", [.. Token(await editor.PageAsync($"/admin/guides/{book}/editions")), new("reopen", "1")]);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Empty((await workplace.Site.PageAsync("/handbooks/mistake/changes")).QuerySelectorAll(".edition"));
        Assert.Contains("取り消しました", (await workplace.Site.PageAsync("/handbooks/mistake?since=1")).QuerySelector(".since-notice")!.TextContent, StringComparison.Ordinal);
        using var again = await editor.PostAsync($"/admin/guides/{book}/editions", [.. Token(await editor.PageAsync($"/admin/guides/{book}/editions")), new("reopen", "1")]);
        Assert.Equal(HttpStatusCode.BadRequest, again.StatusCode);
    }

    [Fact]
    public async Task What_an_edition_holds_stays_in_the_trash()
    {
        var book = await BookAsync("held");
        using var administrator = workplace.As(RoleNames.Administrator);
        await CloseAsync(administrator, book, "第1版");
        using (await administrator.EditAsync(book, "trash"))
        {
        }

        using var answer = await administrator.PostAsync("/admin/trash", [.. Token(await administrator.PageAsync("/admin/trash")), new("purge", book)]);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("「第1版」に入っているので、消せません", (await Colleague.ReadAsync(answer)).QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(await workplace.Site.VersionsAsync(book));
    }

    [Theory]
    [InlineData("4nothing000000000000000000"), InlineData("4acpch01000000000000000000")]
    public async Task What_is_no_book_has_no_editions(string id)
    {
        using var editor = workplace.As(RoleNames.Editor);
        using var answer = await editor.GetAsync($"/admin/guides/{id}/editions");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Whoever_may_not_publish_closes_nothing()
    {
        var book = await BookAsync("not-allowed");
        using var coordinator = workplace.As(RoleNames.Coordinator);
        using var answer = await coordinator.GetAsync($"/admin/guides/{book}/editions");
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Null((await coordinator.PageAsync($"/admin/content/{book}")).QuerySelector("a[href$=editions]"));
    }

    private static async Task CloseAsync(Colleague editor, string book, string name)
    {
        using var answer = await PostAsync(editor, book, name, "**窓口**が変わりました。", "2026-11-20");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    private static async Task<HttpResponseMessage> PostAsync(Colleague editor, string book, string name, string note, string day)
    {
        var address = $"/admin/guides/{book}/editions";
        return await editor.PostAsync(address, [.. Token(await editor.PageAsync(address)), new("Name", name), new("Note", note), new("Day", day), new("act", "close")]);
    }

    private static IEnumerable<KeyValuePair<string, string>> Token(AngleSharp.Html.Dom.IHtmlDocument page) =>
        page.QuerySelector("input[name=__RequestVerificationToken]") is { } token ? [new("__RequestVerificationToken", token.GetAttribute("value")!)] : [];

    /// <summary>A leaflet of this test's own.</summary>
    private async Task<string> BookAsync(string slug)
    {
        await using var scope = workplace.Site.Services.CreateAsyncScope();
        var item = new ContentItem { ContentType = "Leaflet" };
        item.Set(new TitlePart { Title = slug + "の題" });
        item.Set(new Cms.Routing.AutoroutePart { Path = "handbooks/" + slug });
        item.Set(new Zaitaku.Guides.Books.BookPart { Lead = new() { Text = "窓口のリーフレットです。" } });
        item.Set(new MarkdownBodyPart { Markdown = "窓口は、市役所の1階です。" });
        Assert.Empty(await scope.ServiceProvider.GetRequiredService<ContentStore>().PublishAsync(item));
        return item.ContentItemId;
    }
}
