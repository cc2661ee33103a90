using System.Net;
using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.AuditTrail;
using Zaitaku.Cms.Data;
using Zaitaku.Proofing.Links.External;
using Zaitaku.Testing;

namespace Zaitaku.Site.Tests.Workplace;

/// <summary>Links to other sites, asked by night, told by day.</summary>
public sealed class ExternalLinkTests : IAsyncLifetime
{
    private const string Everything = "https://";
    private static readonly DateOnly FirstNight = new(2026, 11, 22);

    private readonly TestClock clock = new();
    private OtherSite other = null!;
    private RunningSite site = null!;
    private Colleague editor = null!;

    public async Task InitializeAsync() => other = await OtherSite.StartAsync();

    public async Task DisposeAsync()
    {
        editor?.Dispose();
        if (site is not null) await site.DisposeAsync();
        await other.DisposeAsync();
    }

    [Theory, EachEngine]
    public async Task A_link_is_broken_after_two_nights_and_told_wherever_somebody_can_mend_it(Engine engine)
    {
        await StartAsync(engine);
        var body = $"はじめに[案内]({other.Url("/gone")}#top)を。\n\n次に[故障中]({other.Url("/flaky")})、[会員]({other.Url("/members")})、[よい]({other.Url("/ok")})。";
        var id = await site.PublishPageAsync("links-page", body);
        await NightAsync(0);
        Assert.DoesNotContain(other.Url("/gone"), await TextAsync("/admin/checks"), StringComparison.Ordinal);
        other.IsWell = true;
        await NightAsync(1);

        var row = Assert.Single((await editor.PageAsync("/admin/checks")).QuerySelectorAll("#broken-links ~ table tbody tr"));
        Assert.Contains(other.Url("/gone"), row.TextContent, StringComparison.Ordinal);
        Assert.Contains("ページがない", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("2026年（令和8年）11月22日", row.TextContent, StringComparison.Ordinal);
        Assert.Equal($"/admin/content/{id}?check=true", row.QuerySelector("ul a")!.GetAttribute("href"));
        Assert.Equal("1", (await editor.PageAsync("/admin")).QuerySelector(".tasks a[href='/admin/checks/links'] .count")!.TextContent.Replace("件", "", StringComparison.Ordinal));

        var remark = Assert.Single((await editor.PageAsync($"/admin/content/{id}?check=true")).QuerySelectorAll(".remarks li"), r => r.TextContent.Contains("行き先が開けません", StringComparison.Ordinal));
        Assert.Equal("advice", remark.ClassName);
        Assert.Equal($"[案内]({other.Url("/gone")}#top)".Length.ToString(System.Globalization.CultureInfo.InvariantCulture), remark.QuerySelector("[data-goto='MarkdownBodyPart.Markdown']")!.GetAttribute("data-length"));
        using var published = await editor.EditAsync(id, "publish", ("MarkdownBodyPart.Markdown", "リンクを外しました。"));
        Assert.Equal(HttpStatusCode.Redirect, published.StatusCode);
        Assert.Empty((await editor.PageAsync("/admin/checks")).QuerySelectorAll("#broken-links ~ table"));
    }

    [Theory, EachEngine]
    public async Task One_node_takes_the_night_and_another_takes_it_over_when_it_falls_silent(Engine engine)
    {
        await StartAsync(engine);
        var taken = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => TakeAsync(FirstNight))));
        Assert.Equal(1, taken.Count(one => one));
        clock.Now += LinkRound.Lease - TimeSpan.FromSeconds(1);
        Assert.False(await TakeAsync(FirstNight));
        clock.Now += TimeSpan.FromSeconds(1);
        Assert.True(await TakeAsync(FirstNight));
        await site.InScopeAsync(services => services.GetRequiredService<LinkRound>().GoAsync(FirstNight));
        clock.Now += TimeSpan.FromHours(1);
        Assert.False(await TakeAsync(FirstNight));
        Assert.True(await TakeAsync(FirstNight.AddDays(1)));
    }

    [Fact]
    public async Task One_host_is_asked_one_question_at_a_time_and_only_what_readers_meet()
    {
        await StartAsync(Engine.Sqlite);
        await site.PublishPageAsync("links-polite", string.Concat(Enumerable.Range(0, 8).Select(n => $"[{n}]({other.Url("/ok")}?{n}) ")));
        var draft = await site.PublishPageAsync("links-draft");
        using var saved = await editor.EditAsync(draft, "save", ("MarkdownBodyPart.Markdown", $"[下書き]({other.Url("/other")})"));
        await NightAsync(0);
        Assert.Equal(8, other.Asked.Count);
        Assert.Equal(1, other.MostTogether);
        Assert.Contains("ZaitakuLinkCheck/1.0 (+http", other.Agent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_night_in_which_nobody_answered_is_held_against_nobody()
    {
        await StartAsync(Engine.Sqlite);
        await site.PublishPageAsync("links-cut-off", "[1](http://a.invalid/) [2](http://b.invalid/) [3](http://c.invalid/)");
        await NightAsync(0);
        await NightAsync(1);
        Assert.Equal(0, await site.InScopeAsync(services => services.GetRequiredService<SiteDb>().Set<ExternalLink>().CountAsync()));
        await site.PublishPageAsync("links-answered", $"[4]({other.Url("/ok")})");
        await NightAsync(2);
        await NightAsync(3);
        Assert.Equal(3, (await editor.PageAsync("/admin/checks/links")).QuerySelectorAll("#broken ~ table tbody tr").Length);
    }

    [Fact]
    public async Task What_is_ignored_is_neither_told_nor_asked_and_comes_back_when_it_is_heeded()
    {
        await StartAsync(Engine.Sqlite);
        await site.PublishPageAsync("links-ignored", $"[1]({other.Url("/gone/1")}) [2]({other.Url("/gone/2")}) [3]({other.Url("/absent")})");
        await NightAsync(0);
        await NightAsync(1);
        using var all = await IgnoreAsync(Everything, prefix: true, "全部");
        Assert.Equal(HttpStatusCode.BadRequest, all.StatusCode);
        using var silent = await IgnoreAsync(other.Url("/gone"), prefix: true, "");
        Assert.Equal(HttpStatusCode.BadRequest, silent.StatusCode);
        var typed = await Colleague.ReadAsync(silent);
        Assert.Equal(other.Url("/gone"), typed.QuerySelector("[name=Url]")!.GetAttribute("value"));
        Assert.NotNull(typed.QuerySelector(".errors a[href='#Memo']"));
        using var ignored = await IgnoreAsync(other.Url("/gone"), prefix: true, "閉じたサイト");
        Assert.Equal(HttpStatusCode.Redirect, ignored.StatusCode);

        var page = await editor.PageAsync("/admin/checks/links");
        Assert.Contains(other.Url("/absent"), Assert.Single(page.QuerySelectorAll("#broken ~ table tbody tr")).TextContent, StringComparison.Ordinal);
        var before = other.Asked.Count;
        await NightAsync(2);
        Assert.Equal(["HEAD /absent", "GET /absent"], other.Asked.Skip(before));
        using var heeded = await editor.PostAsync("/admin/checks/links", [new("__RequestVerificationToken", page.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!), new("heed", page.QuerySelector("[name=heed]")!.GetAttribute("value")!)]);
        Assert.Equal(HttpStatusCode.Redirect, heeded.StatusCode);
        Assert.Equal(["LinkIgnored hanako", "LinkHeeded hanako"], await site.InScopeAsync(services => services.GetRequiredService<SiteDb>().Set<AuditTrailEvent>()
            .Where(act => act.Category == "Links").OrderBy(act => act.Id).Select(act => act.Name + " " + act.UserName).ToListAsync()));
    }

    /// <summary>The sample's own links are left out: no test asks strangers.</summary>
    private async Task StartAsync(Engine engine)
    {
        site = await WorkplaceSite.StartAsync(engine, services => services.AddSingleton<TimeProvider>(clock),
            new Dictionary<string, string> { ["Links:PauseMilliseconds"] = "0", ["Links:AllowedHosts:0"] = other.Host, ["Links:TimeoutSeconds"] = "5" });
        editor = site.As(RoleNames.Editor, "hanako");
        await site.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<SiteDb>();
            var strangers = await db.Set<Proofing.Links.LinkUse>().Where(use => use.IsExternal).Select(use => use.Target).Distinct().ToListAsync();
            return await db.WriteAsync(async () =>
            {
                db.AddRange(strangers.Select(url => new IgnoredLink { Url = url, Memo = "sample", CreatedUtc = clock.Now.UtcDateTime }));
                return await db.SaveChangesAsync();
            });
        });
    }

    private async Task NightAsync(int number)
    {
        var night = FirstNight.AddDays(number);
        clock.Now = new(night.Year, night.Month, night.Day, 1, 0, 0, TimeSpan.Zero);
        Assert.True(await TakeAsync(night));
        await site.InScopeAsync(services => services.GetRequiredService<LinkRound>().GoAsync(night));
    }

    private Task<bool> TakeAsync(DateOnly night) => site.InScopeAsync(services => services.GetRequiredService<LinkRound>().TakeAsync(night));

    private async Task<HttpResponseMessage> IgnoreAsync(string url, bool prefix, string memo)
    {
        var page = await editor.PageAsync("/admin/checks/links");
        var token = page.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return await editor.PostAsync("/admin/checks/links", [new("__RequestVerificationToken", token), new("Url", url), new("Prefix", prefix ? "true" : "false"), new("Memo", memo)]);
    }

    private async Task<string> TextAsync(string path) => (await editor.PageAsync(path)).QuerySelector("main")!.TextContent;
}
