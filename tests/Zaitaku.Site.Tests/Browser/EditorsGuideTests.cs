using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Routing;
using Zaitaku.Search.Records;
using Zaitaku.Site.Tests.Architecture;
using Zaitaku.Site.Tests.Workplace;
using Zaitaku.Testing;

namespace Zaitaku.Site.Tests.Browser;

/// <summary>
/// The pictures in docs/editors.md are of the workplace as it is. The walk through the pages is always made; with the environment variable
/// <c>ZAITAKU_TAKE_PICTURES</c> set it also writes the pictures anew: the same site at the same moment, so the same pictures.
/// </summary>
public sealed partial class EditorsGuideTests : IAsyncLifetime
{
    private const int Largest = 160 * 1024;
    private const int LargestTogether = 1536 * 1024;
    private const string Name = "editors-";

    private static readonly string Folder = Path.Combine(Sources.Root, "docs", "images");
    private static readonly bool Takes = Environment.GetEnvironmentVariable("ZAITAKU_TAKE_PICTURES") is { Length: > 0 };

    private readonly HashSet<string> seen = [];
    private RunningSite site = null!;

    public async Task InitializeAsync() => site = await WorkplaceSite.StartAsync(more: services => services.AddSingleton<TimeProvider>(new TestClock()));

    public async Task DisposeAsync() => await site.DisposeAsync();

