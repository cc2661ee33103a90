using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Parts;
using Zaitaku.Cms.Text;

namespace Zaitaku.Cms.Routing;

/// <summary>The item's address on the site, without the leading slash.</summary>
public sealed class AutoroutePart : ContentPart
{
    public string? Path { get; set; }
    public bool SetHomepage { get; set; }
    public bool Disabled { get; set; }
    public bool RouteContainedItems { get; set; }
    public bool Absolute { get; set; }
}

public sealed class AutoroutePartIndex : IndexRow
{
    /// <summary>The address; empty for the home page.</summary>
    public string Path { get; set; } = "";
    public string ContentType { get; set; } = "";
    public string Title { get; set; } = "";
    public DateTime? ModifiedUtc { get; set; }
    public DateTime? PublishedUtc { get; set; }
}

public sealed class AutoroutePartIndexing : ContentIndex<AutoroutePartIndex>
{
    public override IEnumerable<IndexRow> Rows(ContentItem item)
    {
        if (item.Get<AutoroutePart>() is not { Disabled: false } part) yield break;
        if (part.Path is not { Length: > 0 } && !part.SetHomepage) yield break;
        yield return new AutoroutePartIndex
        {
            Path = part.SetHomepage ? "" : part.Path!,
            ContentType = item.ContentType,
            Title = item.DisplayText ?? "",
            ModifiedUtc = item.ModifiedUtc,
            PublishedUtc = item.PublishedUtc,
        };
    }

    protected override void MapColumns(ModelBuilder modelBuilder) => modelBuilder.Entity<AutoroutePartIndex>(row =>
    {
        row.Property(r => r.Path).HasMaxLength(AutoroutePathRule.MaxLength);
        row.HasIndex(r => r.Path);
    });
}

public static class AutoroutePathRule
{
    public const int MaxLength = 1024;
}

/// <summary>Gives an item without an address one made from its title, refuses addresses that are taken, and leaves a redirect behind a changed one.</summary>
public sealed class AutorouteHandler(OwnAddresses own) : ContentHandler
{
    public override async Task ValidatingAsync(ContentContext context)
    {
        if (context.Item.Get<AutoroutePart>() is not { Disabled: false, SetHomepage: false } part) return;
        if (string.IsNullOrEmpty(part.Path)) part.Path = await ProposeAsync(context);
        part.Path = part.Path.Trim('/');
        if (!Slug.IsPath(part.Path))
        {
            context.Refuse("AutoroutePart.Path", ContentText.PathInvalid(part.Path));
            return;
        }

        if (await TakenAsync(context, part.Path)) context.Refuse("AutoroutePart.Path", ContentText.PathTaken(part.Path));
        else context.Item.Set(part);
    }

    public override async Task PublishedAsync(ContentContext context)
    {
        var before = context.Previous?.Get<AutoroutePart>()?.Path;
        var after = context.Item.Get<AutoroutePart>()?.Path;
        if (context.Item.Published && before is { Length: > 0 } && after is { Length: > 0 } && before != after)
        {
            await Redirect.LeaveAsync(context.Db, before, context.Item.ContentItemId);
        }
    }

    private async Task<string> ProposeAsync(ContentContext context)
    {
        var slug = Slug.From(context.Item.DisplayText ?? "");
        if (context.Item.Get<ContainedPart>()?.ListContentItemId is { } listId &&
            await context.Db.Set<AutoroutePartIndex>().IgnoreQueryFilters().Where(row => row.ContentItemId == listId && row.Latest)
                .Select(row => row.Path).FirstOrDefaultAsync() is { Length: > 0 } containerPath)
        {
            slug = $"{containerPath}/{slug}";
        }

        var path = slug;
        for (var n = 2; await TakenAsync(context, path); n++) path = $"{slug}-{n}";
        return path;
    }

    /// <summary>What a recipe brings is taken as it comes: its paths are known beforehand, and it may be applied before the site knows its own.</summary>
    private async Task<bool> TakenAsync(ContentContext context, string path)
    {
        var bearer = context.Item.Bearer;
        return context.Paths?.IsTaken(path, bearer) ?? own.Hold(path) || await context.Db.Set<AutoroutePartIndex>().IgnoreQueryFilters().AnyAsync(row => row.Path == path && row.ContentItemId != bearer);
    }
}
