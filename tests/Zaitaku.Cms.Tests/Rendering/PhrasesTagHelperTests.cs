using Zaitaku.Cms.Rendering;

namespace Zaitaku.Cms.Tests.Rendering;

public sealed class PhrasesTagHelperTests
{
    [Theory]
    [InlineData("人生会議・在宅療養ガイドブック", "人生会議・|在宅療養|ガイドブック")]
    [InlineData("カスタマーハラスメント対策リーフレット", "カスタマーハラスメント|対策|リーフレット")]
    [InlineData("おひとりさま支援の手引き", "おひとりさま|支援の|手引き")]
    [InlineData("家で過ごしたい。「その気持ち」から", "家で|過ごしたい。|「その|気持ち」|から")]
    [InlineData("ＱＲコード ABC 12の話", "ＱＲ|コード |ABC 12の|話")]
    [InlineData("😀様式（新", "😀|様式|（新")]
    [InlineData("様式（", "様式|（")]
    public void A_title_is_cut_between_words_and_nothing_is_lost(string title, string expected)
    {
        Assert.Equal(expected, string.Join('|', PhrasesTagHelper.Split(title)));
        Assert.Equal(title, string.Concat(PhrasesTagHelper.Split(title)));
    }
}
