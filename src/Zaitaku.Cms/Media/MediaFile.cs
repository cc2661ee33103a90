using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Data;

namespace Zaitaku.Cms.Media;

/// <summary>A picture or document of the site. Its bytes lie in the data folder under their hash.</summary>
public sealed class MediaFile : IForAudience
{
    public long Id { get; set; }

    /// <summary>As <c>MediaField</c> names it: no leading slash, NFC.</summary>
    public string Path { get; set; } = "";

    /// <summary>The media type it is served with.</summary>
    public string ContentType { get; set; } = "";

    /// <summary>In bytes.</summary>
    public long Length { get; set; }

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public string Sha256 { get; set; } = "";

    public Audience Audience { get; set; }
    public DateTime ModifiedUtc { get; set; }

    /// <summary>In pixels, for images.</summary>
    public int? Width { get; set; }
    public int? Height { get; set; }
}

public sealed class MediaFileTable : ITableMap
{
    public void Map(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<MediaFile>(file =>
        {
            file.ToTable("MediaFile");
            file.Property(f => f.Path).HasMaxLength(MediaPath.MaxLength);
            file.Property(f => f.ContentType).HasMaxLength(127);
            file.Property(f => f.Sha256).HasMaxLength(64);
            file.HasIndex(f => f.Path).IsUnique();
            file.HasIndex(f => f.Sha256);
        });
    }
}
