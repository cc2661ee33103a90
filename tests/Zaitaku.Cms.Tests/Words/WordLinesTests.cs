using System.Text;
using Zaitaku.Cms.Words;

namespace Zaitaku.Cms.Tests.Words;

public sealed class WordLinesTests
{
    private const string Source = "# 医療\n悪化,あっか\n\n安静,あんせい # 注\r\n";

    [Fact]
    public void Lines_are_numbered_with_comments_and_cells_are_without_them() =>
        Assert.Equal([(2, "悪化", "あっか"), (4, "安静", "あんせい")], WordLines.Of(Source).Select(line => (line.Number, line.Word, line.Cells[1])));

    [Fact]
    public void A_change_keeps_all_other_lines()
    {
        Assert.Equal("# 医療\n悪化,わるくなる\n\n安静,あんせい # 注\r\n", WordLines.Replace(Source, "悪化,あっか", "悪化,わるくなる"));
        Assert.Equal("# 医療\n悪化,あっか\n\n", WordLines.Replace(Source, "安静,あんせい # 注", null));
        Assert.Equal(Source + "往診,おうしん\n", WordLines.Add(Source, "往診,おうしん"));
        Assert.Null(WordLines.Replace(Source, "悪化,ちがう", "x"));
        Assert.Null(WordLines.Replace(Source, "", "x"));
    }

    [Fact]
    public void The_difference_is_told_word_by_word() =>
        Assert.Equal([("悪化", "悪化,あっか", "悪化,わるか"), ("安静", "安静,あんせい", null), ("往診", null, "往診,おうしん")], WordLines.Difference(Source, "悪化, わるか\n往診,おうしん"));

    [Fact]
    public void Files_of_spreadsheets_are_read()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        Assert.Equal("悪化,あっか\n", WordFile.Read(WordFile.Write("悪化,あっか\n")));
        Assert.Equal("悪化,あっか\n", WordFile.Read(Encoding.GetEncoding(932).GetBytes("悪化,あっか\r\n")));
        Assert.Equal("老人,高齢の人,一、二\"三", WordFile.Read(Encoding.UTF8.GetBytes("\"老人\",高齢の人,\"一,二\"\"三\",,,")));
        Assert.Null(WordFile.Read([0xFF, 0xFE, 0x00]));
        Assert.Null(WordFile.Read("悪化\0,あっか"u8));
    }

    [Theory]
    [InlineData("=SUM(A1)", true), InlineData("＝SUM", true), InlineData("-1", true), InlineData("@x", true), InlineData("悪化", false), InlineData("*年", false)]
    public void Formulas_are_known(string word, bool isOne) => Assert.Equal(isOne, WordFile.IsFormula(word));
}
