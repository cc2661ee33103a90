using System.Net;
using Microsoft.EntityFrameworkCore;
using Zaitaku.Admin.Approvals;
using Zaitaku.Admin.Scheduling;
using Zaitaku.Cms.AuditTrail;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Mail;
using Zaitaku.Testing;

namespace Zaitaku.Site.Tests.Workplace;

/// <summary>Asking and answering as people do it, for tests of approval.</summary>
internal static class Requests
{
    /// <summary>A text that the checks hold back.</summary>
    public const string Wrong = "申し込みは[こちら](/guides)から。";

    public const string Body = "MarkdownBodyPart.Markdown";

    /// <summary>A site on which pages have to be approved.</summary>
    public static async Task<RunningSite> StartAsync(Engine engine = Engine.Sqlite, int levels = 1, bool takeDown = false)
    {
        var site = await WorkplaceSite.StartAsync(engine);
        await site.DemandAsync(levels, takeDown);
        return site;
    }

    public static Task<int> DemandAsync(this RunningSite site, int levels, bool takeDown) => site.InScopeAsync(async services =>
    {
        var wanted = new Dictionary<string, ApprovalSettings> { ["Page"] = new() { Levels = levels, TakeDown = takeDown } };
        return (await services.GetRequiredService<ApprovalSettingsDesk>().WriteAsync(wanted, 3, default)).Count;
    });

    public static Colleague As(this RunningSite site, string role, string name) => new(site, role, name);

    /// <summary>Writes a draft, presses 「保存して承認を申請」, and asks.</summary>
    /// <returns>The address of the request.</returns>
    public static async Task<string> AskAsync(this Colleague who, string id, string body, string comment = "見てください。", params (string Name, string Value)[] more)
    {
        using var saved = await who.EditAsync(id, "ask", [(Body, body), .. more]);
        Assert.Equal($"/admin/content/{id}/approval", saved.Headers.Location?.OriginalString);
        using var asked = await who.PressAsync($"/admin/content/{id}/approval", "ask", ("Comment", comment));
        Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
        return asked.Headers.Location!.OriginalString;
    }

    /// <summary>Opens a page and presses a button of its form.</summary>
    public static async Task<HttpResponseMessage> PressAsync(this Colleague who, string path, string act, params (string Name, string Value)[] changes) =>
        await who.PostAsync(path, await who.FormAsync(path, act, changes));

    public static async Task<List<KeyValuePair<string, string>>> FormAsync(this Colleague who, string path, string act, params (string Name, string Value)[] changes) =>
        [.. Colleague.Changed(Colleague.FormOf(await who.PageAsync(path)), changes), new("act", act)];

    public static Task<List<string>> ActsAsync(this RunningSite site, string id) => site.InScopeAsync(services =>
        services.GetRequiredService<SiteDb>().Set<AuditTrailEvent>().Where(row => row.CorrelationId == id).OrderBy(row => row.Id).Select(row => row.Name).ToListAsync());

    public static Task<List<OutboxMessage>> MailAsync(this RunningSite site) => site.InScopeAsync(services =>
        services.GetRequiredService<SiteDb>().Set<OutboxMessage>().OrderBy(mail => mail.Id).ToListAsync());

    public static Task<ApprovalRequest> RequestAsync(this RunningSite site, string path) => site.InScopeAsync(services =>
        services.GetRequiredService<SiteDb>().Set<ApprovalRequest>().IgnoreQueryFilters().SingleAsync(request => request.Id == path.Substring(path.LastIndexOf('/') + 1)));

    public static async Task<string> LiveTextAsync(this RunningSite site, string id) =>
        (await site.VersionsAsync(id)).SingleOrDefault(version => version.Published)?.Get<Cms.Parts.MarkdownBodyPart>()?.Markdown ?? "";

    /// <summary>Keeps the schedule as of a moment.</summary>
    public static Task<int> LookAsync(this RunningSite site, DateTime at) => site.InScopeAsync(services => services.GetRequiredService<Schedule>().DoAsync(at, default));

    /// <summary>Sends an answer from a form that may no longer be there.</summary>
    public static async Task<HttpResponseMessage> AnswerAsync(this Colleague who, string request, int turn, string act) =>
        await who.PostAsync(request, [.. await who.TokenAsync(), new("turn", turn.ToString(System.Globalization.CultureInfo.InvariantCulture)), new("act", act)]);

    /// <summary>The token without which no form is heard, from a page that everyone in the workplace may open.</summary>
    public static async Task<IEnumerable<KeyValuePair<string, string>>> TokenAsync(this Colleague who) =>
        Colleague.FormOf(await who.PageAsync("/admin/content")).Where(field => field.Key == "__RequestVerificationToken");
}
