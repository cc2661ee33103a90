using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Parts;
using Zaitaku.Proofing.Links;

namespace Zaitaku.Proofing.Tests;

public sealed class ProofreaderTests
{
    [Theory]
    [InlineData("## 家で\n\n#### 薬", "SkippedHeadingLevel", null)]
    [InlineData("# 家で", "TopLevelHeading", null)]
    [InlineData("![](/media/a.png)", "ImageWithoutText", null)]
    [InlineData("くわしくは[こちら](/guides)", "LinkWords", null)]
    [InlineData("[詳しくはこちら。](/guides)", "LinkWords", null)]
    [InlineData("[](/guides)", "LinkWords", null)]
    [InlineData("ＡＣＰの話", "FullWidthAscii", "ACP")]
    [InlineData("ﾍﾙﾊﾟｰが来ます", "HalfWidthKana", "ヘルパー")]
    [InlineData("日　時：4月", "SpacedWord", "日時")]
    [InlineData("| 氏　　名 | 役 |\n| --- | --- |\n| 佐藤 | 医師 |", "SpacedWord", "氏名")]
    [InlineData("2024/1/31に始まります", "DateForm", "2024年1月31日")]
    [InlineData("2024-01-05に始まります", "DateForm", "2024年1月5日")]
    [InlineData("R6.4.1から", "DateForm", "令和6年4月1日")]
    [InlineData("R1.5.1から", "DateForm", "令和元年5月1日")]
    [InlineData("痴呆の人", "HouseWord", "認知症")]
    [InlineData("弱者の支援", "HouseWord", null)]
    [InlineData("| 日 | |\n| --- | --- |\n| 1 | 2 |", "TableHeader", null)]
    public async Task Markdown_that_some_cannot_read_is_remarked_at_its_place(string markdown, string rule, string? fix)
    {
        var remark = Assert.Single(await ReadAsync(Markdown(markdown)), r => r.Rule == rule);
        Assert.Equal(("MarkdownBodyPart.Markdown", fix), (remark.Path, remark.Fix));
        Assert.InRange(remark.Start, 0, markdown.Length);
        if (fix is not null) Assert.DoesNotContain(await ReadAsync(Markdown(markdown.Remove(remark.Start, remark.Length).Insert(remark.Start, fix))), r => r.Rule == rule);
    }

    [Theory]
    [InlineData("<h2>家で</h2><h4>薬</h4>", "SkippedHeadingLevel")]
    [InlineData("<h1>家で</h1>", "TopLevelHeading")]
    [InlineData("<img src='/media/a.png'>", "ImageWithoutText")]
    [InlineData("<a class=x href='/guides'><b>こちら</b></a>", "LinkWords")]
    [InlineData("<table><tr><td>1</td></tr></table>", "TableHeader")]
    [InlineData("<iframe src='https://example.jp'></iframe>", "FrameTitle")]
    [InlineData("<p style='color:#999'>薄い</p>", "Contrast")]
    [InlineData("<p style='background-color: rgb(0, 0, 128); color: #000'>暗い</p>", "Contrast")]
    [InlineData("<p>日　時</p>", "SpacedWord")]
    public async Task Html_that_some_cannot_use_is_remarked(string html, string rule)
    {
        var item = new ContentItem { ContentType = "Page" };
        item.Set(new HtmlBodyPart { Html = html });
        Assert.Single(await ReadAsync(item), r => r.Rule == rule && r.Path == "HtmlBodyPart.Html");
    }

    [Theory]
    [InlineData("## 家で\n\n### 薬\n\n## 夜\n\n[電話](tel:000-000-0000)と[メール](mailto:a@example.jp)で、[受付の時間](/contact)に。")]
    [InlineData("2024年1月31日、3/4の人、192.168.0.1、版 1.2.3、090-0000-0000、https://example.jp/2024/1/31/ＡＢＣ")]
    [InlineData("日 曜 が休み。ある 日 に。家 庭の話")]
    [InlineData("認知症の人。`ＡＣＰ` と {日|ひ} と [[訪問看護]]")]
    [InlineData("[こちらの事業所の一覧](/forms) [詳細な手順](/forms)")]
    public async Task Good_text_is_left_alone(string markdown) =>
        Assert.Empty((await ReadAsync(Markdown(markdown))).Where(r => r.Rule is not "SpacedWord" || !markdown.StartsWith("日 曜", StringComparison.Ordinal)));

