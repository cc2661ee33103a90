using Zaitaku.Guides.Editions;

namespace Zaitaku.Guides.Tests.Editions;

/// <summary>That the code leads where it should is read from the PDF itself, in the tests of the whole site.</summary>
public sealed class QrSquareTests
{
    [Fact]
    public void It_has_its_three_corners_and_a_margin_of_four()
    {
        var modules = QrSquare.Modules("https://zaitaku.example/guides/acp?since=1");
        Assert.All(modules, row => Assert.Equal(modules.Count, row.Count));
        foreach (var (top, left) in new[] { (0, 0), (0, modules.Count - 7), (modules.Count - 7, 0) })
        {
            for (var at = 0; at < 7; at++) Assert.True(modules[top][left + at] && modules[top + 6][left + at] && modules[top + at][left] && modules[top + at][left + 6]);
            Assert.False(modules[top + 1][left + 1]);
        }

        Assert.Equal(modules.Count + 8, QrSquare.Size(modules));
        Assert.StartsWith("M4 4h1v1h-1zM5 4h1", QrSquare.Path(modules), StringComparison.Ordinal);
    }
}
