using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Zaitaku.Admin.Editing;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.AuditTrail;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Departments;
using Zaitaku.Cms.Settings;

namespace Zaitaku.Admin.Contacts;

/// <summary>A department with what names it.</summary>
public sealed record DepartmentLine(ContentItem Item, DepartmentPart Part, bool IsLive, int Uses, bool IsSitesOwn);

/// <summary>What joining one department to another would change.</summary>
/// <param name="Version">Changes when the pages do.</param>
public sealed record DepartmentJoining(IReadOnlyList<DepartmentUse> Uses, bool IsSitesOwn, string Version);

/// <summary>Lists departments, and joins one to another: every page that named the first names the second, and the first goes to the trash.</summary>
public sealed class DepartmentDesk(SiteDb db, ContentDesk desk, BothVersions versions, TrashCan trash, DepartmentUses uses, AuditTrail audit, Viewer viewer)
{
    public async Task<List<DepartmentLine>> AllAsync(CancellationToken cancel)
    {
        var items = await db.Content.IgnoreQueryFilters().AsNoTracking().Where(item => item.ContentType == Departments.ContentType && item.Latest && item.Audience <= viewer.Audience)
            .OrderBy(item => item.CreatedUtc).ThenBy(item => item.Id).ToListAsync(cancel);
        var own = await SitesOwnAsync(cancel);
        List<DepartmentLine> lines = [];
        foreach (var item in items)
        {
            var count = (await uses.OfAsync(item.ContentItemId, cancel)).Count;
            lines.Add(new(item, item.Get<DepartmentPart>() ?? new(), await desk.IsLiveAsync(item.ContentItemId, cancel), count, item.ContentItemId == own));
        }

        return lines;
    }

    /// <summary>What would change, without changing it.</summary>
    public async Task<DepartmentJoining> RehearseAsync(string fromId, CancellationToken cancel)
    {
        var found = await uses.OfAsync(fromId, cancel);
        var own = await SitesOwnAsync(cancel) == fromId;
        var named = string.Join(',', found.Select(use => $"{use.ContentItemId}{use.IsLive}").Order(StringComparer.Ordinal)) + own;
        return new(found, own, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(named)).AsSpan(0, 8)));
    }

    /// <summary>Joins the first to the second in one transaction.</summary>
    /// <param name="version">Of the rehearsal that was looked at.</param>
    /// <returns>Why not, or nothing.</returns>
    public Task<IReadOnlyList<ContentProblem>> JoinAsync(string fromId, string toId, string? version, CancellationToken cancel) => db.WriteAsync<IReadOnlyList<ContentProblem>>(async () =>
    {
        if (await desk.LatestAsync(fromId, cancel) is not { ContentType: Departments.ContentType } from) return [new("", AdminText.NotThere)];
        if (fromId == toId || !ContentId.IsOne(toId) || await desk.LatestAsync(toId, cancel) is not { ContentType: Departments.ContentType } to || !await desk.IsLiveAsync(toId, cancel)) return [new("successor", DepartmentText.SuccessorMissing)];
        if ((await RehearseAsync(fromId, cancel)).Version != version) return [new("", DepartmentText.JoiningChanged)];
        var comment = DepartmentText.Joined(from.DisplayText, to.DisplayText);
        foreach (var use in await uses.OfAsync(fromId, cancel))
        {
            var problems = await versions.ChangeAsync(use.ContentItemId, version => Replace(version.Data, fromId, toId), Acts.Saved, comment, cancel);
            if (problems.Count > 0) return [.. problems.Select(problem => new ContentProblem("", AdminText.Refused(use.Title ?? use.ContentItemId, problem.Message)))];
        }

        await TakeSitesOwnAsync(fromId, toId, from, to, cancel);
        return await trash.PutAsync(fromId, cancel) is { } why ? [new("", why)] : [];
    }, problems => problems.Count == 0, cancel);

    /// <summary>In picker fields only, and not twice in one.</summary>
    private static void Replace(JsonNode? node, string fromId, string toId)
    {
        if (node is JsonArray list)
        {
            foreach (var inner in list) Replace(inner, fromId, toId);
        }

        if (node is not JsonObject bag) return;
        foreach (var (name, value) in bag.ToList())
        {
            if (name == "ContentItemIds" && value is JsonArray ids) bag[name] = new JsonArray([.. ids.Select(id => id?.ToString() == fromId ? toId : id?.ToString()).Distinct().Select(id => (JsonNode?)id)]);
            else Replace(value, fromId, toId);
        }
    }

    private async Task<string?> SitesOwnAsync(CancellationToken cancel) => (await SiteDocuments.LoadAsync<SiteSettings>(db, cancel)).Section<ContactSettings>().DepartmentId;

    private async Task TakeSitesOwnAsync(string fromId, string toId, ContentItem from, ContentItem to, CancellationToken cancel)
    {
        var settings = await SiteDocuments.LoadAsync<SiteSettings>(db, cancel);
        if (settings.Properties[nameof(ContactSettings)] is not JsonObject contact || contact[nameof(ContactSettings.DepartmentId)]?.ToString() != fromId) return;
        contact[nameof(ContactSettings.DepartmentId)] = toId;
        await SiteDocuments.PutAsync(db, settings, cancel);
        await audit.NoteAsync("Settings", "SettingsChanged", nameof(SiteSettings), SettingsText.ContactDepartment,
            data: AuditChanges.Write([new(SettingsText.ContactDepartment, from.DisplayText ?? "", to.DisplayText ?? "")]), cancel: cancel);
    }
}
