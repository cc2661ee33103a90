using System.Globalization;
using Microsoft.Playwright;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Text;
using Zaitaku.Site.Tests.Members;
using Zaitaku.Site.Tests.Workplace;

namespace Zaitaku.Site.Tests.Browser;

/// <summary>Approval in two levels from the first request to the last answer, by three people who have really signed in, each in a browser of their own.</summary>
public sealed class ApprovalRunTests : IAsyncLifetime
{
    private readonly List<Window> windows = [];
    private RunningSite site = null!;
    private IPage coordinator = null!;
    private IPage editor = null!;
    private IPage admin = null!;

    public async Task InitializeAsync()
    {
        site = await RunningSite.StartAsync(settings: new Dictionary<string, string> { ["Members:SignInsPerMinute"] = "1000" });
        await site.DemandAsync(levels: 2, takeDown: true);
        coordinator = await SignedInAsync("coordinator", 390);
        editor = await SignedInAsync("editor", 1280);
        admin = await SignedInAsync("admin", 390);
    }

    public async Task DisposeAsync()
    {
        foreach (var window in windows) await window.DisposeAsync();
        await site.DisposeAsync();
    }

    [Fact]
    public async Task A_request_is_remanded_granted_twice_and_published()
    {
        var id = await site.PublishPageAsync("run-remanded", "まえの文です。");
        var request = await AskAsync(id, "書き直した文です。");
        await editor.GotoAsync(request);
        await editor.FillAsync("#Comment", "日付を書き足してください。");
        await PressAsync(editor, "申請した人に差し戻す");
        await coordinator.GotoAsync("/admin");
        Assert.Equal("1件", await coordinator.Locator(".tasks a", new() { HasTextString = "差し戻された申請" }).Locator(".count").InnerTextAsync());
        await coordinator.GotoAsync(request);
        await coordinator.GetByText("日付を書き足してください。").WaitForAsync();
        await Usable.AssertAsync(coordinator);

        request = await AskAsync(id, "書き直した文です。11月1日からです。");
        await ApproveAsync(editor, request);
        Assert.Equal("まえの文です。", (await site.LiveTextAsync(id)).Trim());
        await ApproveAsync(admin, request);
        await coordinator.GotoAsync("/run-remanded");
        await coordinator.GetByText("11月1日からです。").WaitForAsync();
        await coordinator.GotoAsync(request);
        await Usable.AssertAsync(coordinator);
    }

    [Fact]
    public async Task Requests_are_granted_together_by_a_stand_in_too_and_a_page_is_taken_down()
    {
        string[] ids = [await site.PublishPageAsync("run-bulk-1"), await site.PublishPageAsync("run-bulk-2")];
        foreach (var id in ids) await AskAsync(id, "まとめて直した文です。");
        await NameStandInAsync();
        foreach (var page in new[] { editor, admin })
        {
            await page.GotoAsync("/admin/approvals");
            await Usable.AssertAsync(page);
            foreach (var pick in await page.Locator("[name=pick]").AllAsync()) await pick.CheckAsync();
            await PressAsync(page, "選んだものを承認する");
        }

        foreach (var id in ids) Assert.Equal("まとめて直した文です。", (await site.LiveTextAsync(id)).Trim());

        // The administrator asks; the editor's stand-in answers at the first level, and the administrator at the second.
        await admin.GotoAsync($"/admin/content/{ids[0]}");
        await admin.GetByRole(AriaRole.Link, new() { Name = "公開終了を申請" }).ClickAsync();
        await admin.FillAsync("#Comment", "催しが終わりました。");
        await PressAsync(admin, "申請する");
        var request = new Uri(admin.Url).AbsolutePath;
        await coordinator.GotoAsync(request);
        await coordinator.GetByText("の代理として答えます").WaitForAsync();
        await Usable.AssertAsync(coordinator);
        await ApproveAsync(coordinator, request);
        await ApproveAsync(admin, request);
        Assert.Equal(404, (await editor.GotoAsync("/run-bulk-1"))!.Status);
    }

