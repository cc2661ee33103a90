using Zaitaku.Cms.Access;
using Zaitaku.Cms.Parts;
using Zaitaku.Site.Tests.Workplace;

namespace Zaitaku.Site.Tests.Browser;

/// <summary>Two people with one page open, each in a browser of their own.</summary>
[Collection(WorkplaceBrowsing.Name)]
public sealed class TwoEditorsTests(WorkplaceWindows workplace)
{
    private const int Heartbeat = 26_000;

    [Theory]
    [InlineData(1280), InlineData(390)]
    public async Task Each_sees_the_other_and_the_second_to_save_keeps_both_texts(int width)
    {
        var id = await workplace.Site.PublishPageAsync($"two-editors-{width}", "一つめの段落です。\n\n二つめの段落です。\n\n三つめの段落です。");
        await using var hers = await workplace.OpenAsync(width);
        await using var his = await workplace.OpenAsync(width, RoleNames.Administrator, "taro");
        await hers.Page.Clock.InstallAsync();
        var (she, he) = (await hers.GoAsync($"/admin/content/{id}"), await his.GoAsync($"/admin/content/{id}"));
        Assert.Contains("hanako さんも、このページを開いています", await he.Locator(".warning").First.InnerTextAsync(), StringComparison.Ordinal);
        await she.Clock.FastForwardAsync(Heartbeat);
        await she.Locator("[data-others]", new() { HasTextString = "taro さんも、このページを開いています" }).WaitForAsync();

        await he.Locator(".page-text p").First.ClickAsync();
        await he.Keyboard.PressAsync("End");
        await he.Keyboard.InsertTextAsync("太郎の直し。");
        await he.Locator(".savebar [value=save]").ClickAsync();
        await he.Locator(".notice").WaitForAsync();
        await she.Clock.FastForwardAsync(Heartbeat);
        await she.Locator("[data-others]", new() { HasTextString = "taro さんが、先に保存しました" }).WaitForAsync();

        await she.Locator(".page-text p").Last.ClickAsync();
        await she.Keyboard.PressAsync("End");
        await she.Keyboard.InsertTextAsync("花子の直し。");
        await she.Locator(".savebar [value=save]").ClickAsync();
        await she.GetByText("両方の直しを合わせてあります").WaitForAsync();
        await Usable.AssertAsync(she);
        await she.Locator(".savebar [value=merge]").ClickAsync();
        await she.Locator(".notice").WaitForAsync();
        Assert.Equal("一つめの段落です。太郎の直し。\n\n二つめの段落です。\n\n三つめの段落です。花子の直し。", (await workplace.Site.LatestAsync(id)).Get<MarkdownBodyPart>()!.Markdown!.Trim());
        Assert.Empty(hers.Complaints.Concat(his.Complaints));
    }
}
