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

    /// <summary>However it is made: of letters that differ, of words, of letters that are each a sentence when they are normalised.</summary>
    [Fact]
    public void A_long_query_is_cut()
    {
        var letters = string.Concat(Enumerable.Range(0x4E00, 5_000).Select(unit => (char)unit));
        foreach (var text in new[] { letters, string.Join(' ', letters.ToCharArray()), string.Join(" OR ", letters.ToCharArray()), $"\"{letters}\" 薬", $"title:{letters}", new string('\uFDFA', 5_000) })
        {
            var query = QueryReader.Read(text);
            Assert.InRange(query.Tokens.Count(), 1, SearchQuery.MaxTokens);
            Assert.InRange(query.Words.Sum(word => word.Length), 1, SearchQuery.MaxLength);
            Assert.InRange(Tokens(query.Classic), 0, SearchQuery.MaxLength);
        }

        Assert.InRange(Tokens(QueryReader.Read($"title:{letters}").Classic), 1, SearchQuery.MaxTokens);
    }

    private static int Tokens(Expression? expression) => expression switch
    {
        null => 0,
        AllOf all => all.Parts.Sum(Tokens),
        AnyOf any => any.Parts.Sum(Tokens),
        Except except => Tokens(except.Wanted) + Tokens(except.Unwanted),
        _ => 1,
    };

    [Fact]
    public void Deep_brackets_are_words() => Assert.Null(QueryReader.Read(new string('(', 200) + "薬*" + new string(')', 200)).Classic);

    [Fact]
    public void An_alternative_is_not_demanded_letter_for_letter()
    {
        Assert.Equal(["退院前"], QueryReader.Read("\"退院前\" 会議").Phrases);
        Assert.Empty(QueryReader.Read("\"退院前\" OR \"退院後\"").Phrases);
        Assert.Empty(QueryReader.Read("会議 -\"退院前\"").Phrases);
    }
}
