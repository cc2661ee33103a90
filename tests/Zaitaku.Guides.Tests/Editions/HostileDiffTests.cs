using System.Diagnostics;
using Zaitaku.Guides.Editions;

namespace Zaitaku.Guides.Tests.Editions;

/// <summary>A comparison that anybody may ask for is made soon, whatever the two texts are.</summary>
public sealed class HostileDiffTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    [Theory]
    [InlineData(60_000, 2), InlineData(60, 2900), InlineData(45, 5900), InlineData(1, 2990), InlineData(2000, 60)]
    public void Texts_that_have_nothing_in_common(int blocks, int letters)
    {
        var before = Enumerable.Range(0, blocks).Select(n => new ReadableBlock(BlockKind.Paragraph, Text(n, letters, "あ1a漢"))).ToList();
        var after = Enumerable.Range(0, blocks).Select(n => new ReadableBlock(BlockKind.Paragraph, Text(n + blocks, letters, "い2b字"))).ToList();
        var watch = Stopwatch.StartNew();
        Assert.NotEmpty(ReadableDiff.Of(before, after));
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, Patience);
    }

    private static string Text(int seed, int letters, string alphabet) =>
        string.Concat(Enumerable.Range(0, letters).Select(n => alphabet[((seed * 31) + n * (1 + seed % 3)) % alphabet.Length])) + seed;
}
