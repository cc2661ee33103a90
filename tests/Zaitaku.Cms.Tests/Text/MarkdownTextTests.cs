using System.Diagnostics;
using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using Zaitaku.Cms.Text;

namespace Zaitaku.Cms.Tests.Text;

public sealed class MarkdownTextTests
{
    private static readonly MarkdownContext Screen = new()
    {
        Glossary = new Dictionary<string, GlossaryEntry>
        {
            ["訪問看護"] = new("訪問看護", "ほうもんかんご", "看護師が<家>に来ます。"),
            ["ACP"] = new("人生会議", "じんせいかいぎ", "話し合うこと。"),
            ["人生会議"] = new("人生会議", "じんせいかいぎ", "話し合うこと。"),
        },
    };

    private static string Html(string markdown, MarkdownContext? context = null) =>
        MarkdownText.Render(markdown, context ?? Screen).Html.ReplaceLineEndings("").Trim();

    [Theory]
    [InlineData("NOTE", "note", "ポイント")]
    [InlineData("TIP", "tip", "こんなときは")]
    [InlineData("IMPORTANT", "important", "大切なこと")]
    [InlineData("WARNING", "warning", "ご注意ください")]
    [InlineData("CAUTION", "caution", "ご注意ください")]
    public void Callout_has_its_japanese_title(string kind, string style, string title) => Assert.Equal(
        $"<aside class=\"callout callout-{style}\" role=\"note\"><p class=\"callout-title\">{title}</p><p>文。</p></aside>", Html($"> [!{kind}]\n> 文。"));

    private const string Everything = """
        ## 費用の"目安" {#cost}
        家で[[訪問看護|訪問看護師]]に会う。{褥瘡|じょくそう}と**薬**、*注*、`a<b`。[^1]\
        [国](https://www.mhlw.go.jp/?a=1&b=2 "国の\"説明\"")と[次](#cost)、<https://a.example/>、<a@sakura.example>。![写真 & 図](/media/a.png)

        表: 費用
        | 項目 | 額 |
        |:---|---:|
        | [[人生会議]] | 1<br> |

        - 一つ
          1. 中

             段落
        - 二つ

        * [ ] 三つ
        * [x] 四つ

        ---

        > [!NOTE]
        > 大切。
        >
        > - [[ACP]]

        > 引用

        3. 三から

        ```
        code
        ```

        [^1]: 注の文。
        """;

    public static readonly TheoryData<MarkdownContext> Contexts = new(Screen, Screen with { Furigana = true }, Screen with { ForPrint = true, IdPrefix = "c3-", HeadingShift = 1 });

    [Theory]
    [MemberData(nameof(Contexts))]
    public void What_is_written_needs_no_cleaning(MarkdownContext context)
    {
        var text = MarkdownText.Render(Everything, context);
        Assert.True(CleanHtml.Holds(text.Written), text.Written);
        Assert.Same(text.Written, text.Html);
    }

    [Fact]
    public void Checklist_can_be_ticked() => Assert.Equal(
        "<ul class=\"checklist\"><li><label><input type=\"checkbox\"> <span>一つ</span></label></li><li><label><input type=\"checkbox\" checked> <span>二つ</span></label></li></ul>",
        Html("- [ ] 一つ\n- [x] 二つ"));

    [Theory]
    [InlineData("表: 費用の目安\n\n| 項目 | 額 |\n|---|---|\n| 薬 | 1 |")]
    [InlineData("表: 費用の目安\n| 項目 | 額 |\n|---|---|\n| 薬 | 1 |")]
    public void Paragraph_above_a_table_is_its_caption(string markdown) => Assert.Equal(
        "<div class=\"table-scroll\"><table><caption>費用の目安</caption><thead><tr><th scope=\"col\">項目</th><th scope=\"col\">額</th></tr></thead>"
        + "<tbody><tr><td>薬</td><td>1</td></tr></tbody></table></div>",
        Html(markdown));

