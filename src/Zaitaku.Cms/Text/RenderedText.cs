namespace Zaitaku.Cms.Text;

/// <summary>A heading of a text: level 1 to 6, the id it can be linked by, and its words without markup.</summary>
public sealed record TextHeading(int Level, string Id, string Text);

/// <summary>What may be wrong with a text.</summary>
public enum TextProblemKind
{
    UnknownTerm,
    UnsafeLink,
    SkippedHeadingLevel,
    TopLevelHeading,
    EmptyHeading,
    BadAnchor,
    UnknownCallout,
    ImageWithoutText,
    TooLong,
    TooDeep,
}

/// <summary>Something an editor should mend. <paramref name="Line"/> counts from 1; 0 means the text as a whole.</summary>
public sealed record TextProblem(TextProblemKind Kind, int Line, string Message);

/// <summary>A Markdown text made ready for a page.</summary>
public sealed record RenderedText
{
    private readonly Lazy<string> html = new("");

    /// <summary>Sanitised HTML, made when it is first asked for: whoever counts letters or cuts sections needs none.</summary>
    public string Html
    {
        get => html.Value;
        init => html = new(value);
    }

    /// <summary>HTML as it was written, to be sanitised.</summary>
    internal string Written
    {
        get;
        init
        {
            field = value;
            html = new(() => HtmlSanitizer.Sanitize(value));
        }
    } = "";

    public IReadOnlyList<TextHeading> Headings { get; init; } = [];

    /// <summary>Letters of the running text without markup and white space: the measure for <see cref="ReadingTime"/>.</summary>
    public int Characters { get; init; }

    public IReadOnlyList<TextProblem> Problems { get; init; } = [];

    /// <summary>The text without markup and readings, one block a line, no empty lines: for search, reading aloud and summaries.</summary>
    public string PlainText { get; init; } = "";

    /// <summary>Titles of the glossary entries the text refers to, in the order of first use.</summary>
    public IReadOnlyList<string> Terms { get; init; } = [];

    /// <summary>Whether the text was not rendered at all (too long or nested too deeply); <see cref="Html"/> is then empty.</summary>
    public bool IsRefused => Problems.Any(problem => problem.Kind is TextProblemKind.TooLong or TextProblemKind.TooDeep);
}
