namespace Zaitaku.Cms.Content;

/// <summary>What an import did with one item.</summary>
public enum ImportVerdict
{
    New,
    Changed,
    Unchanged,
}

/// <summary>One item of an import and what became of it.</summary>
/// <param name="Index">Where in the given list it stood.</param>
public sealed record ImportedItem(int Index, ContentItem Item, ImportVerdict Verdict);

/// <summary>Why one item of an import cannot be taken.</summary>
/// <param name="Index">Where in the given list it stood.</param>
/// <param name="Path">Where in the item, for example <c>AutoroutePart.Path</c>.</param>
public sealed record ImportProblem(int Index, string Path, string Message);

/// <summary>The end of an import. With problems, nothing of it has been written.</summary>
public sealed record ImportOutcome(IReadOnlyList<ImportedItem> Items, IReadOnlyList<ImportProblem> Problems)
{
    public int Count(ImportVerdict verdict) => Items.Count(i => i.Verdict == verdict);
}
