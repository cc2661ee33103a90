namespace Zaitaku.Cms.Content;

/// <summary>Reads an item before editors publish it and says what should be mended: 公開前の点検. Drafts are free. Modules register theirs.</summary>
public abstract class PublicationCheck
{
    /// <summary>What stands against the item, or could be better.</summary>
    public abstract Task<IReadOnlyList<Remark>> ReadAsync(ContentItem item, CancellationToken cancel = default);

    /// <summary>What would suffer if readers could no longer reach the item.</summary>
    public virtual Task<IReadOnlyList<Remark>> BeforeTakingDownAsync(ContentItem item, CancellationToken cancel = default) =>
        Task.FromResult<IReadOnlyList<Remark>>([]);
}

/// <summary>How much a remark weighs.</summary>
public enum RemarkLevel
{
    /// <summary>Better so; nothing is held up.</summary>
    Advice,

    /// <summary>Some readers could not read or use it. Publishing all the same needs <c>PublishOverErrors</c>.</summary>
    Error,
}

/// <summary>One thing to mend.</summary>
/// <param name="Rule">The rule's name, for counting.</param>
/// <param name="Path">Which text of the item, for example <c>MarkdownBodyPart.Markdown</c>.</param>
/// <param name="Message">What is wrong and what to do, for the editor.</param>
public sealed record Remark(RemarkLevel Level, string Rule, string Path, string Message)
{
    /// <summary>Counts from 1; 0 means the text as a whole.</summary>
    public int Line { get; init; }

    /// <summary>Where the place begins in the text, in UTF-16 code units.</summary>
    public int Start { get; init; }

    /// <summary>How long the place is; 0 when it is not known.</summary>
    public int Length { get; init; }

    /// <summary>The words at the place.</summary>
    public string Excerpt { get; init; } = "";

    /// <summary>What may stand there instead without harm, or null when a person has to decide.</summary>
    public string? Fix { get; init; }
}
