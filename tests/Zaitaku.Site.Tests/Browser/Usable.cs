using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Zaitaku.Site.Tests.Browser;

/// <summary>What nobody at work should meet: what axe finds, with contrast at 7:1, a page wider than its window, small targets, small letters.</summary>
internal static class Usable
{
    private static readonly string[] Scripts = [Measures.WiderThanWindow, Measures.SmallTargets, Measures.SmallText];

    public static async Task<List<string>> ComplaintsAsync(IPage page)
    {
        var where = $"{new Uri(page.Url).PathAndQuery} at {page.ViewportSize!.Width}";
        List<string> found = await WithAxeAsync(page, where, new AxeRunOptions { ResultTypes = [ResultType.Violations], Rules = new() { ["color-contrast-enhanced"] = new() { Enabled = true } } });
        foreach (var script in Scripts)
        {
            if (await page.EvaluateAsync<string>(script) is { Length: > 0 } offenders) found.Add($"{where} {offenders}");
        }

        return found;
    }

    /// <summary>Contrast alone: what else there is to say of a page does not change with its colours.</summary>
    public static Task<List<string>> ContrastAsync(IPage page) => WithAxeAsync(page, new Uri(page.Url).PathAndQuery, new AxeRunOptions { RunOnly = RunOnlyOptions.Rules("color-contrast", "color-contrast-enhanced"), ResultTypes = [ResultType.Violations] });

    /// <summary>Frames show public pages, which are looked at elsewhere.</summary>
    private static async Task<List<string>> WithAxeAsync(IPage page, string where, AxeRunOptions options)
    {
        var axe = await page.RunAxe(new AxeRunContext { Exclude = [new AxeSelector("iframe")] }, options);
        return [.. axe.Violations.SelectMany(v => v.Nodes.Select(node => $"{where} {v.Id}: {node.Html}"))];
    }

    public static async Task AssertAsync(IPage page)
    {
        var found = await ComplaintsAsync(page);
        Assert.True(found.Count == 0, string.Join('\n', found));
    }
}