    [Fact]
    public void Term_is_explained_after_the_paragraph_of_its_first_use() => Assert.Equal(
        "<p>家で<dfn class=\"term\"><a href=\"#term-1\">訪問看護師</a></dfn>に会う。訪問看護。</p>"
        + "<aside class=\"terms\" role=\"note\" aria-label=\"ことばの説明\"><details id=\"term-1\" class=\"term-note\"><summary>「訪問看護」とは</summary><p>看護師が&lt;家&gt;に来ます。</p></details></aside><p>訪問看護</p>",
        Html("家で[[訪問看護|訪問看護師]]に会う。[[訪問看護]]。\n\n[[訪問看護]]"));

    [Fact]
    public void Terms_of_a_list_are_explained_after_the_outermost_list()
    {
        var html = Html("- 親\n  - [[訪問看護]]\n- 次");
        Assert.EndsWith("</ul><aside class=\"terms\" role=\"note\" aria-label=\"ことばの説明\"><details id=\"term-1\" class=\"term-note\"><summary>「訪問看護」とは</summary><p>看護師が&lt;家&gt;に来ます。</p></details></aside>", html, StringComparison.Ordinal);
        Assert.Single(html.Split("<aside")[1..]);
    }

    [Fact]
    public void Headings_links_and_tables_show_terms_as_plain_text_and_do_not_use_up_the_first_use()
    {
        var html = Html("## [[訪問看護]]\n\n[a [[訪問看護]]](/x)\n\n|a|\n|-|\n|[[訪問看護]]|\n\n[[訪問看護]]");
        Assert.Single(html.Split("<dfn")[1..]);
        Assert.Contains("<p><dfn class=\"term\">", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_names_of_an_entry_are_the_same_term()
    {
        var text = MarkdownText.Render("[[ACP]]と[[人生会議]]と[[なぞ]]", Screen);
        Assert.Equal(["人生会議"], text.Terms);
        Assert.Single(text.Html.Split("<dfn")[1..]);
        Assert.Equal(TextProblemKind.UnknownTerm, Assert.Single(text.Problems).Kind);
        Assert.Equal("ACPと人生会議となぞ", text.PlainText);
    }

    [Fact]
    public void Print_puts_the_explanation_beside_the_term_and_readings_in_brackets() => Assert.Equal(
        "<p><dfn class=\"term\">訪問看護</dfn><span class=\"footnote\">訪問看護：看護師が&lt;家&gt;に来ます。</span>と看取り（みとり）</p>",
        Html("[[訪問看護]]と{看取り|みとり}", Screen with { ForPrint = true, Furigana = true }));

    [Fact]
    public void Author_reading_is_ruby_hidden_from_screen_readers()
    {
        Assert.Equal(
            "<p><ruby>漢字<rp aria-hidden=\"true\">（</rp><rt aria-hidden=\"true\">かんじ</rt><rp aria-hidden=\"true\">）</rp></ruby></p>",
            Html("{漢字|かんじ}", Screen with { Furigana = true }));
        Assert.Equal("<p>漢字</p>", Html("{漢字|かんじ}"));
        Assert.Equal("<p>{a|b} {漢字|} {|かんじ} {漢字|&lt;b&gt;}</p>", Html("{a|b} {漢字|} {|かんじ} {漢字|<b>}"));
        Assert.Equal("<p><code>{漢字|かんじ} [[訪問看護]]</code></p>", Html("`{漢字|かんじ} [[訪問看護]]`"));
    }

    [Fact]
    public void Headings_have_explicit_or_own_ids_and_never_the_same_twice()
    {
        var text = MarkdownText.Render("## はじめに {#start}\n\n### はじめに\n\n### はじめに\n\n### はじめに-2\n\n### start\n\n### term-1\n\n## 終わり {#end} ##", Screen);
        Assert.Equal(["start", "はじめに", "はじめに-2", "はじめに-2-2", "start-2", "h-term-1-h", "end"], text.Headings.Select(heading => heading.Id));
        Assert.Equal("終わり", text.Headings[^1].Text);
        Assert.Empty(text.Problems);
        Assert.All(text.Headings, heading => Assert.Contains($"id=\"{heading.Id}\"", text.Html, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("#### 飛んだ", TextProblemKind.SkippedHeadingLevel)]
    [InlineData("# 一番上", TextProblemKind.TopLevelHeading)]
    [InlineData("##", TextProblemKind.EmptyHeading)]
    [InlineData("## 見出し {#日本}", TextProblemKind.BadAnchor)]
    [InlineData("> [!NOTES]\n> a", TextProblemKind.UnknownCallout)]
    [InlineData("![](/a.png)", TextProblemKind.ImageWithoutText)]
    [InlineData("\n\n[x](javascript:alert(1))", TextProblemKind.UnsafeLink)]
    public void Problem_is_reported(string markdown, TextProblemKind kind) =>
        Assert.Equal(kind, Assert.Single(MarkdownText.Render(markdown, Screen).Problems).Kind);

    [Theory]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](JAVASCRIPT:alert(1))")]
    [InlineData("[x](<java\tscript:alert(1)>)")]
    [InlineData("[x](&#1;javascript:alert(1))")]
    [InlineData("[x](java&#x0a;script:alert(1))")]
    [InlineData("[x](javascript&colon;alert(1))")]
    [InlineData("[x](\u0001javascript:alert(1))")]
    [InlineData("[x](data:text/html;base64,PHM+)")]
    [InlineData("[x](vbscript:a)")]
    [InlineData("[x](//evil.example)")]
    [InlineData("[x]\n\n[x]: javascript:alert(1)")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("![x](javascript:alert(1))")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("[x](/a \"\\\" onclick=alert(1)\")")]
    [InlineData("## a {#x onclick=alert(1)}")]
    [InlineData("```\"><script>\na\n```")]
    [InlineData("{漢字<script>|かんじ}")]
    [InlineData("[[<script>|x]] [[訪問看護|<script>]]")]
    public void Attack_is_only_text(string markdown)
    {
        var html = Html(markdown, Screen with { Furigana = true });
        Assert.DoesNotMatch(@"(?i)<script|<[^>""]*\son\w+=|(href|src)=""\s*(javascript|data|vbscript|//)", html);
        XElement.Parse("<body>" + HtmlSanitizer.ToXhtml(html) + "</body>");
    }

    [Fact]
    public void Safe_links_stay_and_those_going_out_say_noopener() => Assert.Equal(
        "<p><a href=\"tel:0000000001\">電話</a><a href=\"mailto:a@sakura.example\">便り</a><a href=\"/guides/acp\">中</a><a href=\"https://www.mhlw.go.jp/\" rel=\"noopener\">国</a></p>",
        Html("[電話](tel:0000000001)[便り](mailto:a@sakura.example)[中](/guides/acp)[国](https://www.mhlw.go.jp/)"));

    [Fact]
    public void Prefix_keeps_two_texts_apart_on_one_page()
    {
        var html = Html("## 見出し {#a}\n\n[上](#a)[[訪問看護]][^1]\n\n[^1]: 注。", Screen with { IdPrefix = "c3-" });
        Assert.All(["id=\"c3-a\"", "href=\"#c3-a\"", "id=\"c3-term-1\"", "href=\"#c3-term-1\"", "id=\"c3-fn-1\"", "href=\"#c3-fn-1\"", "id=\"c3-fnref-1\""],
            part => Assert.Contains(part, html, StringComparison.Ordinal));
    }

    [Fact]
    public void Japanese_lines_join_without_a_space_and_bold_works_beside_brackets() =>
        Assert.Equal("<p>一行目は二行目に続く。<strong>「強調」</strong>です。English words</p>", Html("一行目は\n二行目に続く。**「強調」**です。English\nwords").Replace("Englishwords", "English words", StringComparison.Ordinal));

    [Fact]
    public void Rule_of_dashes_under_a_paragraph_is_no_heading() => Assert.Equal("<p>文。</p><hr />", Html("文。\n---"));

    [Fact]
    public void Plain_text_and_count_leave_markup_out()
    {
        var text = MarkdownText.Render("## 題 {#a}\n\n**太字**と[中](/x)と{看取り|みとり}。\n\n- [ ] 一つ", Screen);
        Assert.Equal("題\n太字と中と看取り。\n一つ", text.PlainText);
        Assert.Equal(12, text.Characters);
    }

    [Fact]
    public void Any_soup_of_marks_renders_stable_and_well_formed()
    {
        var marks = Gen.Elements("> ", "- ", "1. ", "## ", "\n", "\n\n", "    ", "*", "**", "_", "`", "```\n", "[", "]", "(", ")", "[[", "]]", "[[訪問看護]]", "{", "}", "|",
            "{漢字|かんじ}", "{#a}", "[^1]", "[^1]: ", "[!NOTE]\n", "[ ] ", "表: ", "|-|-|\n", "<b>", "</b>", "&amp;", "&", "\\", "javascript:", "<http://a>", "\u0000", "\uD800",
            "𠮷", "漢字", "かな", "a", "---\n", "![", "\"", "'");
        Prop.ForAll(marks.ListOf().Select(parts => string.Concat(parts)).ToArbitrary(), markdown =>
        {
            foreach (var context in new[] { Screen, Screen with { Furigana = true, ForPrint = true, IdPrefix = "p-" } })
            {
                var html = MarkdownText.Render(markdown, context).Html;
                XElement.Parse("<body>" + HtmlSanitizer.ToXhtml(html) + "</body>");
                if (HtmlSanitizer.Sanitize(html) != html) return false;
            }

            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }

    [Theory]
    [InlineData("> ")]
    [InlineData(">")]
    [InlineData("- ")]
    [InlineData("1. ")]
    [InlineData("[")]
    [InlineData("[[")]
    [InlineData("[a](")]
    [InlineData("*a_ ")]
    [InlineData("**a ")]
    [InlineData("`a ``b ")]
    [InlineData("{漢字|かんじ")]
    [InlineData("{漢字|かんじ} ")]
    [InlineData("[[訪問看護]] ")]
    [InlineData("## a\n")]
    [InlineData("- [ ] a\n")]
    [InlineData("|a|b|\n|-|-|\n")]
    [InlineData("x[^1]\n\n[^1]: a\n\n")]
    [InlineData("[a]: b\n")]
    [InlineData("<")]
    [InlineData("> [!NOTE]\n> a\n\n")]
    public void Hostile_repetition_is_answered_in_bounded_time(string piece)
    {
        var clock = Stopwatch.StartNew();
        var full = string.Concat(Enumerable.Repeat(piece, MarkdownText.MaxBytes / System.Text.Encoding.UTF8.GetByteCount(piece)));
        var text = MarkdownText.Render(full, Screen);
        MarkdownText.Render(string.Concat(Enumerable.Repeat(full[..Math.Min(full.Length, 8000)] + "\n\n", 20)), Screen);
        // Not a measurement: a shape that grows without bound takes minutes, whatever the machine is doing beside it.
        Assert.True(clock.Elapsed < TimeSpan.FromMinutes(2), clock.Elapsed.ToString());
        Assert.True(!text.IsRefused || text.Html.Length == 0);
    }

    [Fact]
    public void Block_of_endless_lines_is_refused() =>
        Assert.True(MarkdownText.Render(string.Concat(Enumerable.Repeat("a\n", MarkdownText.MaxBlockLines + 1)), Screen).IsRefused);

    [Fact]
    public void Too_long_or_too_deep_is_refused_with_words()
    {
        Assert.Equal(TextProblemKind.TooLong, Assert.Single(MarkdownText.Render(new string('\n', MarkdownText.MaxBytes + 1), Screen).Problems).Kind);
        Assert.Equal(TextProblemKind.TooLong, Assert.Single(MarkdownText.Render(new string('漢', MarkdownText.MaxUnbroken + 1), Screen).Problems).Kind);
        Assert.Equal(TextProblemKind.TooDeep, Assert.Single(MarkdownText.Render(string.Concat(Enumerable.Repeat("> ", 500)) + "a", Screen).Problems).Kind);
    }
}
