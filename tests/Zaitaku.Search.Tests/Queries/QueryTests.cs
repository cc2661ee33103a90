using Zaitaku.Search.Queries;

namespace Zaitaku.Search.Tests.Queries;

public sealed class QueryTests
{
    [Theory]
    [InlineData("訪問看護 -精神")]
    [InlineData("\"退院前カンファレンス\"")]
    [InlineData("title:手引き")]
    [InlineData("kind:event")]
    [InlineData("看取*")]
    [InlineData("(A OR B) AND C")]
    [InlineData("（訪問　OR　往診） NOT 精神")]
    public void Classic_syntax_is_understood(string text) => Assert.NotNull(QueryReader.Read(text).Classic);

    [Theory]
    [InlineData("訪問看護")]
    [InlineData("\"閉じない")]
    [InlineData("-精神")]
    [InlineData("AND")]
    [InlineData("(((")]
    [InlineData("訪問 AND")]
    [InlineData("*")]
    [InlineData("NEAR(")]
    [InlineData("時間:9時")]
    [InlineData("COVID-19")]
    [InlineData("出梅（しゅつばい）とはいつですか")]
    [InlineData("(薬)")]
    public void What_cannot_be_parsed_is_words(string text) => Assert.Null(QueryReader.Read(text).Classic);

    [Fact]
    public void A_long_query_is_cut() => Assert.InRange(QueryReader.Read(string.Concat(Enumerable.Repeat("看取りと訪問看護の話 ", 1000))).Tokens.Count(), 1, SearchQuery.MaxTokens);

    [Fact]
    public void Deep_brackets_are_words() => Assert.Null(QueryReader.Read(new string('(', 200) + "薬" + new string(')', 200)).Classic);

    [Fact]
    public void An_alternative_is_not_demanded_letter_for_letter()
    {
        Assert.Equal(["退院前"], QueryReader.Read("\"退院前\" 会議").Phrases);
        Assert.Empty(QueryReader.Read("\"退院前\" OR \"退院後\"").Phrases);
        Assert.Empty(QueryReader.Read("会議 -\"退院前\"").Phrases);
    }
}