    [Fact]
    public async Task Every_picture_of_the_guide_can_be_taken_today_and_its_page_is_usable_by_everyone()
    {
        var (chapter, book, leaflet) = (await IdAsync("guides/acp/money"), await IdAsync("guides/acp"), await IdAsync("handbooks/customer-harassment"));
        using var editor = new Colleague(site, RoleNames.Editor, "hanako");
        using var other = new Colleague(site, RoleNames.Editor, "taro");
        (await editor.EditAsync(chapter, "save", ("MarkdownBodyPart.Markdown", await ChangedAsync(chapter)))).Dispose();
        (await editor.EditAsync(leaflet, "publish", ("BookPart.Lead.Text", "在宅の医療・介護で、暴力や度を越えた要求に出会ったとき、職員と事業所がすることを短くまとめました。"))).Dispose();
        await using var window = await OpenAsync();
        await SeeAsync(window, "first", "/admin");
        await SeeAsync(window, "list", "/admin/content?q=type%3AChapter");
        await SeeAsync(window, "editor", $"/admin/content/{chapter}");
        await SeeAsync(window, "schedule", null, "section[aria-labelledby=schedule]");
        var versions = (await site.VersionsAsync(chapter)).TakeLast(2).Select(version => version.ContentItemVersionId).ToList();
        await SeeAsync(window, "versions", $"/admin/content/{chapter}/versions?a={versions[0]}&b={versions[1]}#compared");
        await SeeAsync(window, "order", $"/admin/content/{book}/order");
        await SeeAsync(window, "media", "/admin/media");
        await SeeAsync(window, "editions", $"/admin/guides/{leaflet}/editions");
        await SeeAsync(window, "emergency", "/admin/emergency");
        await SeeAsync(window, "approvals", "/admin/approvals");
        await SearchAsync(window);
        await MergeAsync(window, chapter, other);
        Assert.Equal(Named(), seen.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_picture_of_the_guide_is_there_is_small_and_says_what_it_shows()
    {
        var files = Directory.GetFiles(Folder, Name + "*.png").Select(file => new FileInfo(file)).ToList();
        Assert.Equal(Named().Select(name => $"{Name}{name}.png"), files.Select(file => file.Name).Order(StringComparer.Ordinal));
        Assert.All(files, file => Assert.True(file.Length <= Largest, $"{file.Name}: {file.Length} bytes"));
        Assert.True(files.Sum(file => file.Length) <= LargestTogether);
        Assert.All(Pictures().Matches(Guide()), picture => Assert.True(picture.Groups[1].Value.Length >= 10, picture.Value));
    }

    /// <summary>Some words were searched for; one that found nothing is answered.</summary>
    private async Task SearchAsync(Window window)
    {
        foreach (var words in new[] { "お迎えの話", "訪問看護", "退院 費用" })
        {
            for (var i = 0; i < words.Length; i++) (await site.Visitor.GetAsync("/search?q=" + Uri.EscapeDataString(words))).Dispose();
        }

        await site.Services.GetRequiredService<SearchRecords>().WriteAsync();
        await SeeAsync(window, "search", "/admin/search?word=" + Uri.EscapeDataString("お迎えの話"));
        await window.GoAsync("/admin/search/synonyms?q=" + Uri.EscapeDataString("看取り") + "&line=8");
        await window.Page.Locator("[name='cell-1']").FillAsync(await window.Page.Locator("[name='cell-1']").InputValueAsync() + "、お迎えの話");
        await window.Page.Locator("[name=sentence]").FillAsync("お迎えの話");
        await window.Page.Locator("[value=try]").ClickAsync();
        await window.Page.Locator(".tried").WaitForAsync();
        await SeeAsync(window, "synonyms", null, "form[aria-labelledby=word]");
    }

    /// <summary>Two people change one paragraph; who saves later is shown both.</summary>
    private async Task MergeAsync(Window window, string chapter, Colleague other)
    {
        var page = await window.GoAsync($"/admin/content/{chapter}");
        (await other.EditAsync(chapter, "save", ("TitlePart.Title", "お金と制度の早わかり"))).Dispose();
        await page.Locator("[name='TitlePart.Title']").FillAsync("お金と制度のはじめの一歩");
        await page.Locator(".savebar [value=save]").ClickAsync();
        await page.WaitForLoadStateAsync();
        await SeeAsync(window, "merge", null);
    }

    /// <param name="path">Where it is; null for the page that is open.</param>
    /// <param name="part">The part of the page that the picture shows; the window by default.</param>
    private async Task SeeAsync(Window window, string name, string? path, string? part = null)
    {
        var page = window.Page;
        if (path is not null) Assert.Equal(200, (await page.GotoAsync(path))!.Status);
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        Usable.AssertNone(await Axe.AllAsync(page));
        var shown = part is null ? null : page.Locator(part);
        if (shown is not null) Assert.True(await shown.IsVisibleAsync(), part);
        seen.Add(name);
        if (!Takes) return;
        var file = Path.Combine(Folder, $"{Name}{name}.png");
        if (shown is null) await page.ScreenshotAsync(new() { Path = file, Animations = ScreenshotAnimations.Disabled });
        else await shown.ScreenshotAsync(new() { Path = file, Animations = ScreenshotAnimations.Disabled });
    }

    private async Task<string> ChangedAsync(string chapter) =>
        (await site.LatestAsync(chapter)).Get<Cms.Parts.MarkdownBodyPart>()!.Markdown!.Replace("失礼なことではありません", "当たり前のことです", StringComparison.Ordinal);

    private Task<Window> OpenAsync() => Chromium.OpenAsync(site.Address, height: 600, authorization: $"{ByRole.Scheme} {RoleNames.Editor}:hanako");

    private Task<string> IdAsync(string path) => site.InScopeAsync(services =>
        services.GetRequiredService<SiteDb>().Set<AutoroutePartIndex>().IgnoreQueryFilters().Where(row => row.Path == path && row.Published).Select(row => row.ContentItemId).SingleAsync());

    private static string Guide() => Sources.Read("docs/editors.md");

    /// <summary>The pictures that the guide shows.</summary>
    private static IEnumerable<string> Named() => Pictures().Matches(Guide()).Select(picture => picture.Groups[2].Value).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"!\[([^\]]*)\]\(images/editors-([a-z-]+)\.png\)")]
    private static partial Regex Pictures();
}
