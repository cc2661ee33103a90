using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Zaitaku.Site.Tests.Pages;

[Collection(SampleSiteTests.Name)]
public sealed class ChapterTests(SampleSite sample)
{
    private const string Chapter = "/guides/acp/who-comes";
    private const string LastDays = "/guides/acp/last-days";

    private Task<IHtmlDocument> PageAsync(string path) => sample.Site.PageAsync(path);

    [Fact]
    public async Task The_contents_list_marks_the_chapter_one_is_in()
    {
        var page = await PageAsync(Chapter);
        var current = Assert.Single(page.QuerySelectorAll(".toc [aria-current=page]"));
        Assert.Equal(Chapter, current.GetAttribute("href"));
        Assert.True(page.QuerySelectorAll(".toc ol a").Length >= 9);
    }

    [Fact]
    public async Task Neighbours_are_linked_by_their_titles()
    {
        var contents = (await PageAsync("/guides/acp")).QuerySelectorAll(".chapters ol a").ToList();
        for (var at = 0; at < contents.Count; at++)
        {
            var page = await PageAsync(contents[at].GetAttribute("href")!);
            AssertLink(at == 0 ? null : contents[at - 1], page.QuerySelector("a[rel=prev]"));
            AssertLink(at == contents.Count - 1 ? null : contents[at + 1], page.QuerySelector("a[rel=next]"));
        }

        static void AssertLink(IElement? expected, IElement? link)
        {
            Assert.Equal(expected?.GetAttribute("href"), link?.GetAttribute("href"));
            if (expected is not null) Assert.EndsWith(expected.TextContent.Trim(), link!.TextContent.Trim(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task It_says_how_long_it_takes_and_when_it_was_changed()
    {
        var meta = (await PageAsync(Chapter)).QuerySelector(".page-header .meta")!;
        Assert.Matches("約[1-9][0-9]*分で読めます", meta.TextContent);
        var time = meta.QuerySelector("time")!;
        Assert.Matches("^2026年（令和8年）[0-9]+月[0-9]+日$", time.TextContent);
        Assert.Matches("^2026-[0-9]{2}-[0-9]{2}$", time.GetAttribute("datetime"));
        Assert.Contains("最終更新日", meta.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_department_that_answers_for_it_can_be_reached()
    {
        var contact = (await PageAsync(Chapter)).QuerySelector(".contact")!;
        Assert.Matches("^tel:[0-9+]{9,}$", contact.QuerySelector("a")!.GetAttribute("href"));
        Assert.All(new[] { "電話", "ファクシミリ", "受付時間", "センター" }, word => Assert.Contains(word, contact.TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_term_is_explained_right_after_its_paragraph()
    {
        var term = (await PageAsync(Chapter)).QuerySelector("dfn.term")!;
        var note = term.Owner!.GetElementById(term.QuerySelector("a")!.GetAttribute("href")![1..])!;
        Assert.Equal("details", note.LocalName);
        Assert.False(note.HasAttribute("open"));
        Assert.Equal("summary", note.FirstElementChild!.LocalName);
        Assert.NotEmpty(note.QuerySelector("p")!.TextContent);
        Assert.Same(term.Closest("p, li, table")!.NextElementSibling, note.ParentElement);
    }

    [Fact]
    public async Task A_term_is_explained_at_its_first_use_only()
    {
        var pages = await sample.Site.PagesAsync();
        Assert.Empty(from page in pages
                     from text in page.Value.QuerySelectorAll(".prose")
                     from terms in text.QuerySelectorAll("dfn").GroupBy(term => term.TextContent)
                     where terms.Count() > 1
                     select $"{page.Key}: {terms.Key}");
    }

    [Fact]
    public async Task Readings_are_hidden_from_screen_readers_and_words_are_not()
    {
        var page = await PageAsync(Chapter + "?furigana=on");
        Assert.True(page.QuerySelectorAll("#text ruby").Length > 100);
        Assert.All(page.QuerySelectorAll("rt, rp"), reading => Assert.Equal("true", reading.GetAttribute("aria-hidden")));
        Assert.All(page.QuerySelectorAll("ruby"), ruby => Assert.Null(ruby.Closest("[aria-hidden=true]")));
        Assert.Empty((await PageAsync(Chapter)).QuerySelectorAll("#text ruby rt:not([aria-hidden=true])"));
    }

    [Fact]
    public async Task Readings_change_nothing_but_themselves()
    {
        var (plain, ruby) = (await PageAsync(Chapter), await PageAsync(Chapter + "?furigana=on"));
        foreach (var reading in plain.QuerySelectorAll("rt, rp").Concat(ruby.QuerySelectorAll("rt, rp")).ToList()) reading.Remove();
        Assert.Equal(plain.QuerySelector("#text")!.TextContent, ruby.QuerySelector("#text")!.TextContent);
        Assert.Equal(plain.QuerySelector("h1")!.TextContent.Trim(), ruby.QuerySelector("h1")!.TextContent.Trim());
    }

    [Fact]
    public async Task The_choice_of_readings_goes_along_to_the_next_page()
    {
        var page = await PageAsync(Chapter + "?furigana=on");
        Assert.All(page.QuerySelectorAll(".toc ol a, .pager a"), link => Assert.EndsWith("?furigana=on", link.GetAttribute("href"), StringComparison.Ordinal));
        Assert.Contains(page.QuerySelectorAll(".tool"), tool => tool.GetAttribute("href") == Chapter);
        Assert.DoesNotContain((await PageAsync(Chapter)).QuerySelectorAll(".toc ol a, .pager a"), link => link.GetAttribute("href")!.Contains('?', StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_chapter_leads_to_its_easy_edition_and_back()
    {
        foreach (var chapter in (await PageAsync("/guides/acp")).QuerySelectorAll(".chapters ol a").Select(link => link.GetAttribute("href")!))
        {
            var easy = Assert.Single((await PageAsync(chapter)).QuerySelectorAll(".tool"), tool => tool.TextContent.Contains("やさしい日本語", StringComparison.Ordinal)).GetAttribute("href")!;
            Assert.Contains((await PageAsync(easy)).QuerySelectorAll(".tool"), tool => tool.GetAttribute("href") == chapter);
        }
    }

    [Fact]
    public async Task A_notice_stands_before_the_last_days_and_leads_past_them()
    {
        var page = await PageAsync(LastDays);
        var notice = page.QuerySelector(".gentle-notice")!;
        Assert.True(notice.CompareDocumentPosition(page.QuerySelector("#text")!).HasFlag(DocumentPositions.Following));
        var ways = notice.QuerySelectorAll("a").Select(link => link.GetAttribute("href")).ToList();
        Assert.Equal(["#text", page.QuerySelector("a[rel=next]")!.GetAttribute("href")], ways);
        Assert.Null((await PageAsync(Chapter)).QuerySelector(".gentle-notice"));
    }

    [Fact]
    public async Task A_page_that_one_can_answer_asks_for_no_personal_data()
    {
        var form = (await PageAsync(Chapter)).QuerySelector("form[action='/feedback']")!;
        Assert.Equal(["ContentItemId", "ContentItemVersionId"], form.QuerySelectorAll("input").Select(input => input.GetAttribute("name")));
        Assert.Equal(["はい", "いいえ", "まちがいがある"], form.QuerySelectorAll("button").Select(button => button.TextContent));
        Assert.Empty(form.QuerySelectorAll("textarea"));
    }
}
