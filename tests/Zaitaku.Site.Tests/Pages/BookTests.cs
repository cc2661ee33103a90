using System.Net;

namespace Zaitaku.Site.Tests.Pages;

[Collection(SampleSiteTests.Name)]
public sealed class BookTests(SampleSite sample)
{
    public static TheoryData<string> Books => [.. SamplePages.Books];

    public static TheoryData<string> Handbooks => [.. SamplePages.Books.Where(book => book.StartsWith("/handbooks/", StringComparison.Ordinal))];

    [Theory, MemberData(nameof(Books))]
    public async Task The_whole_book_page_has_every_chapter_once(string book)
    {
        var chapters = (await sample.Site.PageAsync(book)).QuerySelectorAll(".chapters ol a").Select(link => link.TextContent.Trim()).ToList();
        var page = await sample.Site.PageAsync(book + "/print");
        var printed = page.QuerySelectorAll(".book-chapter-title").Select(title => title.TextContent.Trim());
        if (chapters.Count > 0) Assert.Equal(chapters, printed);
        // A leaflet is one text below the title of the book, and has no second one.
        else Assert.Equal((0, 1), (printed.Count(), page.QuerySelectorAll(".book-chapter").Length));
        Assert.All(page.QuerySelectorAll(".book-chapter"), chapter => Assert.True(chapter.TextContent.Trim().Length > 300));
    }

    [Theory, MemberData(nameof(Books))]
    public async Task Nothing_on_the_whole_book_page_waits_to_be_opened(string book)
    {
        var page = await sample.Site.PageAsync(book + "/print");
        Assert.Empty(page.QuerySelectorAll("main details"));
        if (page.QuerySelector("dfn") is not null) Assert.NotEmpty(page.QuerySelectorAll(".footnote"));
    }

    [Theory, MemberData(nameof(Handbooks))]
    public async Task A_handbook_says_its_edition_its_history_who_helped_and_where_it_came_from(string book)
    {
        var page = await sample.Site.PageAsync(book);
        Assert.Matches("[0-9]{4}年版", page.QuerySelector(".page-header .meta")!.TextContent);
        var sections = page.QuerySelectorAll("main h2").ToDictionary(heading => heading.TextContent.Trim(), heading => heading.ParentElement!.TextContent);
        Assert.NotEmpty(page.QuerySelectorAll(".history dt time[datetime]"));
        Assert.Contains("改訂履歴", sections.Keys);
        Assert.Contains("協力機関", sections.Keys);
        Assert.All(new[] { "相談", "会議", "協議会" }, word => Assert.Contains(word, sections["この冊子ができるまで"], StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_scene_of_the_handbook_for_people_living_alone_has_a_list_to_tick()
    {
        var scenes = (await sample.Site.PageAsync("/handbooks/ohitorisama")).QuerySelectorAll(".chapters ol a").Select(link => link.GetAttribute("href")!).ToList();
        Assert.True(scenes.Count >= 8);
        foreach (var scene in scenes)
        {
            var boxes = (await sample.Site.PageAsync(scene)).QuerySelectorAll(".checklist li > label > input[type=checkbox]");
            Assert.True(boxes.Length >= 3, scene);
            Assert.All(boxes, box => Assert.False(box.HasAttribute("disabled") || box.HasAttribute("checked")));
        }
    }

    [Fact]
    public async Task The_leaflet_shows_its_text_on_its_own_page()
    {
        var page = await sample.Site.PageAsync("/handbooks/customer-harassment");
        Assert.Contains("ハラスメント", page.QuerySelector("#text")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll(".chapters"));
    }

    [Fact]
    public async Task The_shelves_name_every_book_and_the_worksheet()
    {
        var guides = (await sample.Site.PageAsync("/guides")).QuerySelectorAll(".door a").Select(link => link.GetAttribute("href")).ToList();
        var handbooks = (await sample.Site.PageAsync("/handbooks")).QuerySelectorAll(".door a").Select(link => link.GetAttribute("href")).ToList();
        Assert.Contains("/guides/acp", guides);
        Assert.Equal(2, guides.Count);
        Assert.Equal(SamplePages.Books.Skip(1).Order(), handbooks.Order());
    }

    [Theory]
    [InlineData("/guides/nothing/print"), InlineData("/guides/nyutaiin/print"), InlineData("/forms/okusuri-card/print"), InlineData("/guides/nothing.epub"), InlineData("/guides/nothing.pdf")]
    public async Task A_book_that_is_not_there_is_not_printed(string address)
    {
        using var answer = await sample.Site.Visitor.GetAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task The_worksheet_can_send_nothing_anywhere()
    {
        const string address = "/guides/acp/my-wishes";
        using var answer = await sample.Site.Visitor.GetAsync(address);
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("connect-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("form-action 'none'", policy, StringComparison.Ordinal);
        var page = (await sample.Site.PagesAsync())[address];
        Assert.Empty(page.QuerySelectorAll("form, input[name^=Content], [formaction]"));
        Assert.All(page.QuerySelectorAll("input, textarea"), field => Assert.Equal("off", field.GetAttribute("autocomplete")));
        Assert.All(page.QuerySelectorAll(".question"), question => Assert.NotEmpty(question.QuerySelectorAll("textarea")));
    }
}
