using System.Diagnostics;
using Zaitaku.Admin.Versions;

namespace Zaitaku.Admin.Tests.Versions;

/// <summary>Nobody keeps the site busy with two texts that have nothing in common.</summary>
public sealed class LongTextsTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public static TheoryData<string, string> Pairs { get; } = new()
    {
        { Lines(1_000_000, "a"), Lines(1_000_000, "b") },
        { string.Concat(Enumerable.Range(0, 60_000).Select(n => $"甲{n}\n")), string.Concat(Enumerable.Range(0, 60_000).Select(n => $"乙{n}\n")) },
        { string.Concat(Enumerable.Repeat(new string('あ', 1900) + "\n", 700)), string.Concat(Enumerable.Repeat(new string('い', 1900) + "\n", 700)) },
        { string.Concat(Enumerable.Range(0, 40_000).Select(n => $"{n % 7}\n")), string.Concat(Enumerable.Range(0, 40_000).Select(n => $"{n % 5}\n")) },
    };

    [Theory, MemberData(nameof(Pairs))]
    public void Comparing_takes_no_longer_than_a_person_waits(string before, string after)
    {
        var watch = Stopwatch.StartNew();
        var lines = TextDiff.Of(before, after);
        Assert.NotEmpty(lines);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, Patience);
    }

    [Theory, MemberData(nameof(Pairs))]
    public void Merging_takes_no_longer_than_a_person_waits(string theirs, string mine)
    {
        var before = string.Concat(Enumerable.Range(0, 40_000).Select(n => $"元{n % 11}\n"));
        var watch = Stopwatch.StartNew();
        ThreeWay.Merge(before, theirs, mine);
        ThreeWay.Merge(theirs, before, theirs);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, Patience);
    }

    private static string Lines(int letters, string line) => string.Concat(Enumerable.Repeat(line + "\n", letters / 2));
}
