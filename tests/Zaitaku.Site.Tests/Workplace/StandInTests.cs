using System.Net;
using Microsoft.EntityFrameworkCore;
using Zaitaku.Admin.Approvals;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Data;
using Zaitaku.Site.Tests.Members;
using Zaitaku.Testing;

namespace Zaitaku.Site.Tests.Workplace;

/// <summary>With people who have really signed in: whom they may name, and to whom mails go, is known to accounts alone.</summary>
public sealed class StandInTests
{
    [Theory, EachEngine]
    public async Task A_stand_in_approves_in_the_approvers_name_while_it_lasts(Engine engine)
    {
        await using var site = await RunningSite.StartAsync(engine, new Dictionary<string, string> { ["Members:SignInsPerMinute"] = "1000" });
        await site.DemandAsync(levels: 1, takeDown: false);
        var id = await site.PublishPageAsync("stood-in-for", "まえ。");
        using var admin = await Person.SignedInAsync(site, "admin");
        using var editor = await Person.SignedInAsync(site, "editor");
        using var coordinator = await Person.SignedInAsync(site, "coordinator");
        var holder = await site.InScopeAsync(async services => (await services.GetRequiredService<PermissionHolders>().OfAsync(CmsPermissions.EditContent)).Single(h => h.Email == "coordinator@sakura.example"));
        using var draft = await admin.SendAsync($"/admin/content/{id}", new() { ["TitlePart.Title"] = "新しい題", ["MarkdownBodyPart.Markdown"] = "新しい文。", ["act"] = "ask" }, "");
        using var asked = await admin.SendAsync($"/admin/content/{id}/approval", new() { ["Comment"] = "" });
        var request = asked.Headers.Location!.OriginalString;

        async Task<HttpStatusCode> ApproveAsync(Person who)
        {
            using var answer = await who.PostAsync(request, new() { ["act"] = "approve", ["turn"] = "1" });
            return answer.StatusCode;
        }

        Assert.Equal(HttpStatusCode.Forbidden, await ApproveAsync(coordinator));
        var today = DateTimeOffset.UtcNow.ToOffset(TimeSpan.FromHours(9));
        string Day(int days) => today.AddDays(days).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        using var never = await editor.SendAsync("/admin/approvals/stand-ins", new() { ["StandIn"] = holder.UserId, ["From"] = Day(3), ["Until"] = Day(2) });
        Assert.Equal(HttpStatusCode.BadRequest, never.StatusCode);
        using var later = await editor.SendAsync("/admin/approvals/stand-ins", new() { ["StandIn"] = holder.UserId, ["From"] = Day(1), ["Until"] = Day(2) });
        Assert.Equal(HttpStatusCode.Redirect, later.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, await ApproveAsync(coordinator));
        using var named = await editor.SendAsync("/admin/approvals/stand-ins", new() { ["StandIn"] = holder.UserId, ["From"] = Day(0), ["Until"] = Day(0) });
        Assert.Equal(HttpStatusCode.Redirect, await ApproveAsync(coordinator));
        var act = await site.InScopeAsync(services => services.GetRequiredService<SiteDb>().Set<ApprovalAct>().SingleAsync(a => a.Verb == ApprovalVerbs.Approved));
        Assert.Equal((holder.UserId, true), (act.UserId, act.ForUserName?.Length > 0));
        Assert.Equal("新しい文。", (await site.LiveTextAsync(id)).Trim());
        Assert.Contains("の代理", (await admin.PageAsync("/admin/audit-trail?what=Approved")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(await site.MailAsync(), mail => mail.To == "admin@sakura.example" && mail.Subject.StartsWith("承認されました", StringComparison.Ordinal));
    }

}
