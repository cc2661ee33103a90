using System.Net;
using Zaitaku.Admin.Approvals;
using Zaitaku.Cms.Access;
using Zaitaku.Testing;

namespace Zaitaku.Site.Tests.Workplace;

/// <summary>What approval keeps from happening.</summary>
public sealed class ApprovalRulesTests
{
    [Fact]
    public async Task Where_approval_is_demanded_nobody_goes_around_it()
    {
        await using var site = await Requests.StartAsync(takeDown: true);
        var id = await site.PublishPageAsync("no-way-round", "まえ。");
        using var admin = site.As(RoleNames.Administrator, "kanri");
        using var published = await admin.EditAsync(id, "publish", (Requests.Body, "こっそり。"));
        Assert.Equal(HttpStatusCode.BadRequest, published.StatusCode);
        using var over = await admin.EditAsync(id, "publish-over", (Requests.Body, "こっそり。"));
        Assert.Equal(HttpStatusCode.BadRequest, over.StatusCode);
        using var saved = await admin.EditAsync(id, "save", (Requests.Body, "こっそり。"), ("PublishLaterPart.ScheduledPublishUtc", "2099-04-01T00:00"));
        foreach (var verb in new[] { "publish", "unpublish", "trash" })
        {
            using var bulk = await admin.PostAsync("/admin/content", [.. Colleague.FormOf(await admin.PageAsync("/admin/content")).Where(f => f.Key != "ids"), new("ids", id), new("verb", verb)]);
            Assert.Equal(HttpStatusCode.BadRequest, bulk.StatusCode);
        }

        using var down = await admin.EditAsync(id, "unpublish");
        using var trash = await admin.EditAsync(id, "trash");
        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (down.StatusCode, trash.StatusCode));
        Assert.Equal(0, await site.LookAsync(new DateTime(2100, 1, 1, 0, 0, 0, DateTimeKind.Utc)));
        Assert.Equal("まえ。", await site.LiveTextAsync(id));
    }

    [Fact]
    public async Task Nobody_approves_their_own_request_but_an_administrator_and_then_it_is_written_down()
    {
        await using var site = await Requests.StartAsync();
        var id = await site.PublishPageAsync("own-request", "まえ。");
        using var editor = site.As(RoleNames.Editor, "hanako");
        var request = await editor.AskAsync(id, "自分の文。");
        Assert.Null((await editor.PageAsync(request)).QuerySelector("button[value=approve]"));
        using var refused = await editor.AnswerAsync(request, 1, "approve");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal("まえ。", await site.LiveTextAsync(id));
        using var withdrawn = await editor.PressAsync(request, "withdraw");
        Assert.Equal(ApprovalState.Withdrawn, (await site.RequestAsync(request)).State);
        using var admin = site.As(RoleNames.Administrator, "kanri");
        var own = await admin.AskAsync(id, "管理者の文。");
        using var approved = await admin.PressAsync(own, "approve");
        Assert.Equal("管理者の文。", await site.LiveTextAsync(id));
        Assert.Contains("自分の申請", (await admin.PageAsync("/admin/audit-trail?what=Approved")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Errors_hold_an_approval_back_unless_one_may_publish_over_them()
    {
        await using var site = await Requests.StartAsync();
        var id = await site.PublishPageAsync("wrong-text", "まえ。");
        using var writer = site.As(RoleNames.Coordinator, "taro");
        using var editor = site.As(RoleNames.Editor, "hanako");
        using var admin = site.As(RoleNames.Administrator, "kanri");
        var request = await writer.AskAsync(id, Requests.Wrong);
        Assert.Contains("要修正", (await editor.PageAsync(request)).QuerySelector(".remarks")!.TextContent, StringComparison.Ordinal);
        foreach (var act in new[] { "approve", "approve-over" })
        {
            using var held = await editor.AnswerAsync(request, 1, act);
            Assert.Equal(HttpStatusCode.BadRequest, held.StatusCode);
        }

        using var notSaid = await admin.AnswerAsync(request, 1, "approve");
        Assert.Equal(HttpStatusCode.BadRequest, notSaid.StatusCode);
        Assert.Equal("まえ。", await site.LiveTextAsync(id));
        using var over = await admin.AnswerAsync(request, 1, "approve-over");
        Assert.Equal(Requests.Wrong, await site.LiveTextAsync(id));
    }

    [Fact]
    public async Task What_was_changed_after_asking_is_not_what_was_asked_for()
    {
        await using var site = await Requests.StartAsync();
        var id = await site.PublishPageAsync("changed-after", "まえ。");
        using var writer = site.As(RoleNames.Coordinator, "taro");
        using var editor = site.As(RoleNames.Editor, "hanako");
        var request = await writer.AskAsync(id, "見せた文。");
        var yes = await editor.FormAsync(request, "approve");
        using var changed = await writer.EditAsync(id, "save", (Requests.Body, "見せていない文。"));
        using var approved = await editor.PostAsync(request, yes);
        Assert.Equal(HttpStatusCode.Conflict, approved.StatusCode);
        Assert.Equal("まえ。", await site.LiveTextAsync(id));
        Assert.Equal(ApprovalState.Lapsed, (await site.RequestAsync(request)).State);
        var stale = await writer.FormAsync($"/admin/content/{id}/approval", "ask");
        using var more = await writer.EditAsync(id, "save", (Requests.Body, "また別の文。"));
        using var asked = await writer.PostAsync($"/admin/content/{id}/approval", stale);
        Assert.Equal(HttpStatusCode.Conflict, asked.StatusCode);
    }

    [Fact]
    public async Task A_request_about_what_one_may_not_read_is_not_there()
    {
        await using var site = await Requests.StartAsync();
        var id = await site.PublishPageAsync("for-staff", "まえ。", more: """, "AudiencePart": { "Audience": 2 }""");
        using var writer = site.As(RoleNames.Coordinator, "taro");
        var request = await writer.AskAsync(id, "職員の文。");
        using var outsider = site.As($"{ByRole.May}AccessAdminPanel+EditContent+PublishContent+ApproveContent", "soto");
        using var seen = await outsider.GetAsync(request);
        using var answered = await outsider.AnswerAsync(request, 1, "approve");
        using var asked = await outsider.GetAsync($"/admin/content/{id}/approval");
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.NotFound), (seen.StatusCode, answered.StatusCode, asked.StatusCode));
        Assert.DoesNotContain("for-staff", (await outsider.PageAsync("/admin/approvals")).Body!.TextContent, StringComparison.Ordinal);
        using var coordinator = await site.As(RoleNames.Coordinator, "jiro").AnswerAsync(request, 1, "approve");
        Assert.Equal(HttpStatusCode.Forbidden, coordinator.StatusCode);
    }

    [Theory, EachEngine]
    public async Task Of_two_approvers_at_once_one_approves_and_the_other_learns_of_it(Engine engine)
    {
        await using var site = await Requests.StartAsync(engine, levels: 2);
        using var writer = site.As(RoleNames.Coordinator, "taro");
        string[] names = ["hanako", "jiro", "saburo", "shiro"];
        var editors = names.Select(name => site.As(RoleNames.Editor, name)).ToList();
        for (var round = 0; round < 3; round++)
        {
            var id = await site.PublishPageAsync($"race-{round}", "まえ。");
            var request = await writer.AskAsync(id, "競う文。");
            var forms = new List<List<KeyValuePair<string, string>>>();
            foreach (var editor in editors) forms.Add(await editor.FormAsync(request, "approve"));
            var answers = await Task.WhenAll(editors.Select((editor, n) => editor.PostAsync(request, forms[n])));
            Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.Conflict, HttpStatusCode.Conflict, HttpStatusCode.Conflict], answers.Select(answer => answer.StatusCode).Order());
            Assert.Equal((2, 2), ((await site.RequestAsync(request)).Turn, (await site.RequestAsync(request)).Level));
            Assert.Single(await site.ActsAsync(id), ApprovalVerbs.Approved);
        }
    }

    [Fact]
    public async Task A_plan_made_for_another_text_does_not_take_a_coordinators_along()
    {
        await using var site = await WorkplaceSite.StartAsync();
        var id = await site.PublishPageAsync("others-plan", "まえ。");
        using var editor = site.As(RoleNames.Editor, "hanako");
        using var writer = site.As(RoleNames.Coordinator, "taro");
        using var planned = await editor.EditAsync(id, "save", (Requests.Body, "見た文。"), ("PublishLaterPart.ScheduledPublishUtc", "2099-04-01T00:00"));
        using var changed = await writer.EditAsync(id, "save", (Requests.Body, "見ていない文。"));
        Assert.Equal(0, await site.LookAsync(new DateTime(2100, 1, 1, 0, 0, 0, DateTimeKind.Utc)));
        Assert.Equal("まえ。", await site.LiveTextAsync(id));
    }
}
