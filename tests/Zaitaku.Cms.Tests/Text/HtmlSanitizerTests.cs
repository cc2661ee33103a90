using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using Zaitaku.Cms.Text;

namespace Zaitaku.Cms.Tests.Text;

public sealed class HtmlSanitizerTests
{
    private static readonly string[] Corpus =
    [
        "<script>alert(1)</script>x",
        "<img src=x onerror=alert(1)>",
        "<svg><script>alert(1)</script></svg>",
        "<svg><style><img src=x onerror=alert(1)></style></svg>",
        "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
        "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>",
        "<template><img src=x onerror=alert(1)></template>",
        "<!--><img src=x onerror=alert(1)>-->",
        "<!--[if IE]><script>alert(1)</script><![endif]-->",
        "<style><a title=\"</style><img src=x onerror=alert(1)>\"></style>",
        "<textarea><p title=\"</textarea><img src=x onerror=alert(1)>\">",
        "<xmp><p title=\"</xmp><img src=x onerror=alert(1)>\">",
        "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
        "<p onclick\f=alert(1)\fid=x>a</p>",
        "<p\fonclick=alert(1)>a</p>",
        "<a href=\"java\0script:alert(1)\">a</a>",
        "<a href=\" &#1;javascript:alert(1)\">a</a>",
        "<a href=\"java&Tab;script:alert(1)\">a</a>",
        "<a href=\"jav&#x0A;ascript&colon;alert(1)\">a</a>",
        "<a href=\"JaVaScRiPt:alert(1)\">a</a>",
        "<a href=\"vbscript:x\">a</a>",
        "<a href=\"data:text/html,<script>alert(1)</script>\">a</a>",
        "<a href=\"//evil.example/\">a</a>",
        "<a href=\"/\\evil.example/\">a</a>",
        "<img src=\"data:image/svg+xml,<svg onload=alert(1)>\">",
        "<a target=_blank rel=opener href=https://a.example/>a</a>",
        "<div style=\"background:url(javascript:alert(1))\">a</div>",
        "<object data=javascript:alert(1)></object><embed src=javascript:alert(1)>",
        "<base href=https://evil.example/><meta http-equiv=refresh content=0;url=javascript:1><link rel=stylesheet href=x>",
        "<input type=image src=x onerror=alert(1)><button formaction=javascript:alert(1)>b</button>",
        "<form action=javascript:alert(1)><input name=a></form>",
        "<table><td><a href=/1><table><td><a href=/2 onmouseover=alert(1)>",
        "<p><button><p><p></button></p>",
        "<details ontoggle=alert(1) open>x</details>",
        "<sc\0ript>alert(1)</sc\0ript>",
        "<img name=getElementById id=cookie src=/a.png>",
        "<h2 id=\"a b\">x</h2><h2 id=ok>y</h2><h3 id=ok>z</h3>",
        "</p><br/></br><p>",
        "<pre>\n\n\nx</pre><listing>\n<img src=x onerror=alert(1)></listing>",
        "<b a=1><p><b a=2><p><i><table><b><tr><i>x",
    ];

    public static readonly TheoryData<string> Attacks = new(Corpus);

    [Theory]
    [MemberData(nameof(Attacks))]
    public void Attack_leaves_nothing_that_acts(string html)
    {
        var clean = HtmlSanitizer.Sanitize(html);
        Assert.DoesNotMatch(@"(?i)<[^>]*\s(on\w+|style|srcdoc|target|name|formaction)\s*=", clean);
        Assert.DoesNotMatch(@"(?i)<(script|style|svg|math|iframe|object|embed|form|button|template|noscript|base|meta|link|xmp|textarea)\b", clean);
        Assert.DoesNotMatch(@"(?i)(href|src)=""\s*(javascript|data|vbscript|//|/\\)", clean);
        Assert.DoesNotContain("<!--", clean, StringComparison.Ordinal);
        Assert.Equal(clean, HtmlSanitizer.Sanitize(clean));
    }

    [Fact]
    public void An_aside_may_be_a_note_or_the_explanations_of_words_and_nothing_else()
    {
        const string Note = "<aside class=\"terms\" role=\"note\" aria-label=\"ことばの説明\">a</aside>";
        Assert.Equal(Note, HtmlSanitizer.Sanitize(Note));
        Assert.Equal("<aside>a</aside><p>b</p>", HtmlSanitizer.Sanitize("<aside role=alert aria-label=x>a</aside><p role=note>b</p>"));
    }

