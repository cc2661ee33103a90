namespace Zaitaku.Cms.Words;

/// <summary>A line that cannot be used, with the reason for the editor.</summary>
/// <param name="Line">Counted from 1; 0 for the list as a whole.</param>
public sealed record WordProblem(int Line, string Message);

/// <summary>A page that reads otherwise under another list.</summary>
public sealed record TouchedPage(string ContentItemId, string Title);

/// <summary>A column of the list.</summary>
public sealed record WordColumn(string Label, string? Hint = null, bool Required = false)
{
    /// <summary>Whether it holds all the further words of the line, as many as there are, written with 「、」 between them.</summary>
    public bool TakesRest { get; init; }
}

/// <summary>What the page of the list says.</summary>
/// <param name="Lead">What the list is for, in a sentence or two.</param>
/// <param name="TrySample">A sentence to begin with.</param>
/// <param name="Touched">What becomes of the pages that are counted: 「ふりがなが変わるページ」.</param>
public sealed record WordListPhrases(string Title, string Lead, string TrySample, string Touched, params IReadOnlyList<WordColumn> Columns)
{
    /// <summary>What is asked for in the box for trying.</summary>
    public string TryLabel { get; init; } = WordsText.TryLabel;
}

/// <summary>
/// A list of words that editors keep in the workplace: lines in a section of the settings. A module that has one derives from this and from
/// <see cref="WordListPage"/>; searching, changing, files and the record are the kernel's.
/// </summary>
public abstract class WordList
{
    /// <summary>The page's address, beginning with <c>/admin/</c>.</summary>
    public abstract string Path { get; }

    /// <summary>The section of the settings, and its property.</summary>
    public abstract (string Section, string Property) Place { get; }

    public abstract WordListPhrases Phrases { get; }

    /// <summary>The lines that cannot be used.</summary>
    public abstract IReadOnlyList<WordProblem> Problems(string source);

    /// <summary>A sentence as the list makes it look, as HTML that is safe whatever the sentence says.</summary>
    public abstract string Try(string source, string sentence);

    /// <summary>The published pages that would read otherwise.</summary>
    public abstract Task<IReadOnlyList<TouchedPage>> TouchedAsync(string before, string after, CancellationToken cancel);

    /// <summary>In how many places of the published pages each word stands; null for lists whose words are not looked for.</summary>
    public virtual Task<IReadOnlyDictionary<string, int>?> PlacesAsync(string source, CancellationToken cancel) => Task.FromResult<IReadOnlyDictionary<string, int>?>(null);
}
