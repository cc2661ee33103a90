using System.Diagnostics;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Zaitaku.Cms.Text;

namespace Zaitaku.Cms.Tests.Text;

public sealed partial class FuriganaTests
{
    private static readonly ReadingDictionary Readings = ReadingDictionary.Parse("""
        # 見本
        在宅,ざいたく
        医療,いりょう
        在宅医,ざいたくい
        支え,ささえ
        取り組み,とりくみ
        話し合い,はなしあい
        人,ひと
        看取り,みとり # 送りがな
        1日,ついたち
        24時間,にじゅうよじかん
        *時間,じかん
        *年度,ねんど
        令和,れいわ
        か所,かしょ
        お年寄り,おとしより
        𠮷野,よしの
        """);

    [Theory]
    [InlineData("支え", "支(ささ)え")]
    [InlineData("取り組みと話し合い", "取(と)り組(く)みと話(はな)し合(あ)い")]
    [InlineData("在宅医療", "在宅(ざいたく)医療(いりょう)")]
    [InlineData("在宅医", "在宅医(ざいたくい)")]
    [InlineData("在宅医療機関", "在宅医療機関")]
    [InlineData("病人", "病人")]
    [InlineData("人々", "人々")]
    [InlineData("人と人", "人(ひと)と人(ひと)")]
    [InlineData("3人", "3人")]
    [InlineData("11日", "11日")]
    [InlineData("1日", "1日(ついたち)")]
    [InlineData("24時間", "24時間(にじゅうよじかん)")]
    [InlineData("12時間", "12時間(じかん)")]
    [InlineData("１２時間", "１２時間(じかん)")]
    [InlineData("令和8年度", "令和(れいわ)8年度(ねんど)")]
    [InlineData("令和8（", "令和(れいわ)8（")]
    [InlineData("三ヶ所", "三ヶ所")]
    [InlineData("2か所", "2か所(しょ)")]
    [InlineData("お年寄り", "お年寄(としよ)り")]
    [InlineData("𠮷野", "𠮷野(よしの)")]
    [InlineData("\U0001F600人", "\U0001F600人(ひと)")]
    [InlineData("", "")]
    public void Reading_stands_over_whole_runs_of_kanji(string text, string expected) =>
        Assert.Equal(expected, Brief(new Furigana(Readings).ApplyToText(text).Html));

    [Fact]
    public void Only_running_text_is_read()
    {
        const string html = "<h2 id=\"医療\">医療</h2><p><a href=\"/医療\" title=\"医療\">医療</a> <code>医療</code> <ruby>医療<rt>x</rt></ruby> &lt;b&gt;医療</p>";
        Assert.Equal(
            "<h2 id=\"医療\">医療(いりょう)</h2><p><a href=\"/医療\" title=\"医療\">医療(いりょう)</a> <code>医療</code> 医療(x) &lt;b&gt;医療(いりょう)</p>",
            Brief(new Furigana(Readings).Apply(html).Html));
    }

    [Fact]
    public void Coverage_counts_kanji_with_ruby()
    {
        var result = new Furigana(Readings).Apply("<p>在宅医療 病人</p>");
        Assert.Equal((6, 4), (result.Kanji, result.KanjiWithRuby));
        Assert.Equal(1, new Furigana(Readings).Apply("<p>かな</p>").Coverage);
    }

    [Fact]
    public void Unusable_lines_are_reported_with_their_numbers()
    {
        var readings = ReadingDictionary.Parse("# a\nかな,かな\n医療\n医療,iryou\n\n支え,ささう\n医療,いりょう\r\n医療,いりょ\n,\n");
        Assert.Equal([2, 3, 4, 6, 8, 9], readings.Problems.Select(problem => problem.Line));
        Assert.Equal(1, readings.Count);
    }

    [Fact]
    public void Author_division_that_is_not_unique_goes_over_the_whole_word() =>
        Assert.Equal("見い見(みいいみ)", Brief(new Furigana(ReadingDictionary.Parse("見い見,みいいみ")).ApplyToText("見い見").Html));

    [Fact]
    public void Text_never_becomes_markup_and_never_changes() =>
        Prop.ForAll<string>(text =>
        {
            var plain = "医療" + (text ?? "") + "<img>取り組み";
            var html = new Furigana(Readings).ApplyToText(plain).Html;
            return !Ruby().Replace(html, "$1").Contains('<', StringComparison.Ordinal);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void Existing_markup_survives_a_second_time_unchanged()
    {
        var once = new Furigana(Readings).Apply("<p>在宅医療の<b>取り組み</b>&amp;</p>").Html;
        Assert.Equal(once, new Furigana(Readings).Apply(once).Html);
        Assert.Equal(once, HtmlSanitizer.Sanitize(once));
    }

    [Theory]
    [InlineData("人")]
    [InlineData("在宅医療機")]
    [InlineData("1")]
    [InlineData("24時間")]
    public void Endless_run_is_passed_over_quickly(string piece)
    {
        var clock = Stopwatch.StartNew();
        new Furigana(Readings).ApplyToText(string.Concat(Enumerable.Repeat(piece, 100_000)));
        Assert.True(clock.Elapsed < TimeSpan.FromMinutes(2), clock.Elapsed.ToString());
    }

    [Fact]
    public void One_dictionary_serves_many_threads()
    {
        var furigana = new Furigana(Readings);
        var expected = furigana.Apply("<p>在宅医療</p>").Html;
        Parallel.For(0, 200, _ => Assert.Equal(expected, furigana.Apply("<p>在宅医療</p>").Html));
    }

    private static string Brief(string html) => Ruby().Replace(html, "$1($2)");

    [GeneratedRegex("<ruby>(.*?)(?:<rp[^>]*>（</rp>)?<rt[^>]*>(.*?)</rt>(?:<rp[^>]*>）</rp>)?</ruby>")]
    private static partial Regex Ruby();
}
