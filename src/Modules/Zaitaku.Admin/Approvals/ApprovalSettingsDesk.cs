using System.Text.Json;
using Zaitaku.Admin.Listing;
using Zaitaku.Cms.AuditTrail;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Definitions;
using Zaitaku.Cms.Settings;

namespace Zaitaku.Admin.Approvals;

/// <summary>Section of the site's settings: when approvers are reminded.</summary>
public sealed class ApprovalReminderSettings
{
    public const int MostDays = 90;

    /// <summary>After how many days without an answer, and again each time so many have gone by.</summary>
    public int Days { get; set; } = 3;
}

/// <summary>Writes what the owner demands, into the definitions of types, so that it travels by recipe.</summary>
public sealed class ApprovalSettingsDesk(SiteDb db, AuditTrail audit)
{
    /// <param name="wanted">Of each type that is named; others stay as they are.</param>
    public Task<IReadOnlyList<ContentProblem>> WriteAsync(IReadOnlyDictionary<string, ApprovalSettings> wanted, int? days, CancellationToken cancel) => db.WriteAsync<IReadOnlyList<ContentProblem>>(async () =>
    {
        if (days is not (>= 1 and <= ApprovalReminderSettings.MostDays)) return [new("Days", ApprovalText.DaysWrong)];
        var definitions = await SiteDocuments.LoadAsync<ContentDefinitions>(db, cancel);
        var changes = definitions.Listable().Where(type => wanted.ContainsKey(type.Name)).Select(type => Put(type, wanted[type.Name])).OfType<string>().ToList();
        await SiteDocuments.PutAsync(db, definitions, cancel);
        var settings = await SiteDocuments.LoadAsync<SiteSettings>(db, cancel);
        var before = settings.Section<ApprovalReminderSettings>().Days;
        settings.Properties[nameof(ApprovalReminderSettings)] = JsonSerializer.SerializeToNode(new ApprovalReminderSettings { Days = days.Value }, ContentJson.Options);
        if (before != days) await SiteDocuments.PutAsync(db, settings, cancel);
        if (before != days) changes.Add($"reminder {before} -> {days}");
        if (changes.Count > 0) await audit.NoteAsync("Settings", "ApprovalSettingsChanged", "Approval", comment: Short(string.Join("; ", changes)), cancel: cancel);
        return [];
    }, problems => problems.Count == 0, cancel);

    /// <returns>What has changed, or null.</returns>
    private static string? Put(ContentTypeDefinition type, ApprovalSettings wanted)
    {
        var before = type.Setting<ApprovalSettings>();
        if (before.Levels == wanted.Levels && before.TakeDown == wanted.TakeDown) return null;
        type.Settings[nameof(ApprovalSettings)] = JsonSerializer.SerializeToNode(wanted, ContentJson.Options);
        return $"{type.Name} {before.Levels}{(before.TakeDown ? "+" : "")} -> {wanted.Levels}{(wanted.TakeDown ? "+" : "")}";
    }

    private static string Short(string text) => text.Length <= 2000 ? text : text[..2000];
}
