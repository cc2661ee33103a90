namespace Zaitaku.Cms.Feeds;

/// <summary>Puts entries before the pages in feed.xml. Modules register theirs.</summary>
public abstract class FeedSource
{
    /// <summary>What is to be told at this moment, to whoever asks.</summary>
    public abstract Task<IReadOnlyList<FeedEntry>> EntriesAsync(CancellationToken cancel = default);
}

/// <summary>Something to tell that has no page of its own: it is read on another page, the first one where none is named.</summary>
/// <param name="Id">One for ever, within the site.</param>
/// <param name="Fragment">Its place on the page.</param>
public sealed record FeedEntry(string Id, string Title, string Fragment, DateTime PublishedUtc, string Summary)
{
    /// <summary>The page, without the leading slash.</summary>
    public string Path { get; init; } = "";
}
