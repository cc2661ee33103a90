using Zaitaku.Admin.Listing;

namespace Zaitaku.Admin.Tests.Listing;

public sealed class ContentFilterTests
{
    private static readonly string[] Types = ["Chapter", "Page"];

    [Fact]
    public void Orchards_words_are_read_whatever_their_case_and_width()
    {
        var filter = ContentFilter.Of("ＴＹＰＥ：page,chapter status:draft SORT:Title 訪問看護 \"二つの 言葉\" -除く", Types);
        Assert.Equal(["Page", "Chapter"], filter.Types);
        Assert.Equal(("Draft", "Title"), (filter.Status, filter.Sort));
        Assert.Equal(["訪問看護", "二つの 言葉"], filter.Words);
        Assert.Equal(["除く"], filter.Without);
        Assert.Empty(filter.Unknown);
    }

    [Theory]
    [InlineData("owner:me"), InlineData("status:Nothing"), InlineData("type:Nothing"), InlineData("sort:Size")]
    public void What_is_not_understood_is_named(string typed) => Assert.Equal([typed], ContentFilter.Of(typed, Types).Unknown);

    [Theory]
    [InlineData("https://www.mhlw.go.jp/"), InlineData("10:30"), InlineData("在宅:医療")]
    public void Words_with_a_colon_are_words(string typed) => Assert.Single(ContentFilter.Of(typed, Types).Words);

    [Theory]
    [InlineData("type:Page status:Draft department:none sort:Title 訪問 \"a b\" -c"), InlineData("department:\"さくら市 桜北\" 訪問"), InlineData(""), InlineData("訪問看護")]
    public void A_filter_is_written_as_it_is_read(string typed) => Assert.Equal(typed, ContentFilter.Of(typed, Types).ToString());
}