    [Fact]
    public async Task A_copy_goes_into_the_live_page_at_its_moment_and_what_was_mended_meanwhile_stays()
    {
        var id = await site.PublishPageAsync("run-copy", "一つめ。\n\n二つめ。\n\n三つめ。");
        await coordinator.GotoAsync($"/admin/content/{id}");
        await PressAsync(coordinator, "差し替えを作る");
        var copy = new Uri(coordinator.Url).Segments[^1];
        var moment = JapaneseDate.InTokyo(DateTimeOffset.UtcNow).AddDays(1).Date.AddHours(9);
        await coordinator.Locator("[name='PublishLaterPart.ScheduledPublishUtc']").FillAsync(moment.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture));
        var request = await AskHereAsync("一つめ、新しく。\n\n二つめ。\n\n三つめ。");
        await Usable.AssertAsync(coordinator);

        var mending = await AskAsync(id, "一つめ。\n\n二つめ。\n\n三つめ、訂正。");
        foreach (var asked in new[] { mending, request })
        {
            await ApproveAsync(editor, asked);
            await ApproveAsync(admin, asked);
        }

        Assert.Equal("一つめ。\n\n二つめ。\n\n三つめ、訂正。", (await site.LiveTextAsync(id)).Trim());
        await editor.GotoAsync($"/admin/content/{copy}");
        await editor.Locator(".tag", new() { HasTextString = "9時00分に差し替え" }).WaitForAsync();
        await site.LookAsync(moment.AddHours(-9).AddMinutes(1));
        Assert.Equal("一つめ、新しく。\n\n二つめ。\n\n三つめ、訂正。", (await site.LiveTextAsync(id)).Trim());
    }

    private async Task<IPage> SignedInAsync(string name, int width)
    {
        var window = await Chromium.OpenAsync(site.Address, width);
        windows.Add(window);
        var page = await window.GoAsync("/account/sign-in");
        await page.FillAsync("#Email", $"{name}@sakura.example");
        await page.FillAsync("#Password", Person.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "サインインする", Exact = true }).ClickAsync();
        await window.ReachAsync("/admin");
        return page;
    }

    private async Task<string> AskAsync(string id, string text)
    {
        await coordinator.GotoAsync($"/admin/content/{id}");
        return await AskHereAsync(text);
    }

    /// <returns>The address of the request.</returns>
    private async Task<string> AskHereAsync(string text)
    {
        await coordinator.GetByRole(AriaRole.Button, new() { Name = "Markdown" }).First.ClickAsync();
        await coordinator.FillAsync($"[name='{Requests.Body}']", text);
        await coordinator.GetByRole(AriaRole.Button, new() { Name = "保存して承認を申請" }).ClickAsync();
        await coordinator.FillAsync("#Comment", "見てください。");
        await PressAsync(coordinator, "申請する");
        return new Uri(coordinator.Url).AbsolutePath;
    }

    private static async Task ApproveAsync(IPage who, string request)
    {
        await who.GotoAsync(request);
        await PressAsync(who, "承認する");
    }

    private async Task NameStandInAsync()
    {
        var holder = await site.InScopeAsync(async services => (await services.GetRequiredService<PermissionHolders>().OfAsync(CmsPermissions.EditContent)).Single(h => h.Email == "coordinator@sakura.example"));
        var today = JapaneseDate.InTokyo(DateTimeOffset.UtcNow).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await editor.GotoAsync("/admin/approvals/stand-ins");
        await editor.SelectOptionAsync("#StandIn", holder.UserId);
        await editor.FillAsync("#From", today);
        await editor.FillAsync("#Until", today);
        await PressAsync(editor, "代理を決める");
        await Usable.AssertAsync(editor);
    }

    private static async Task PressAsync(IPage page, string button)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First.ClickAsync();
        await page.Locator(".notice").WaitForAsync();
    }
}
