using System.Net;
using Microsoft.EntityFrameworkCore;
using Zaitaku.Admin.Proofs;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.AuditTrail;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Parts;

namespace Zaitaku.Site.Tests.Workplace;

[Collection(WorkplaceTests.Name)]
public sealed class ProofTests(WorkplaceSite workplace)
{
    private const string Body = "MarkdownBodyPart.Markdown";
    private const string Faulty = "日　時：2026/4/1、くわしくは[こちら](/nowhere)へ。";

    private RunningSite Site => workplace.Site;

    [Fact]
    public async Task What_some_cannot_read_is_not_published_but_kept_as_a_draft()
    {
        var id = await Site.PublishPageAsync("proof-held");
        using var editor = workplace.As(RoleNames.Editor);
        using var answer = await editor.EditAsync(id, "publish", (Body, Faulty));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await Colleague.ReadAsync(answer);
        Assert.Equal(3, page.QuerySelectorAll(".remarks .error").Length);
        Assert.Equal(Faulty, page.QuerySelector($"[name='{Body}']")!.TextContent);
        Assert.Null(page.QuerySelector("[value=publish-over]"));
        Assert.NotEqual(Faulty, (await Site.LatestAsync(id)).Get<MarkdownBodyPart>()!.Markdown);
        using var draft = await editor.EditAsync(id, "save", (Body, Faulty));
        Assert.Equal(HttpStatusCode.Redirect, draft.StatusCode);
        Assert.Equal(3, (await Site.InScopeAsync(services => services.GetRequiredService<SiteDb>().Set<ProofResult>().SingleAsync(result => result.ContentItemId == id))).Errors);
    }

    [Fact]
    public async Task Publishing_over_errors_is_a_permission_and_is_written_down()
    {
        var id = await Site.PublishPageAsync("proof-over");
        using var editor = workplace.As(RoleNames.Editor);
        using var forbidden = await editor.EditAsync(id, "publish-over", (Body, Faulty));
        Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
        using var administrator = workplace.As(RoleNames.Administrator);
        using var done = await administrator.EditAsync(id, "publish-over", (Body, Faulty));
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.True((await Site.LatestAsync(id)).Published);
        Assert.Contains("3", (await Site.InScopeAsync(services => services.GetRequiredService<SiteDb>().Set<AuditTrailEvent>()
            .Where(e => e.CorrelationId == id && e.Name == "Published").OrderBy(e => e.Id).LastAsync())).Comment!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_can_be_mended_without_harm_is_mended_in_the_form_alone()
    {
        var id = await Site.PublishPageAsync("proof-mend");
        using var editor = workplace.As(RoleNames.Editor);
        using var answer = await editor.EditAsync(id, "mend", (Body, Faulty));
        var page = await Colleague.ReadAsync(answer);
        Assert.Equal("日時：2026年4月1日、くわしくは[こちら](/nowhere)へ。", page.QuerySelector($"[name='{Body}']")!.TextContent);
        Assert.Equal("はじめの段落です。\n\n次の段落です。", (await Site.LatestAsync(id)).Get<MarkdownBodyPart>()!.Markdown);
    }

    [Fact]
    public async Task A_page_that_others_lead_to_is_not_taken_down_unseen()
    {
        var id = await Site.PublishPageAsync("proof-target");
        await Site.PublishPageAsync("proof-source", "まず[手引き](/proof-target)を。");
        using var editor = workplace.As(RoleNames.Editor);
        using var refused = await editor.EditAsync(id, "unpublish");
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("proof-sourceの題", (await Colleague.ReadAsync(refused)).QuerySelector(".remarks")!.TextContent, StringComparison.Ordinal);
        using var trash = await editor.EditAsync(id, "trash");
        Assert.Equal(HttpStatusCode.BadRequest, trash.StatusCode);
        using var administrator = workplace.As(RoleNames.Administrator);
        using var done = await administrator.EditAsync(id, "unpublish-over");
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.False((await Site.LatestAsync(id)).Published);
    }

    [Fact]
    public async Task The_whole_site_is_checked_at_once_and_the_sample_has_no_errors()
    {
        await using var site = await WorkplaceSite.StartAsync();
        using var editor = new Colleague(site, RoleNames.Editor, "hanako");
        using var done = await editor.PostAsync("/admin/checks", Colleague.FormOf(await editor.PageAsync("/admin/checks")));
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        var results = await site.InScopeAsync(services => services.GetRequiredService<SiteDb>().Set<ProofResult>().ToListAsync());
        Assert.True(results.Count > 100, $"{results.Count}");
        Assert.Empty(results.Where(result => result.Errors > 0).Select(result => result.Title));
        await site.PublishPageAsync("checked-later", "[こちら](/nowhere)");
        using var again = await editor.PostAsync("/admin/checks", Colleague.FormOf(await editor.PageAsync("/admin/checks")));
        Assert.Equal("2", (await editor.PageAsync("/admin/checks")).QuerySelector("tbody tr td:nth-child(2)")!.TextContent);
    }
}
