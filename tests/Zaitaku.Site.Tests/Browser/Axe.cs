using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Zaitaku.Site.Tests.Browser;

/// <summary>What axe finds on a page, contrast at 7:1 included. Frames show public pages, which are looked at elsewhere.</summary>
internal static class Axe
{
    private static readonly string Program = new BundledAxeScriptProvider().GetScript();

    public static Task<List<string>> AllAsync(IPage page) =>
        RunAsync(page, "{ resultTypes: ['violations'], rules: { 'color-contrast-enhanced': { enabled: true } }, iframes: false }");

    /// <summary>Contrast alone: what else there is to say of a page does not change with its colours.</summary>
    public static Task<List<string>> ContrastAsync(IPage page) =>
        RunAsync(page, "{ resultTypes: ['violations'], runOnly: ['color-contrast', 'color-contrast-enhanced'], iframes: false }");

    private static async Task<List<string>> RunAsync(IPage page, string options)
    {
        // Once a page: it is half a megabyte.
        if (!await page.EvaluateAsync<bool>("'axe' in window")) await page.EvaluateAsync(Program);
        var found = await page.EvaluateAsync<string[]>($$"""
            async () => (await axe.run({ exclude: [['iframe']] }, {{options}})).violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${rule.help}\n  ${node.html}`))
            """);
        return [.. found.Select(line => $"{Measures.Where(page)} {line}")];
    }
}
