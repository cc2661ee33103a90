namespace Zaitaku.Search.Words;

/// <summary>Section of the settings: words that mean the same, a group a line, parted by commas.</summary>
public sealed class ThesaurusSettings
{
    public string Groups { get; set; } = "";
}

/// <summary>Section of the settings: answers that stand first for a word. A line each: <c>word,/address</c>; the page must be the site's own.</summary>
public sealed class PinnedAnswersSettings
{
    public string Answers { get; set; } = "";
}

/// <summary>A word and the address that is pinned for it.</summary>
public sealed record PinnedWord(string Word, string Address);

public static class PinnedAnswers
{
    public static IEnumerable<PinnedWord> Of(PinnedAnswersSettings settings) =>
        WordLines.Written(settings.Answers).Where(line => line.Length >= 2).Select(line => new PinnedWord(line[0], string.Join(',', line.Skip(1))));
}
