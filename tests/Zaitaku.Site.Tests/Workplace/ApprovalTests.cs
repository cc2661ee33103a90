using System.Net;
using Zaitaku.Admin.Approvals;
using Zaitaku.Admin.Editing;
using Zaitaku.Cms.Access;
using Zaitaku.Testing;

namespace Zaitaku.Site.Tests.Workplace;

public sealed class ApprovalTests
{
    [Theory, EachEngine]
    public async Task A_request_goes_from_who_writes_to_who_approves_and_out(Engine engine)
    {
        await using var site = await Requests.StartAsync(engine);
        var id = await site.PublishPageAsync("asked", "まえの文。");
        using var writer = site.As(RoleNames.Coordinator, "taro");
        using var approver = site.As(RoleNames.Editor, "hanako");
        using var saved = await writer.EditAsync(id, "ask", (Requests.Body, "あとの文。"));
        var question = await writer.FormAsync($"/admin/content/{id}/approval", "ask", ("Comment", "数字を直しました。"));
        using var asked = await writer.PostAsync($"/admin/content/{id}/approval", question);
        using var twice = await writer.PostAsync($"/admin/content/{id}/approval", question);
        var request = asked.Headers.Location!.OriginalString;
        Assert.Equal(request, twice.Headers.Location!.OriginalString);
        Assert.Equal("まえの文。", await site.LiveTextAsync(id));
        Assert.Equal(["admin@sakura.example", "editor@sakura.example"], (await site.MailAsync()).Select(mail => mail.To).Order());
        Assert.Contains(request, (await site.MailAsync())[0].Body, StringComparison.Ordinal);

        Assert.Contains("承認待ち1件", (await approver.PageAsync("/admin")).QuerySelector(".tasks")!.TextContent.Replace("\n", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        var page = await approver.PageAsync(request);
        Assert.Contains("数字を直しました。", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("あとの文。", page.QuerySelector(".diff .added")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("a[href*='/preview?version=']"));
        var yes = await approver.FormAsync(request, "approve");
        using var approved = await approver.PostAsync(request, yes);
        using var again = await approver.PostAsync(request, yes);
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (approved.StatusCode, again.StatusCode));
        Assert.Equal("あとの文。", await site.LiveTextAsync(id));
        Assert.Equal("taro", (await site.LatestAsync(id)).Author);
        Assert.Equal([Acts.Saved, ApprovalVerbs.Asked, ApprovalVerbs.Approved, Acts.Published], await site.ActsAsync(id));
    }

    [Fact]
    public async Task Whoever_may_not_publish_asks_even_where_nothing_is_demanded_and_others_need_not()
    {
        await using var site = await WorkplaceSite.StartAsync();
        var id = await site.PublishPageAsync("not-demanded", "まえ。");
        using var writer = site.As(RoleNames.Coordinator, "taro");
        using var editor = site.As(RoleNames.Editor, "hanako");
        var request = await writer.AskAsync(id, "頼んだ文。");
        using var approved = await editor.PressAsync(request, "approve");
        Assert.Equal("頼んだ文。", await site.LiveTextAsync(id));
        using var published = await editor.EditAsync(id, "publish", (Requests.Body, "すぐの文。"));
        Assert.Equal("すぐの文。", await site.LiveTextAsync(id));
    }

    [Fact]
    public async Task What_is_approved_for_a_time_goes_out_at_that_time()
    {
        await using var site = await Requests.StartAsync();
        var id = await site.PublishPageAsync("planned-approval", "まえ。");
        using var writer = site.As(RoleNames.Coordinator, "taro");
        using var editor = site.As(RoleNames.Editor, "hanako");
        var request = await writer.AskAsync(id, "春から。", "四月からの文です。", ("PublishLaterPart.ScheduledPublishUtc", "2099-04-01T00:00"));
        var due = new DateTime(2099, 3, 31, 15, 0, 0, DateTimeKind.Utc);
        Assert.Equal(0, await site.LookAsync(due));
        using var approved = await editor.PressAsync(request, "approve");
        Assert.Equal("まえ。", await site.LiveTextAsync(id));
        Assert.Equal(1, (await Task.WhenAll(site.LookAsync(due), site.LookAsync(due))).Sum());
        Assert.Equal("春から。", await site.LiveTextAsync(id));
    }

    [Theory, EachEngine]
    public async Task Two_levels_are_two_people_and_the_second_may_send_it_back(Engine engine)
    {
        await using var site = await Requests.StartAsync(engine, levels: 2);
        var id = await site.PublishPageAsync("two-levels", "まえ。");
        using var writer = site.As(RoleNames.Coordinator, "taro");
        using var first = site.As(RoleNames.Editor, "hanako");
        using var second = site.As($"{ByRole.May}AccessAdminPanel+EditContent+ViewStaffContent+ApproveContent+ApproveContentFinally", "kacho");
        var request = await writer.AskAsync(id, "二段の文。");
        using var one = await first.PressAsync(request, "approve");
        Assert.Equal("まえ。", await site.LiveTextAsync(id));
        using var tooHigh = await first.AnswerAsync(request, 2, "approve");
        Assert.Equal(HttpStatusCode.Forbidden, tooHigh.StatusCode);
        using var down = await second.PressAsync(request, "remand-down", ("Comment", "もう一度見てください。"));
        Assert.Equal(1, (await site.RequestAsync(request)).Level);
        using var alone = await second.PressAsync(request, "approve");
        using var both = await second.AnswerAsync(request, 4, "approve");
        Assert.Equal(HttpStatusCode.Forbidden, both.StatusCode);
        using var admin = site.As(RoleNames.Administrator, "kanri");
        using var last = await admin.PressAsync(request, "approve");
        Assert.Equal("二段の文。", await site.LiveTextAsync(id));
    }

    [Fact]
    public async Task A_request_comes_back_with_the_reason_and_not_without()
    {
        await using var site = await Requests.StartAsync();
        var id = await site.PublishPageAsync("comes-back", "まえ。");
        using var writer = site.As(RoleNames.Coordinator, "taro");
        using var editor = site.As(RoleNames.Editor, "hanako");
        var request = await writer.AskAsync(id, "惜しい文。");
        using var silent = await editor.PressAsync(request, "remand", ("Comment", " "));
        Assert.Equal(HttpStatusCode.BadRequest, silent.StatusCode);
        Assert.NotNull((await Colleague.ReadAsync(silent)).QuerySelector(".errors a[href='#Comment']"));
        using var back = await editor.PressAsync(request, "remand", ("Comment", "日付を確かめてください。"));
        Assert.Contains("日付を確かめてください。", (await writer.PageAsync(request)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("差し戻されました", (await writer.PageAsync($"/admin/content/{id}")).Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await writer.PageAsync("/admin")).QuerySelector(".tasks a[href='/admin/approvals#mine']"));
        using var late = await site.As(RoleNames.Editor, "jiro").AnswerAsync(request, 1, "approve");
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains("すでに処理しました", await late.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_are_approved_at_once_each_with_its_own_checks()
    {
        await using var site = await Requests.StartAsync();
        var (good, bad) = (await site.PublishPageAsync("bulk-good", "まえ。"), await site.PublishPageAsync("bulk-bad", "まえ。"));
        using var writer = site.As(RoleNames.Coordinator, "taro");
        using var editor = site.As(RoleNames.Editor, "hanako");
        await writer.AskAsync(good, "よい文。");
        await writer.AskAsync(bad, Requests.Wrong);
        var picks = (await editor.PageAsync("/admin/approvals")).QuerySelectorAll("input[name=pick]").Select(box => KeyValuePair.Create("pick", box.GetAttribute("value")!)).ToList();
        Assert.Equal(2, picks.Count);
        using var answer = await editor.PostAsync("/admin/approvals", [.. await editor.FormAsync("/admin/approvals", "approve"), .. picks]);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("bulk-badの題", (await Colleague.ReadAsync(answer)).QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(("よい文。", "まえ。"), (await site.LiveTextAsync(good), await site.LiveTextAsync(bad)));
    }

    [Fact]
    public async Task A_live_page_is_taken_down_by_approval_where_that_is_demanded()
    {
        await using var site = await Requests.StartAsync(takeDown: true);
        var id = await site.PublishPageAsync("taken-down", "まえ。");
        using var writer = site.As(RoleNames.Coordinator, "taro");
        using var editor = site.As(RoleNames.Editor, "hanako");
        using var asked = await writer.PressAsync($"/admin/content/{id}/approval?down=true", "ask", ("Comment", "終わった催しです。"));
        var request = asked.Headers.Location!.OriginalString;
        using var draft = await writer.EditAsync(id, "save", (Requests.Body, "下書きを直しても、申請は残ります。"));
        Assert.Equal(ApprovalState.Waiting, (await site.RequestAsync(request)).State);
        using var approved = await editor.PressAsync(request, "approve");
        Assert.Equal("", await site.LiveTextAsync(id));
        using var gone = await site.Visitor.GetAsync("/taken-down");
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Theory, EachEngine]
    public async Task Who_does_not_answer_is_reminded_once_in_so_many_days(Engine engine)
    {
        await using var site = await Requests.StartAsync(engine);
        var id = await site.PublishPageAsync("reminded", "まえ。");
        using var writer = site.As(RoleNames.Coordinator, "taro");
        var request = await site.RequestAsync(await writer.AskAsync(id, "待つ文。"));
        Task<int> RemindAsync(double days) => site.InScopeAsync(services => services.GetRequiredService<ApprovalReminder>().DoAsync(request.SinceUtc.AddDays(days), default));
        Assert.Equal(0, await RemindAsync(2.9));
        Assert.Equal(1, (await Task.WhenAll(RemindAsync(3), RemindAsync(3))).Sum());
        Assert.Equal(0, await RemindAsync(5.9));
        Assert.Equal(1, await RemindAsync(6));
        Assert.Equal(2 * 3, (await site.MailAsync()).Count);
    }
}
