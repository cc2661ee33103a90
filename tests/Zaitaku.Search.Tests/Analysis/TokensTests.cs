using FsCheck;
using FsCheck.Fluent;
using Zaitaku.Search.Analysis;
using Zaitaku.Search.Queries;
using Zaitaku.Search.Ranking;

namespace Zaitaku.Search.Tests.Analysis;

public sealed class TokensTests
{
    [Theory]
    [InlineData("訪問看護", "訪問,問看,看護")]
    [InlineData("ＡＣＰとは", "acp,とは")]
    [InlineData("ケア・マネ", "ケア,マネ")]
    [InlineData("ｹｱﾏﾈ", "ケア,アマ,マネ")]
    [InlineData("薬", "薬")]
    [InlineData("𠮷野家", "𠮷野,野家")]
    [InlineData("COVID-19", "covid,19")]
    [InlineData("、。!?", "")]
    public void Runs_of_paired_scripts_become_pairs_and_words_stay(string text, string tokens) =>
        Assert.Equal(tokens, string.Join(',', Tokens.Of(NormalText.Of(text))));

    [Fact]
    public void Any_text_is_cut_and_its_tokens_are_counted_where_they_stand() => Prop.ForAll(Texts(), text =>
    {
        var normal = NormalText.Of(text);
        var tokens = Tokens.Of(normal);
        return tokens.TrueForAll(token => token.Length > 0 && !token.Any(char.IsWhiteSpace) && !token.Contains('"', StringComparison.Ordinal) && !token.Contains('\'', StringComparison.Ordinal)) &&
            tokens.GroupBy(token => token).Where(group => group.Key.Length < Tokens.MaxWord).All(group => Occurrences.Of(new Token(group.Key), normal) == group.Count());
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("あ𠮷", 2, "あ")]
    [InlineData("あ𠮷", 3, "あ𠮷")]
    [InlineData("あ𠮷", 9, "あ𠮷")]
    public void A_long_text_is_cut_between_letters(string text, int most, string cut) => Assert.Equal(cut, NormalText.Cut(text, most));

    [Fact]
    public void Any_query_is_understood() => Prop.ForAll(Texts(), text => QueryReader.Read(text) is { Wordings.Count: > 0 }).QuickCheckThrowOnFailure();

    /// <summary>Any UTF-16 at all, halves of pairs and NUL among it, and soup of what the search knows.</summary>
    internal static Arbitrary<string> Texts() => Gen.OneOf(
        Gen.Choose(0, 0xFFFF).Select(unit => ((char)unit).ToString()),
        Gen.Elements("訪問看護", "みとり", "ー", "・", "ｶﾞ", "が", "か\u3099", "ACP", " ", "　", "\"", "(", ")", "-", "*", "AND", "OR", "NOT", "title:", "kind:", ":", "𠮷", "\uD842", "👩‍⚕️", "\0", "%_", "NEAR(", "^"))
        .ListOf().Select(parts => string.Concat(parts)).ToArbitrary();
}
