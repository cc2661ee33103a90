using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Caching;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Fields;

namespace Zaitaku.Cms.Departments;

/// <summary>担当: who answers for pages, and how to reach them. Written once, shown under every page that names it.</summary>
public sealed class DepartmentPart : ContentPart
{
    public TextField? Telephone { get; set; }
    public TextField? Fax { get; set; }
    public TextField? Hours { get; set; }
    public TextField? Address { get; set; }

    /// <summary>Where the people are written to who keep the department's pages true.</summary>
    public TextField? Mail { get; set; }

    /// <summary>Whether that address is also the public's; otherwise it stands on no page.</summary>
    public BooleanField? MailIsPublic { get; set; }
}

/// <summary>Holds a department to an address that a mail can go to.</summary>
public sealed class DepartmentHandler : ContentHandler
{
    public override Task ValidatingAsync(ContentContext context)
    {
        if (context.Item.Get<DepartmentPart>()?.Mail?.Text is { Length: > 0 } mail && !IsAddress(mail)) context.Refuse("DepartmentPart.Mail", ContentText.MailInvalid);
        return Task.CompletedTask;
    }

    public static bool IsAddress(string text) =>
        text.Length <= 254 && !text.Any(char.IsControl) && System.Net.Mail.MailAddress.TryCreate(text, out var address) && address.Address == text;
}

/// <summary>Names the department that answers for an item.</summary>
public sealed class ContactPart : ContentPart
{
    public ContentPickerField? Department { get; set; }

    public string? DepartmentId => Department?.ContentItemIds.FirstOrDefault();
}

/// <summary>A department as a contact block shows it: without an address that is not the public's.</summary>
public sealed record Department(string Id, string Name, string? Telephone, string? Fax, string? Hours, string? Address, string? Mail = null)
{
    /// <summary>The telephone number as a link dials it.</summary>
    public string? Dial => Telephone is null ? null : string.Concat(Telephone.Where(c => char.IsAsciiDigit(c) || c == '+'));
}

/// <summary>Finds departments for contact blocks, through the viewer's eyes.</summary>
public sealed class Departments(SiteDb db, SiteCache cache, Viewer viewer)
{
    public const string ContentType = "Department";

    /// <returns>The department, or null when it is not published.</returns>
    public async ValueTask<Department?> FindAsync(string? id)
    {
        if (id is null) return null;
        var all = await cache.GetOrMakeAsync($"departments:{viewer}", [PageTag.Type(ContentType)], ReadAsync);
        return all.GetValueOrDefault(id);
    }

    private async Task<Dictionary<string, Department>> ReadAsync()
    {
        var items = await db.Content.Where(i => i.ContentType == ContentType && i.Published).AsNoTracking().ToListAsync();
        return items.ToDictionary(i => i.ContentItemId, Of);
    }

    private static Department Of(ContentItem item)
    {
        var part = item.Get<DepartmentPart>();
        return new(item.ContentItemId, item.DisplayText ?? "", part?.Telephone?.Text, part?.Fax?.Text, part?.Hours?.Text, part?.Address?.Text, part?.MailIsPublic?.Value == true ? part.Mail?.Text : null);
    }
}
