using Microsoft.Playwright;

namespace Zaitaku.Site.Tests.Browser;

/// <summary>What nobody should meet: what axe finds, a page wider than its window, small targets, small letters.</summary>
internal static class Usable
{
    public static async Task<List<string>> ComplaintsAsync(IPage page) =>
        [.. await Axe.AllAsync(page), .. await Measures.OffendersAsync(page, Measures.WiderThanWindow, Measures.SmallTargets, Measures.SmallText)];

    public static async Task AssertAsync(IPage page) => AssertNone(await ComplaintsAsync(page));

    public static void AssertNone(IReadOnlyCollection<string> found) => Assert.True(found.Count == 0, string.Join('\n', found));
}