    [Fact]
    public void Any_soup_of_markup_is_stable_and_becomes_well_formed_xml()
    {
        var pieces = Corpus.Concat([
            "<p>", "</p>", "<table>", "<tr>", "<td>", "</table>", "<a href=/x>", "</a>", "<b>", "</b>", "<li>", "<ul>", "</ul>", "<svg>", "<math>",
            "<mi>", "<style>", "</style>", "<!--", "-->", "<select>", "<ruby>", "<rt>", "&lt;", "&", "\"", "'", "\uFFFF", "\uD800", "\u0001", "𠮷",
            "＜script＞", "<h2 id=\"x\">", "<details open>", "<pre>\n", "<caption>", "<col>", "<dd>", "<h1>", "<br>", "]]>", "<![CDATA["]).ToArray();
        var soup = Gen.Elements(pieces).ListOf().Select(parts => string.Concat(parts)).ToArbitrary();
        Prop.ForAll(soup, html =>
        {
            var clean = HtmlSanitizer.Sanitize(html);
            XElement.Parse("<body>" + HtmlSanitizer.ToXhtml(html) + "</body>");
            return HtmlSanitizer.Sanitize(clean) == clean;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }

    private static readonly string[] CleanPieces =
    [
        "<p>", "</p>", "<p class=\"lead\">", "<p class=\"x\">", "<h2 id=\"a\">", "</h2>", "<h3 id=\"b\">", "</h3>", "<ul>", "</ul>", "<ul class=\"checklist\">",
        "<ol>", "</ol>", "<ol start=\"3\">", "<li>", "</li>", "<li id=\"fn-1\">", "<label>", "</label>", "<input type=\"checkbox\">", "<input type=\"checkbox\" checked>",
        "<input type=\"checkbox\" checked />", "<input>", "<input checked>", "<table>", "</table>", "<caption>", "</caption>", "<thead>", "</thead>", "<tbody>", "</tbody>", "<tr>", "</tr>",
        "<th scope=\"col\">", "</th>", "<td>", "</td>", "<td colspan=\"2\">", "<td colspan=\"02\">", "<div class=\"table-scroll\">", "<div>", "</div>", "<aside>", "</aside>",
        "<aside class=\"callout callout-note\" role=\"note\">", "<details id=\"term-1\" class=\"term-note\">", "<details open>", "</details>", "<summary>", "</summary>",
        "<blockquote>", "</blockquote>", "<section class=\"footnotes\">", "</section>", "<pre>", "</pre>", "<code>", "</code>", "\n", " ", "<hr>", "<hr />", "<br>", "<br />",
        "<a href=\"/x\">", "<a href=\"https://a.example/?a=1&amp;b\" rel=\"noopener\">", "<a href=\"https://a.example/\">", "<a href=\"javascript:x\">", "<a>", "</a>",
        "<a rel=\"noopener\">", "<a href=\"/x\" title=\"&lt;&quot;\">", "<img src=\"/a.png\" alt=\"\">", "<img src=\"/a.png\" alt=\"x\" />", "<em>", "</em>", "<strong>", "</strong>",
        "<b>", "</b>", "<span class=\"footnote\">", "</span>", "<sup class=\"footnote-ref\">", "</sup>", "<dfn class=\"term\">", "</dfn>", "<ruby>", "</ruby>",
        "<rt aria-hidden=\"true\">", "</rt>", "<rp aria-hidden=\"true\">", "</rp>", "<wbr>", "<dl>", "<dt>", "<dd>", "</dl>", "漢字", "a", "&amp;", "&lt;", "&quot;", "&nbsp;", "\"", "'", ">", "\u0001", "\uD800", "𠮷", "\r", "\u3000", "\t", "\f",
    ];

    // What opens is mostly closed again, in order, so that much of it is as a careful author writes.
    private static readonly Gen<string> NearlyClean = Gen.Choose(0, CleanPieces.Length - 1).ListOf().Select(picks =>
    {
        var open = new Stack<string>();
        var html = new StringBuilder();
        foreach (var (pick, at) in picks.Select((pick, at) => (pick, at)))
        {
            var piece = CleanPieces[pick];
            if (piece.StartsWith("</", StringComparison.Ordinal))
            {
                if (open.TryPop(out var end)) html.Append((pick + at) % 9 == 0 ? piece : end);
                continue;
            }

            html.Append(piece);
            var name = new string([.. piece.Skip(1).TakeWhile(char.IsAsciiLetterOrDigit)]);
            if (piece is ['<', not '/', ..] && name is not ("br" or "hr" or "img" or "input" or "wbr")) open.Push($"</{name}>");
        }

        return html.AppendJoin("", picks.Count % 5 == 0 ? open.Skip(1) : open).ToString();
    });

    [Fact]
    public void What_is_clean_already_is_what_the_parser_makes_of_it()
    {
        var clean = 0;
        Prop.ForAll(NearlyClean.ToArbitrary(), html =>
        {
            if (!CleanHtml.Holds(html)) return;
            clean += html.Length > 20 ? 1 : 0;
            Assert.Equal(Spelled(html), HtmlSanitizer.Mended(html));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(20_000));
        Assert.True(clean > 100, $"{clean} were clean: too few to tell");

        static string Spelled(string html) => Regex.Replace(html.Replace(" />", ">", StringComparison.Ordinal), "&quot;(?=[^<>]*(<|$))", "\"");
    }

    [Theory]
    [MemberData(nameof(Attacks))]
    public void An_attack_goes_to_the_parser(string html) => Assert.False(CleanHtml.Holds(html));

    [Theory]
    [InlineData("<table>\u3000<tbody></tbody></table>")]
    [InlineData("<table>\u00A0<tbody></tbody></table>")]
    public void What_the_parser_would_move_out_of_a_table_goes_to_it(string html)
    {
        Assert.NotEqual(html, HtmlSanitizer.Mended(html));
        Assert.False(CleanHtml.Holds(html));
    }

    [Fact]
    public void What_is_nested_deeper_than_the_parser_keeps_goes_to_it()
    {
        var deep = Nested(HtmlFragment.MaxDepth + 10);
        Assert.NotEqual(deep, HtmlSanitizer.Mended(deep));
        Assert.False(CleanHtml.Holds(deep));
        Assert.True(CleanHtml.Holds(Nested(20)));

        static string Nested(int depth) => string.Concat(Enumerable.Repeat("<div>", depth)) + "x" + string.Concat(Enumerable.Repeat("</div>", depth));
    }

    [Fact]
    public void Any_text_is_stable() =>
        Prop.ForAll<string>(text => HtmlSanitizer.Sanitize(HtmlSanitizer.Sanitize(text ?? "")) == HtmlSanitizer.Sanitize(text ?? ""))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Theory]
    [InlineData("<p>在宅<strong>医療</strong></p>", "<p>在宅<strong>医療</strong></p>")]
    [InlineData("＜script＞alert(1)＜/script＞", "＜script＞alert(1)＜/script＞")]
    [InlineData("<a href=\"https://www.mhlw.go.jp/\" target=_blank>国</a>", "<a href=\"https://www.mhlw.go.jp/\" rel=\"noopener\">国</a>")]
    [InlineData("<a href=\"tel:0000000001\">電話</a><a href=\"mailto:a@sakura.example\">便り</a>",
        "<a href=\"tel:0000000001\">電話</a><a href=\"mailto:a@sakura.example\">便り</a>")]
    [InlineData("<p class=\"evil lead\">x</p>", "<p class=\"lead\">x</p>")]
    [InlineData("<font color=red>x</font>", "x")]
    [InlineData("<p id=main>x</p><h2 id=目次>y</h2><h3 id=目次>z</h3><h2 id=term-1>t</h2>", "<p>x</p><h2 id=\"目次\">y</h2><h3>z</h3><h2>t</h2>")]
    [InlineData("<details id=term-1><summary>s</summary></details><details id=x></details>", "<details id=\"term-1\"><summary>s</summary></details><details></details>")]
    [InlineData("<td>x", "x")]
    public void Allowed_markup_stays(string html, string expected) => Assert.Equal(expected, HtmlSanitizer.Sanitize(html));

    [Fact]
    public void Xhtml_closes_what_html_leaves_open() => Assert.Equal(
        "<p>a<br/><img src=\"/a.png\" alt=\"x&amp;y\"/></p><ul class=\"checklist\"><li><label><input type=\"checkbox\" checked=\"checked\"/> b\u00A0</label></li></ul>",
        HtmlSanitizer.ToXhtml("<p>a<br><img src=/a.png alt='x&y'><ul class=checklist><li><label><input type=checkbox checked> b&nbsp;"));

    [Theory]
    [InlineData("<p>", 3_000_000)]
    [InlineData("<", 1_500_000)]
    public void What_is_too_long_even_as_text_is_answered_empty(string piece, int length) =>
        Assert.Empty(HtmlSanitizer.Sanitize(string.Concat(Enumerable.Repeat(piece, length / piece.Length))));

    [Theory]
    [InlineData("<b a=1><p>", 300_000)]
    [InlineData("<i a=1><table>", 300_000)]
    [InlineData("<div>", 500_000)]
    [InlineData("<ul><li>", 300_000)]
    [InlineData("<a><div></a>", 300_000)]
    [InlineData("<table><td>", 300_000)]
    [InlineData("<", 400_000)]
    public void Markup_made_to_explode_is_answered_quickly_as_text(string piece, int length)
    {
        var html = string.Concat(Enumerable.Range(0, length / piece.Length).Select(i => piece.Replace("1", $"{i}", StringComparison.Ordinal)));
        var clock = Stopwatch.StartNew();
        var clean = HtmlSanitizer.Sanitize(html);
        Assert.True(clock.Elapsed < TimeSpan.FromMinutes(2), $"{piece}: {clock.Elapsed}");
        Assert.StartsWith("&lt;", clean, StringComparison.Ordinal);
        Assert.Equal(clean, HtmlSanitizer.Sanitize(clean));
    }
}
