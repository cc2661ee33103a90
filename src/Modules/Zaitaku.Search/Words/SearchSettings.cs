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
