namespace Zaitaku.Search.Tests.Results;

/// <summary>What people here would type, against the sample's content: search-golden.tsv.</summary>
public sealed class GoldenTests
{
    private const double Enough = 0.95;

    [Theory, EachEngine]
    public async Task People_find_what_they_look_for(Engine engine)
    {
        await using var site = await SearchSite.OpenSampleAsync(engine);
        var lines = (await File.ReadAllLinesAsync(Path.Combine(AppContext.BaseDirectory, "search-golden.tsv"))).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t')).ToList();
        Assert.True(lines.Count >= 120);
        var missed = new List<string>();
        foreach (var line in lines)
        {
            var found = (await site.PathsAsync(line[1])).Take(int.Parse(line[0], System.Globalization.CultureInfo.InvariantCulture)).ToList();
            if (!line[2].Split('|').Any(found.Contains)) missed.Add($"{line[1]}: {string.Join(' ', found)}");
        }

        Assert.True(missed.Count <= lines.Count * (1 - Enough), $"{missed.Count} of {lines.Count} missed:\n{string.Join('\n', missed)}");
    }
}
