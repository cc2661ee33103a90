using System.Globalization;
using System.Text.Json;
using Zaitaku.Site.Tests.Architecture;
using Zaitaku.Testing;

namespace Zaitaku.Site.Tests.Search;

/// <summary>What people here would type, against the sample's content: tests/Zaitaku.Search.Tests/search-golden.tsv.</summary>
public sealed class GoldenTests
{
    private const double Enough = 0.95;

    [Theory, EachEngine]
    public async Task People_find_what_they_look_for(Engine engine)
    {
        await using var site = await RunningSite.StartAsync(engine, new Dictionary<string, string> { ["Search:PerMinute"] = "100000" });
        var lines = Sources.Read("tests/Zaitaku.Search.Tests/search-golden.tsv").Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t')).ToList();
        Assert.True(lines.Count >= 120);
        var missed = new List<string>();
        foreach (var line in lines)
        {
            var found = (await AddressesAsync(site, line[1])).Take(int.Parse(line[0], CultureInfo.InvariantCulture)).ToList();
            if (!line[2].Split('|').Any(wanted => found.Exists(url => url == wanted || url.Split('#')[0] == wanted))) missed.Add($"{line[1]}: {string.Join(' ', found)}");
        }

        Assert.True(missed.Count <= lines.Count * (1 - Enough), $"{missed.Count} of {lines.Count} missed:\n{string.Join('\n', missed)}");
    }

    private static async Task<List<string>> AddressesAsync(RunningSite site, string query)
    {
        using var json = JsonDocument.Parse(await site.Visitor.GetStringAsync("/api/v1/search?q=" + Uri.EscapeDataString(query)));
        return [.. json.RootElement.GetProperty("results").EnumerateArray().Select(hit => hit.GetProperty("url").GetString()!)];
    }
}
