using Zaitaku.Cms.Content;
using Zaitaku.Cms.Parts;
using Zaitaku.Guides.Books;
using Zaitaku.Guides.Editions;

namespace Zaitaku.Guides.Tests.Editions;

public sealed class ReadableTextTests
{
    [Fact]
    public void A_text_is_read_as_it_stands_on_the_page_without_marks()
    {
        var blocks = ReadableText.OfMarkdown("""
            ## 頼める人 {#who}

            **訪問看護**は[[医療保険]]か、[くわしくは](/guides/acp/money)を読みます。{看取り|みとり}も。

            - [ ] 電話番号
            - 地図
              - 駐車場

            表: 料金

            | 回数 | 金額 |
            |---|---|
            | 1回 | 500円 |
            """);
        Assert.Equal(
            [
                new(BlockKind.Heading, "頼める人"),
                new(BlockKind.Paragraph, "訪問看護は医療保険か、くわしくはを読みます。看取りも。"),
                new(BlockKind.Item, "□ 電話番号"),
                new(BlockKind.Item, "地図"),
                new(BlockKind.Item, "駐車場"),
                new(BlockKind.Paragraph, "料金"),
                new(BlockKind.Row, "回数 ／ 金額"),
                new(BlockKind.Row, "1回 ／ 500円"),
            ],
            blocks);
    }

    [Theory]
    [InlineData(null), InlineData(""), InlineData("   \n")]
    public void No_text_has_no_passages(string? markdown) => Assert.Empty(ReadableText.OfMarkdown(markdown));

    [Fact]
    public void Hostile_markup_is_only_words()
    {
        var blocks = ReadableText.OfMarkdown("<script>alert(1)</script><img src=x onerror=alert(1)>\n\n[押す](javascript:alert(1))");
        Assert.All(blocks, block => Assert.Equal(BlockKind.Paragraph, block.Kind));
        Assert.Contains(blocks, block => block.Text.Contains("<script>", StringComparison.Ordinal));
    }

    [Fact]
    public void A_link_that_leads_elsewhere_is_a_change_though_no_word_is()
    {
        var (before, after) = (Chapter("[市役所](https://a.example/)へ"), Chapter("[市役所](https://b.example/)へ"));
        Assert.False(ReadableText.Same(before, after));
        Assert.Equal(ReadableText.Of(before), ReadableText.Of(after));
    }

    [Fact]
    public void A_book_says_its_lead_who_helped_and_where_it_came_from()
    {
        var book = new ContentItem { DisplayText = "冊子" };
        book.Set(new BookPart { Lead = new() { Text = "家で暮らす人に。" }, Partners = new() { Values = ["医師会", "薬剤師会"] }, Provenance = new() { Markdown = "話し合いました。" }, Edition = new() { Text = "数えない" } });
        Assert.Equal(["家で暮らす人に。", "医師会", "薬剤師会", "話し合いました。"], ReadableText.Of(book).Select(block => block.Text));
    }

    private static ContentItem Chapter(string markdown)
    {
        var item = new ContentItem { DisplayText = "章" };
        item.Set(new MarkdownBodyPart { Markdown = markdown });
        return item;
    }
}