    [Fact]
    public async Task A_picture_that_decorates_needs_no_words_but_has_to_say_so()
    {
        var item = new ContentItem { ContentType = "Page" };
        item.Set(new HtmlBodyPart { Html = "<img src='/media/a.png' alt=''>" });
        Assert.Empty(await ReadAsync(item));
        item.Data["Page"] = ContentJson.ParseObject("""{ "Picture": { "Paths": ["a.png", "b.png", "c.pdf"], "MediaTexts": [""] } }""");
        Assert.Equal("b.png", Assert.Single(await ReadAsync(item)).Excerpt);
    }

    [Fact]
    public async Task A_sentence_is_long_for_its_readers()
    {
        var sentence = new string('あ', 60) + "。短い文です。";
        Assert.Empty(await ReadAsync(Markdown(sentence)));
        var easy = Markdown("短い文です。\n\n" + sentence);
        easy.Set(new LocalizationPart { Culture = Cultures.Easy });
        var remark = Assert.Single(await ReadAsync(easy));
        Assert.Equal(("LongSentence", RemarkLevel.Advice, 3, 61), (remark.Rule, remark.Level, remark.Line, remark.Length));
    }

    [Fact]
    public async Task Texts_of_items_inside_are_read_too()
    {
        var item = new ContentItem { ContentType = "Page" };
        item.Data["BagPart"] = ContentJson.ParseObject("""{ "ContentItems": [ { "ContentType": "Card", "Card": { "Lead": { "Text": "ＡＣＰ" } } } ] }""");
        Assert.Equal("BagPart.ContentItems[0].Card.Lead.Text", Assert.Single(await ReadAsync(item)).Path);
    }

    public static TheoryData<string> Hostile =>
    [
        new('(', 200_000), string.Concat(Enumerable.Repeat("](", 100_000)), string.Concat(Enumerable.Repeat("[a", 60_000)), string.Concat(Enumerable.Repeat("<a href=", 30_000)),
        string.Concat(Enumerable.Repeat("<img ", 40_000)), string.Concat(Enumerable.Repeat("日 ", 100_000)), new('Ａ', 200_000), string.Concat(Enumerable.Repeat("R1.", 60_000)),
        string.Concat(Enumerable.Repeat("`", 200_000)), "\uD800\uDC00\uD800 ＡＣＰ", "\0\0", new('a', 300_000), string.Concat(Enumerable.Repeat("<p style='color:#fff;", 10_000)),
    ];

    [Theory, MemberData(nameof(Hostile))]
    public async Task Hostile_texts_are_read_to_the_end(string text)
    {
        var item = Markdown(text);
        item.Set(new HtmlBodyPart { Html = text });
        item.Set(new TitlePart { Title = text });
        var clock = Stopwatch.StartNew();
        await ReadAsync(item);
        // No measure of speed: a guard against a search that never ends.
        Assert.True(clock.Elapsed < TimeSpan.FromMinutes(1), $"{clock.Elapsed}");
    }

    private static ContentItem Markdown(string markdown)
    {
        var item = new ContentItem { ContentType = "Page" };
        item.Set(new MarkdownBodyPart { Markdown = markdown });
        return item;
    }

    private static async Task<IReadOnlyList<Remark>> ReadAsync(ContentItem item)
    {
        await using var site = await TestSite.OpenAsync(Engine.Sqlite, services => services.AddPublicationCheck<Proofreader>().AddContentIndex<LinkUseIndexing>());
        await site.ApplyAsync(site.Recipe("words", """{ "name": "settings", "HouseWordsSettings": { "Words": "痴呆,認知症\n弱者,,立場を決めつけるためです。\n認知,認知症 # 略さない" } }"""));
        return await site.InScopeAsync(scope => scope.GetRequiredService<PublicationCheck>().ReadAsync(item));
    }
}
