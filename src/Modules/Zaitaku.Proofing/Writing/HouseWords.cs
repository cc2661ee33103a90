using Zaitaku.Cms.Content;

namespace Zaitaku.Proofing.Writing;

/// <summary>Section of the settings: words this house writes otherwise, or not at all. A line each: <c>word,instead,why</c>; the last two may be left out.</summary>
public sealed class HouseWordsSettings
{
    public string Words { get; set; } = "";
}

/// <summary>The house's words, longest first.</summary>
internal sealed class HouseWords
{
    public const int MaxWord = 50;
    private readonly List<HouseWord> words;

    public HouseWords(string lines) => words =
    [
        .. lines.Split('\n').Select(line => line.Split('#')[0].Split(',', StringSplitOptions.TrimEntries))
            .Where(cells => cells[0].Length is > 0 and <= MaxWord)
            .Select(cells => new HouseWord(cells[0], cells.ElementAtOrDefault(1) ?? "", cells.ElementAtOrDefault(2) ?? ""))
            .OrderByDescending(word => word.Word.Length),
    ];

    public IEnumerable<Remark> Read(ItemText text, string masked)
    {
        var taken = new HashSet<int>();
        foreach (var word in words)
        {
            for (var at = masked.IndexOf(word.Word, StringComparison.Ordinal); at >= 0; at = masked.IndexOf(word.Word, at + word.Word.Length, StringComparison.Ordinal))
            {
                if (Belongs(masked, at, word) || !taken.Add(at)) continue;
                yield return Place.At(text, at, word.Word.Length, RemarkLevel.Advice, "HouseWord", ProofingText.HouseWord(word.Instead, word.Why), word.Instead.Length > 0 ? word.Instead : null);
            }
        }
    }

    /// <summary>Whether the place already reads as it should, because what is wanted holds what is not: 認知症 and 認知.</summary>
    private static bool Belongs(string masked, int at, HouseWord word)
    {
        var inside = word.Instead.IndexOf(word.Word, StringComparison.Ordinal);
        return inside >= 0 && at >= inside && string.CompareOrdinal(masked, at - inside, word.Instead, 0, word.Instead.Length) == 0;
    }

    private sealed record HouseWord(string Word, string Instead, string Why);
}
