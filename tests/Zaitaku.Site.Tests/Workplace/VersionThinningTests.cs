using Zaitaku.Admin.Versions;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Parts;
using Zaitaku.Testing;

namespace Zaitaku.Site.Tests.Workplace;

public sealed class VersionThinningTests
{
    [Theory, EachEngine]
    public async Task Old_drafts_go_and_what_readers_saw_stays(Engine engine)
    {
        await using var site = await WorkplaceSite.StartAsync(engine);
        var id = await site.PublishPageAsync("thinned", "一。");
        await SaveAsync(site, id, "下書き一。", publish: false);
        await SaveAsync(site, id, "二。", publish: true);
        await SaveAsync(site, id, "下書き二。", publish: false);
        await SaveAsync(site, id, "下書き三。", publish: false);
        Assert.Equal(0, await ThinAsync(site, 6));
        Assert.Equal(0, await ThinAsync(site, 729));
        Assert.Equal(2, (await Task.WhenAll(ThinAsync(site, 731), ThinAsync(site, 731))).Sum());
        Assert.Equal(["一。", "二。", "下書き三。"], (await site.VersionsAsync(id)).Select(version => version.Get<MarkdownBodyPart>()!.Markdown));
    }

    [Fact]
    public async Task Of_very_many_drafts_the_latest_stay_and_of_the_trash_what_comes_back()
    {
        await using var site = await WorkplaceSite.StartAsync();
        var (id, thrown) = (await site.PublishPageAsync("many-drafts", "一。"), await site.PublishPageAsync("thrown-drafts", "一。"));
        for (var n = 0; n < 60; n++) await SaveAsync(site, id, $"下書き{n}。", publish: false);
        await SaveAsync(site, thrown, "戻る下書き。", publish: false);
        using var editor = site.As(RoleNames.Editor, "hanako");
        using var trash = await editor.EditAsync(thrown, "trash");
        Assert.Equal(0, await ThinAsync(site, 6));
        Assert.Equal(9, await ThinAsync(site, 8));
        var left = (await site.VersionsAsync(id)).Select(version => version.Get<MarkdownBodyPart>()!.Markdown).ToList();
        Assert.Equal(("一。", "下書き9。", "下書き59。"), (left[0], left[1], left[^1]));
        await ThinAsync(site, 1000);
        using var back = await editor.PostAsync("/admin/trash", [.. Colleague.FormOf(await editor.PageAsync("/admin/trash")), new("restore", thrown)]);
        Assert.Equal("戻る下書き。", (await site.LatestAsync(thrown)).Get<MarkdownBodyPart>()!.Markdown);
    }

    private static Task<int> ThinAsync(RunningSite site, int days) =>
        site.InScopeAsync(services => services.GetRequiredService<VersionThinning>().DoAsync(DateTime.UtcNow.AddDays(days), default));

    private static Task<int> SaveAsync(RunningSite site, string id, string text, bool publish) => site.InScopeAsync(async services =>
    {
        var store = services.GetRequiredService<ContentStore>();
        var item = (await store.LatestAsync(id))!;
        item.Set(new MarkdownBodyPart { Markdown = text });
        return (await store.SaveVersionAsync(item, publish)).Count;
    });
}
