using Microsoft.Playwright;
using Zaitaku.Cms.Access;
using Zaitaku.Site.Tests.Workplace;

namespace Zaitaku.Site.Tests.Browser;

/// <summary>Asking, answering and replacing as people do it, in a real browser.</summary>
public sealed class ApprovalBrowserTests : IAsyncLifetime
{
    private RunningSite site = null!;

    public async Task InitializeAsync() => site = await Requests.StartAsync(levels: 1, takeDown: true);

    public async Task DisposeAsync() => await site.DisposeAsync();

    [Theory]
    [InlineData(1280), InlineData(390)]
    public async Task A_page_goes_from_who_writes_to_who_approves_and_every_page_is_usable(int width)
    {
        var id = await site.PublishPageAsync("browsed", "一。\n\n二。\n\n三。");
        await using var writer = await OpenAsync(RoleNames.Coordinator, "taro", width);
        await using var approver = await OpenAsync(RoleNames.Administrator, "kanri", width);
        using var colleague = site.As(RoleNames.Coordinator, "taro");
        using var begun = await colleague.EditAsync(id, "copy");
        var copy = begun.Headers.Location!.OriginalString;

        var page = await writer.GoAsync($"/admin/content/{id}");
        await Usable.AssertAsync(page);
        await page.Locator(".savebar [value=ask]").ClickAsync();
        await page.Locator("#Comment").FillAsync("見てください。");
        await Usable.AssertAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "申請する" }).ClickAsync();
        await page.Locator(".notice").WaitForAsync();
        await Usable.AssertAsync(page);
        var request = new Uri(page.Url).AbsolutePath;

        foreach (var path in new[] { "/admin", "/admin/approvals", "/admin/approvals/stand-ins", "/admin/approval", $"/admin/content/{id}/approval?down=true", copy }) await Usable.AssertAsync(await approver.GoAsync(path));
        page = await approver.GoAsync(request);
        await Usable.AssertAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "差し戻す" }).ClickAsync();
        await page.Locator(".errors").WaitForAsync();
        await Usable.AssertAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "承認する" }).ClickAsync();
        await page.Locator(".notice").WaitForAsync();
        await Usable.AssertAsync(page);

        using var worked = await colleague.EditAsync(copy["/admin/content/".Length..], "save", (Requests.Body, "一、写し。\n\n二。\n\n三。"));
        var own = await colleague.AskAsync(id, "一、訂正。\n\n二。\n\n三。");
        using var admin = site.As(RoleNames.Administrator, "kanri");
        using var approved = await admin.PressAsync(own, "approve");
        page = await writer.GoAsync($"{copy}/replacement");
        await Usable.AssertAsync(page);
        await page.GetByLabel("下の文章を使う").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "差し替えに取り入れる" }).ClickAsync();
        await page.Locator(".notice").WaitForAsync();
        await Usable.AssertAsync(page);
        Assert.Empty(writer.Complaints.Concat(approver.Complaints).Where(complaint => !complaint.Contains("400", StringComparison.Ordinal)));
    }

    private Task<Window> OpenAsync(string role, string name, int width) => Chromium.OpenAsync(site.Address, width, authorization: $"{ByRole.Scheme} {role}:{name}");
}
