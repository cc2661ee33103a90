using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Text;

namespace Zaitaku.Guides.Editions;

/// <summary>版: a book as it stood published at one moment, with a note of what has changed.</summary>
public sealed class BookEdition
{
    public string BookId { get; set; } = "";

    /// <summary>From 1, never given twice in a book: printed copies lead to it.</summary>
    public int Number { get; set; }

    /// <summary>第2版.</summary>
    public string Name { get; set; } = "";

    /// <summary>What has changed, in plain words; short Markdown.</summary>
    public string Note { get; set; } = "";

    /// <summary>The day printed on the cover.</summary>
    public DateOnly Day { get; set; }

    public DateTime ClosedUtc { get; set; }

    /// <summary>When it was taken back as a mistake; null for an edition that counts.</summary>
    public DateTime? ReopenedUtc { get; set; }

    /// <summary>The edition's place on the page of changes.</summary>
    public string Anchor => $"edition-{Number}";

    /// <summary>2026年（令和8年）11月1日.</summary>
    public string DayInWords => JapaneseDate.InWords(Day);
}

/// <summary>A text that an edition holds: a chapter in one of its forms, or what the book says of itself.</summary>
public sealed class EditionText
{
    public string BookId { get; set; } = "";
    public int Number { get; set; }

    /// <summary>The chapter's id, or the book's own.</summary>
    public string ContentItemId { get; set; } = "";
    public string ContentItemVersionId { get; set; } = "";

    /// <summary>Its place in the book; the book's own text stands before all chapters.</summary>
    public int Order { get; set; }
    public string Title { get; set; } = "";

    /// <summary><see cref="Cms.Parts.Cultures"/>.</summary>
    public string Culture { get; set; } = "";
}

public sealed class EditionTables : ITableMap
{
    public void Map(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<BookEdition>(edition =>
        {
            edition.ToTable("BookEdition");
            edition.HasKey(e => new { e.BookId, e.Number });
            edition.Property(e => e.Number).ValueGeneratedNever();
            edition.Property(e => e.BookId).HasMaxLength(26);
            edition.Property(e => e.Name).HasMaxLength(EditionRules.NameLength);
            edition.Property(e => e.Note).HasMaxLength(EditionRules.NoteLength);
        });
        modelBuilder.Entity<EditionText>(text =>
        {
            text.ToTable("EditionText");
            text.HasKey(t => new { t.BookId, t.Number, t.ContentItemId });
            text.Property(t => t.BookId).HasMaxLength(26);
            text.Property(t => t.ContentItemId).HasMaxLength(26);
            text.Property(t => t.ContentItemVersionId).HasMaxLength(26);
            text.Property(t => t.Culture).HasMaxLength(16);
            text.HasIndex(t => t.ContentItemVersionId);
        });
    }
}

public static class EditionRules
{
    public const int NameLength = 60;
    public const int NoteLength = 2000;

    /// <summary>How long an edition closed by mistake can be taken back.</summary>
    public static TimeSpan ReopenWithin { get; } = TimeSpan.FromDays(1);
}
