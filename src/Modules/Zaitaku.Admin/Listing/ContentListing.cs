using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Departments;
using Zaitaku.Cms.Parts;

namespace Zaitaku.Admin.Listing;

/// <summary>One version as the workplace lists and searches it.</summary>
public sealed class ContentListing : IndexRow
{
    public string ContentType { get; set; } = "";
    public string Title { get; set; } = "";

    /// <summary>Title and body, folded as <see cref="Fold"/> folds what is searched for.</summary>
    public string Text { get; set; } = "";
    public string? Author { get; set; }
    public string? Owner { get; set; }
    public string? DepartmentId { get; set; }
    public DateTime? CreatedUtc { get; set; }
    public DateTime? ModifiedUtc { get; set; }
    public DateTime? PublishedUtc { get; set; }

    /// <summary>When a draft is to be published, and a published version to be taken down.</summary>
    public DateTime? PublishUtc { get; set; }
    public DateTime? ArchiveUtc { get; set; }

    /// <summary>Wide and narrow, large and small letters become one; so does white space.</summary>
    public static string Fold(string text) =>
        string.Join(' ', text.Normalize(NormalizationForm.FormKC).ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

public sealed class ContentListingIndexing : ContentIndex<ContentListing>
{
    /// <summary>Properties in which people write.</summary>
    private static readonly HashSet<string> Written =
        ["Text", "Markdown", "Html", "Title", "Values", "PageTitle", "MetaDescription", "Path", "Url", "MediaTexts", "Alias"];

    /// <summary>Those who work on a copy find it in their list.</summary>
    public override bool OfReplacements => true;

    public override IEnumerable<IndexRow> Rows(ContentItem item)
    {
        yield return new ContentListing
        {
            ContentType = item.ContentType,
            Title = item.DisplayText ?? "",
            Text = ContentListing.Fold(string.Join('\n', Texts(item.Data, written: false).Prepend(item.DisplayText ?? ""))),
            Author = item.Author,
            Owner = item.Owner,
            DepartmentId = item.Get<ContactPart>()?.DepartmentId,
            CreatedUtc = item.CreatedUtc,
            ModifiedUtc = item.ModifiedUtc,
            PublishedUtc = item.PublishedUtc,
            PublishUtc = item.Published ? null : item.Get<PublishLaterPart>()?.ScheduledPublishUtc,
            ArchiveUtc = item.Get<ArchiveLaterPart>()?.ScheduledArchiveUtc,
        };
    }

    protected override void MapColumns(ModelBuilder modelBuilder) => modelBuilder.Entity<ContentListing>(row =>
    {
        row.Property(r => r.ContentType).HasMaxLength(255);
        row.Property(r => r.Owner).HasMaxLength(26);
        row.Property(r => r.Author).HasMaxLength(255);
        row.Property(r => r.DepartmentId).HasMaxLength(26);
        row.HasIndex(r => new { r.Latest, r.ModifiedUtc });
        row.HasIndex(r => r.PublishUtc);
        row.HasIndex(r => r.ArchiveUtc);
    });

    private static IEnumerable<string> Texts(JsonNode? node, bool written) => node switch
    {
        JsonObject bag => bag.SelectMany(property => Texts(property.Value, Written.Contains(property.Key))),
        JsonArray list => list.SelectMany(value => Texts(value, written)),
        JsonValue value when written && value.TryGetValue<string>(out var text) => [text],
        _ => [],
    };
}
