using Zaitaku.Admin.Versions;

namespace Zaitaku.Admin.Tests.Versions;

public sealed class ThreeWayTests
{
    [Theory]
    [InlineData("a\nb\nc", "A\nb\nc", "a\nb\nC", "A\nb\nC")]
    [InlineData("a\n\nb\n\nc", "a\n\nb\n\nx\n\nc", "a!\n\nb\n\nc", "a!\n\nb\n\nx\n\nc")]
    [InlineData("a\nb\nc\nd", "b\nc\nd", "a\nb\nc", "b\nc")]
    [InlineData("a\nb", "a\nb", "a\nb\nc", "a\nb\nc")]
    [InlineData("a\nb\nc", "X\nb\nc", "X\nb\nc", "X\nb\nc")]
    public void Changes_to_different_lines_stand_together(string before, string theirs, string mine, string both) => Assert.Equal(both, ThreeWay.Merge(before, theirs, mine));

    [Theory]
    [InlineData("a\nb\nc", "A\nb\nc", "x\nb\nc")]
    [InlineData("a", "", "b")]
    [InlineData("a\nb", "a\nx\nb", "a\ny\nb")]
    public void Changes_to_the_same_lines_are_left_to_people(string before, string theirs, string mine) => Assert.Null(ThreeWay.Merge(before, theirs, mine));

    [Fact]
    public void A_comparison_names_the_letters_that_changed()
    {
        var lines = TextDiff.Of("同じ行\n午前9時から", "同じ行\n午前10時から");
        Assert.Contains(lines, line => line.Pieces.Any(piece => piece is { Kind: DiffKind.Gone, Text: "9" }));
        Assert.Contains(lines, line => line.Pieces.Any(piece => piece is { Kind: DiffKind.Added, Text: "10" }));
    }
}
