using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.AuditTrail;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Settings;

namespace Zaitaku.Site.Tests.Workplace;

/// <summary>What tests of the owner's pages do again and again.</summary>
internal static class OwnersPages
{
    /// <summary>Opens a page, changes what is named in its largest form, and presses a button.</summary>
    public static async Task<HttpResponseMessage> FillAsync(this Colleague who, string path, string act, params (string Name, string Value)[] changes) =>
        await who.PostAsync(path, [.. Colleague.Changed(Colleague.FormOf(await who.PageAsync(path)), changes), new("act", act)]);

    public static async Task<IHtmlDocument> ExpectAsync(this Task<HttpResponseMessage> asked, HttpStatusCode status)
    {
        using var answer = await asked;
        Assert.Equal(status, answer.StatusCode);
        return await Colleague.ReadAsync(answer);
    }

    public static async Task<HttpStatusCode> StatusAsync(this Task<HttpResponseMessage> asked)
    {
        using var answer = await asked;
        return answer.StatusCode;
    }

    public static Task<SiteSettings> SettingsAsync(this RunningSite site) =>
        site.InScopeAsync(scope => SiteDocuments.LoadAsync<SiteSettings>(scope.GetRequiredService<SiteDb>()));

    /// <summary>The last line of the record with this act.</summary>
    public static Task<AuditTrailEvent> RecordedAsync(this RunningSite site, string act) =>
        site.InScopeAsync(scope => scope.GetRequiredService<SiteDb>().Set<AuditTrailEvent>().AsNoTracking().Where(row => row.Name == act).OrderByDescending(row => row.Id).FirstAsync());
}
