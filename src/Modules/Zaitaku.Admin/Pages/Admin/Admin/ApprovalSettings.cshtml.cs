using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Zaitaku.Admin.Approvals;
using Zaitaku.Admin.Listing;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Definitions;
using Zaitaku.Cms.Editing;
using Zaitaku.Cms.Settings;
using Zaitaku.Cms.Web;

namespace Zaitaku.Admin.Pages.Admin.Admin;

/// <summary>What the owner demands before content of a type goes out or is taken down.</summary>
[Authorize(Policy = "ManageSettings"), RecentProof]
public sealed class ApprovalSettingsModel(ApprovalSettingsDesk desk, SiteDb db) : EditorPage
{
    public IReadOnlyList<(ContentTypeDefinition Type, ApprovalSettings Settings)> Types { get; private set; } = [];

    public FormControl Days { get; private set; } = null!;

    public IReadOnlyList<ContentProblem> Problems { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancel) => ShowAsync(null, cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var form = Posted();
        Problems = await desk.WriteAsync(Wanted(form), int.TryParse(form.Value("Days"), NumberStyles.None, CultureInfo.InvariantCulture, out var days) ? days : null, cancel);
        if (Problems.Count == 0) return Back("/admin/approval", ApprovalText.SettingsSaved);
        Refuse(Problems);
        await ShowAsync(form, cancel);
        return Page();
    }

    public static string LevelsName(string type) => $"levels.{type}";

    public static string DownName(string type) => $"down.{type}";

    private static Dictionary<string, ApprovalSettings> Wanted(PostedForm form) => form.All.Keys.Where(name => name.StartsWith("levels.", StringComparison.Ordinal))
        .Select(name => name["levels.".Length..]).ToDictionary(type => type, type => SettingsOf(form, type));

    private static ApprovalSettings SettingsOf(PostedForm form, string type) => new()
    {
        Levels = form.Value(LevelsName(type)) switch { "1" => 1, "2" => 2, _ => 0 },
        TakeDown = form.Value(DownName(type)) == "true",
    };

    private async Task ShowAsync(PostedForm? form, CancellationToken cancel)
    {
        var definitions = await SiteDocuments.LoadAsync<ContentDefinitions>(db, cancel);
        Types = [.. definitions.Listable().Select(type => (type, form is null ? type.Setting<ApprovalSettings>() : SettingsOf(form, type.Name)))];
        var kept = (await SiteDocuments.LoadAsync<SiteSettings>(db, cancel)).Section<ApprovalReminderSettings>().Days;
        Days = new("Days", ApprovalText.Days, form?.Value("Days") ?? kept.ToString(CultureInfo.InvariantCulture))
        {
            Hint = ApprovalText.DaysHint,
            Problem = Problems.FirstOrDefault(problem => problem.Path == "Days")?.Message,
        };
    }
}
