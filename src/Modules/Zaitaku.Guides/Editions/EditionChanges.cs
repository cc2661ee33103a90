using Zaitaku.Cms.Parts;

namespace Zaitaku.Guides.Editions;

public enum ChangeKind
{
    Added,
    Removed,
    Reworded,
}

/// <summary>What became of one text of a book: a chapter, or what the book says of itself.</summary>
/// <param name="FormerTitle">What it was called before, when it is called otherwise now.</param>
/// <param name="IsBook">Whether it is the book's own text, not a chapter.</param>
/// <param name="Passages">What differs, passage by passage; nothing where only what cannot be read differs, as the target of a link.</param>
public sealed record TextChange(
    string ContentItemId, ChangeKind Kind, string Title, string? FormerTitle, string Culture, bool IsBook, IReadOnlyList<Passage> Passages)
{
    public bool IsEasy => Culture == Cultures.Easy;

    /// <summary>Whether a reader would find other words.</summary>
    public bool IsVisible => FormerTitle is not null || Passages.Any(p => p.Kind is PassageKind.Added or PassageKind.Gone or PassageKind.Reworded);
}

/// <summary>What changed in a book between two moments, as far as somebody may know.</summary>
/// <param name="Reordered">Whether chapters that were there before stand in another order.</param>
/// <param name="Chapters">How many chapters there are afterwards, in all forms.</param>
public sealed record EditionChanges(IReadOnlyList<TextChange> Texts, bool Reordered, int Chapters)
{
    public static EditionChanges None { get; } = new([], false, 0);

    public bool IsEmpty => Texts.Count == 0 && !Reordered;

    /// <summary>Only what is printed: the easy edition stands on the screen alone.</summary>
    public EditionChanges OnPaper => this with { Texts = [.. Texts.Where(t => !t.IsEasy)] };

    public int Count(ChangeKind kind) => Texts.Count(t => t.Kind == kind && !t.IsBook);
}
