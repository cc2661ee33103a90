using Zaitaku.Search.Analysis;

namespace Zaitaku.Search.Words;

/// <summary>Lists that editors keep: one thing a line, its parts divided by commas, comments after '#'.</summary>
public static class WordLines
{
    public static IEnumerable<List<string>> Read(string lines) => lines.Split('\n')
        .Select(line => line.Split('#')[0].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(NormalText.Of).Distinct().ToList())
        .Where(cells => cells.Count > 0);
}
