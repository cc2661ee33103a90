namespace Zaitaku.Cms.Text;

/// <summary>A word of the glossary: its title, its reading in kana (may be empty), and its explanation as plain text.</summary>
public sealed record GlossaryEntry(string Term, string Reading, string Text);

/// <summary>What a text is rendered for.</summary>
public sealed record MarkdownContext
{
    /// <summary>Entries by the word that stands in <c>[[…]]</c>; other names of an entry may be further keys to it.</summary>
    public IReadOnlyDictionary<string, GlossaryEntry> Glossary { get; init; } = new Dictionary<string, GlossaryEntry>();

    /// <summary>Whether the author's readings (<c>{漢字|かんじ}</c>) are shown.</summary>
    public bool Furigana { get; init; }

    /// <summary>
    /// For a page that becomes paper: explanations stand as <c>span.footnote</c> beside the term instead of as details to open, and
    /// readings stand in brackets, because the PDF maker knows no ruby.
    /// </summary>
    public bool ForPrint { get; init; }

    /// <summary>
    /// Put before every id and every link to one, so that several texts can share a page: lower-case letters and digits, ending with
    /// '-' (such as <c>c3-</c>), or empty.
    /// </summary>
    public string IdPrefix { get; init; } = "";

    /// <summary>How many levels headings go down, where the text stands below a heading of the page: <c>##</c> becomes h3 with 1.</summary>
    public int HeadingShift { get; init; }
}
