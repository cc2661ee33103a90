using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Parts;
using Zaitaku.Cms.Routing;
using Zaitaku.Cms.Text;

namespace Zaitaku.Guides.Books;

/// <summary>All that a book's contents list shows of a chapter.</summary>
public sealed class ChapterIndex : IndexRow
{
    public string BookId { get; set; } = "";
    public int Order { get; set; }
    public string Title { get; set; } = "";
    public string Path { get; set; } = "";
    public string? Summary { get; set; }

    /// <summary>The chapter's editions share it: <see cref="Cultures"/>.</summary>
    public string LocalizationSet { get; set; } = "";
    public string Culture { get; set; } = Cultures.Standard;

    /// <summary>Length of the running text, for the reading time.</summary>
    public int Characters { get; set; }
    public bool HasNotice { get; set; }
    public DateTime? ModifiedUtc { get; set; }
}

public sealed class ChapterIndexing : ContentIndex<ChapterIndex>
{
    public const string ContentType = "Chapter";

    public override IEnumerable<IndexRow> Rows(ContentItem item)
    {
        if (item.ContentType != ContentType || item.Get<ContainedPart>() is not { ListContentItemId: { } bookId } contained) yield break;
        var localization = item.Get<LocalizationPart>();
        var chapter = item.Get<ChapterPart>();
        yield return new ChapterIndex
        {
            BookId = bookId,
            Order = contained.Order,
            Title = item.DisplayText ?? "",
            Path = item.Get<AutoroutePart>()?.Path ?? "",
            Summary = chapter?.Summary?.Text,
            LocalizationSet = localization?.LocalizationSet ?? item.ContentItemId,
            Culture = localization?.Culture ?? Cultures.Standard,
            Characters = MarkdownText.Render(item.Get<MarkdownBodyPart>()?.Markdown ?? "", new MarkdownContext()).Characters,
            ModifiedUtc = item.ModifiedUtc,
            HasNotice = !string.IsNullOrWhiteSpace(chapter?.Notice?.Text),
        };
    }

    protected override void MapColumns(ModelBuilder modelBuilder) => modelBuilder.Entity<ChapterIndex>(row =>
    {
        row.Property(r => r.BookId).HasMaxLength(26);
        row.Property(r => r.LocalizationSet).HasMaxLength(26);
        row.Property(r => r.Culture).HasMaxLength(16);
        row.HasIndex(r => new { r.BookId, r.Order });
    });
}
