using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Zaitaku.Cms.Text;

namespace Zaitaku.Cms.Tests.Text;

public sealed class SlugTests
{
    [Theory]
    [InlineData("がん患者・ご家族へ", "がん患者-ご家族へ")]
    [InlineData("在宅医療ガイドブック", "在宅医療ガイドブック")]
    [InlineData("ＡＣＰ　２０２６", "acp-2026")]
    [InlineData("ｶﾞｲﾄﾞﾌﾞｯｸ", "ガイドブック")]
    [InlineData("ヴァイオリンと人々", "ヴァイオリンと人々")]
    [InlineData("か゛ん", "がん")]
    [InlineData("か\u3099ん", "がん")]
    [InlineData("  --A  &  B!!  ", "a-b")]
    [InlineData("相談\U0001F600窓口\u200B\u202E", "相談窓口")]
    [InlineData("a\uD800b\0c", "abc")]
    [InlineData("../../etc/passwd", "etc-passwd")]
    [InlineData("\U0001F468\u200D\U0001F469", "page")]
    [InlineData("", "page")]
    [InlineData("\u3099\u309A", "page")]
    public void Title_becomes_a_segment_that_keeps_its_japanese(string title, string slug) => Assert.Equal(slug, Slug.From(title));

    [Fact]
    public void Long_title_is_cut_at_eighty_letters_and_never_inside_one()
    {
        Assert.Equal(80, new StringInfo(Slug.From(new string('が', 200))).LengthInTextElements);
        Assert.True(Slug.From("a" + new string('\u0301', 5000)).Length < 10);
        Assert.Equal("𠮷", Slug.From("𠮷"));
    }

    [Fact]
    public void Every_title_gives_a_valid_path_that_stays_the_same_when_slugged_again() =>
        Prop.ForAll<string>(title =>
        {
            var slug = Slug.From(title ?? "");
            return Slug.IsPath(slug) && Slug.From(slug) == slug;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Theory]
    [InlineData("guides/acp/who-comes", true)]
    [InlineData("手引き/がん患者-ご家族へ", true)]
    [InlineData("feed.xml", true)]
    [InlineData("", false)]
    [InlineData("/guides", false)]
    [InlineData("guides/", false)]
    [InlineData("a//b", false)]
    [InlineData("a/../b", false)]
    [InlineData(".", false)]
    [InlineData("a%2e", false)]
    [InlineData("a?b", false)]
    [InlineData("a#b", false)]
    [InlineData("a\\b", false)]
    [InlineData("a\nb", false)]
    [InlineData("a\n", false)]
    [InlineData("a b", false)]
    [InlineData("か\u3099", false)]
    [InlineData("ＡＢ", false)]
    [InlineData("a\uD800", false)]
    [InlineData("a／b", false)]
    public void Path_is_judged(string path, bool valid) => Assert.Equal(valid, Slug.IsPath(path));

    [Fact]
    public void Path_has_at_most_1024_units()
    {
        Assert.True(Slug.IsPath(new string('a', 1024)));
        Assert.False(Slug.IsPath(new string('a', 1025)));
        Assert.False(Slug.IsPath(null));
    }
}
