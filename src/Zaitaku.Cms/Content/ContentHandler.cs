using Zaitaku.Cms.Data;
using Zaitaku.Cms.Definitions;

namespace Zaitaku.Cms.Content;

/// <summary>
/// The six moments of an item's life that a part or module may act in. All run inside the transaction of the save:
/// an exception undoes the whole of it.
/// </summary>
public abstract class ContentHandler
{
    /// <summary>Says what is wrong with the item, through <see cref="ContentContext.Refuse"/>. Nothing has been written yet.</summary>
    public virtual Task ValidatingAsync(ContentContext context) => Task.CompletedTask;

    /// <summary>Last changes to the item before its row is written.</summary>
    public virtual Task SavingAsync(ContentContext context) => Task.CompletedTask;

    /// <summary>The row and its index rows are written.</summary>
    public virtual Task SavedAsync(ContentContext context) => Task.CompletedTask;

    /// <summary>The item is about to become the published version.</summary>
    public virtual Task PublishingAsync(ContentContext context) => Task.CompletedTask;

    /// <summary>The item has become the published version, or has ceased to be it.</summary>
    public virtual Task PublishedAsync(ContentContext context) => Task.CompletedTask;

    /// <summary>Every version of the item has gone.</summary>
    public virtual Task RemovedAsync(ContentContext context) => Task.CompletedTask;
}

/// <summary>What a handler is given.</summary>
/// <param name="Item">The version at hand.</param>
/// <param name="Db">The database, inside the running write.</param>
/// <param name="Previous">The version that was published before, if any.</param>
public sealed record ContentContext(ContentItem Item, SiteDb Db, ContentItem? Previous)
{
    private readonly List<ContentProblem> problems = [];

    public IReadOnlyList<ContentProblem> Problems => problems;

    /// <summary>The site's definitions where the save already has them, as in an import of many items.</summary>
    public ContentDefinitions? Definitions { get; init; }

    /// <summary>Addresses an import has asked for beforehand.</summary>
    public FreeNames? Paths { get; init; }

    /// <summary>Aliases an import has asked for beforehand.</summary>
    public FreeNames? Aliases { get; init; }

    /// <summary>Refuses the save with a sentence for the editor.</summary>
    /// <param name="path">Where in the item, for example <c>AutoroutePart.Path</c>.</param>
    public void Refuse(string path, string message) => problems.Add(new(path, message));
}

/// <summary>One reason why an item cannot be saved, in the editor's words.</summary>
public sealed record ContentProblem(string Path, string Message);
