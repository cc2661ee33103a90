using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Media;

namespace Zaitaku.Search.Index;

/// <summary>
/// One section of one page, as it is filtered and counted. What it says stands in its <see cref="SearchPassage"/>, its words in the engine's own
/// table <c>SearchText</c>, all three under the same id.
/// </summary>
public sealed class SearchDocument : IForAudience
{
    public long Id { get; set; }

    /// <summary>Which building of the index it belongs to: <see cref="SearchGeneration"/>.</summary>
    public int Generation { get; set; }

    /// <summary>The item whose page it is part of.</summary>
    public string Owner { get; set; } = "";

    /// <summary>The version of the item it was made from.</summary>
    public string Version { get; set; } = "";
    public string Kind { get; set; } = "";
    public Audience Audience { get; set; }
    public string Area { get; set; } = "";

    /// <summary>The day it is about, such as that of an event.</summary>
    public DateOnly? Day { get; set; }

    /// <summary>Tokens of title and text together, for BM25.</summary>
    public int Length { get; set; }
}

/// <summary>What a section says.</summary>
public sealed class SearchPassage
{
    public long Id { get; set; }

    /// <summary>From the site's root, with the section's anchor.</summary>
    public string Url { get; set; } = "";
    public string Title { get; set; } = "";
    public string Heading { get; set; } = "";
    public string Body { get; set; } = "";

    /// <summary>Title and heading, a line end, and all the rest, as they are compared.</summary>
    public string Normal { get; set; } = "";
}

/// <summary>The one row that says which generation answers, and which is being built beside it.</summary>
public sealed class SearchGeneration
{
    public int Id { get; set; }
    public int Current { get; set; }
    public int? Building { get; set; }
    public DateTime? BuiltUtc { get; set; }
    public DateTime? ChangedUtc { get; set; }

    /// <summary>How texts were cut when it was built; another program's index is built anew.</summary>
    public int Analysis { get; set; }
}

/// <summary>What a file that pages offer says, as it was read.</summary>
public sealed class SearchFile
{
    /// <summary>As <see cref="MediaFile.Path"/>.</summary>
    public string Path { get; set; } = "";

    /// <summary>Of the bytes that were read: other bytes at this path are yet to be.</summary>
    public string Sha256 { get; set; } = "";
    public string Text { get; set; } = "";
}

public sealed class SearchTables : ITableMap
{
    public void Map(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<SearchDocument>(document =>
        {
            document.ToTable("SearchDocument");
            document.Property(d => d.Owner).HasMaxLength(64);
            document.Property(d => d.Version).HasMaxLength(26);
            document.Property(d => d.Kind).HasMaxLength(32);
            document.Property(d => d.Area).HasMaxLength(64);
            document.HasIndex(d => new { d.Owner, d.Generation });
            document.HasIndex(d => new { d.Generation, d.Length });
        });
        modelBuilder.Entity<SearchPassage>(passage =>
        {
            passage.ToTable("SearchPassage");
            passage.Property(p => p.Id).ValueGeneratedNever();
        });
        modelBuilder.Entity<SearchFile>(file =>
        {
            file.ToTable("SearchFile");
            file.HasKey(f => f.Path);
            file.Property(f => f.Path).HasMaxLength(MediaPath.MaxLength);
            file.Property(f => f.Sha256).HasMaxLength(64);
        });
        modelBuilder.Entity<SearchGeneration>(generation =>
        {
            generation.ToTable("SearchGeneration");
            generation.Property(g => g.Id).ValueGeneratedNever();
        });
    }
}
