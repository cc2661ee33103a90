using Zaitaku.Search.Analysis;

namespace Zaitaku.Search.Words;

/// <summary>Lists that editors keep: one thing a line, its parts divided by commas, comments after '#'.</summary>
public static class WordLines
{
    public static IEnumerable<List<string>> Read(string lines) => Written(lines).Select(cells => cells.Select(NormalText.Of).Distinct().ToList());

    /// <summary>The same as editors wrote them: ACP, and not acp.</summary>
    public static IEnumerable<string[]> Written(string lines) => lines.Split('\n')
        .Select(line => line.Split('#')[0].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        .Where(cells => cells.Length > 0);
}
