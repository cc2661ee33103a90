using System.Net;
using Zaitaku.Cms.Access;
using Zaitaku.Site.Tests.Workplace;
using Zaitaku.Testing;

namespace Zaitaku.Site.Tests.Emergency;

/// <summary>A running site with a clock that the test moves, and someone who may put notices on it.</summary>
internal sealed class EmergencySite : IAsyncDisposable
{
    public const string Storm = "4emergencystorm00000000000";
    public const string Power = "4emergencyp0wer00000000000";
    public const string Phone = "4emergencyph0ne00000000000";
    public const string StormTitle = "台風・大雪のとき";

    private EmergencySite(RunningSite site, TestClock clock, string role) => (Site, Clock, Staff) = (site, clock, new Colleague(site, role, "hanako"));

    public RunningSite Site { get; }

    public TestClock Clock { get; }

    public Colleague Staff { get; }

    public static async Task<EmergencySite> StartAsync(Engine engine, string role = RoleNames.Coordinator)
    {
        var clock = new TestClock();
        return new(await WorkplaceSite.StartAsync(engine, services => services.AddSingleton<TimeProvider>(clock)), clock, role);
    }

    /// <summary>Fills in the form and sends it; times are Tokyo's.</summary>
    public async Task<HttpResponseMessage> PostAsync(string notice, string until, string from = "", string place = "all") =>
        await Staff.PostAsync("/admin/emergency", Colleague.Changed(
            Colleague.FormOf(await Staff.PageAsync("/admin/emergency")).Where(field => field.Key is not ("lift" or "extend")), ("Notice", notice), ("Place", place), ("From", from), ("Until", until)));

    /// <summary>Presses a button beside what stands on the site.</summary>
    public async Task PressAsync(string verb)
    {
        var page = await Staff.PageAsync("/admin/emergency");
        var token = page.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var answer = await Staff.PostAsync("/admin/emergency", [new("__RequestVerificationToken", token), new(verb, page.QuerySelector($"[name={verb}]")!.GetAttribute("value")!)]);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    /// <summary>The headings of what a passer-by sees above the header and at the head of the page.</summary>
    public async Task<List<string>> SeenAsync(string path) =>
        [.. (await Site.PageAsync(path)).QuerySelectorAll(".emergency h2").Select(heading => heading.TextContent.Trim())];

    public async ValueTask DisposeAsync()
    {
        Staff.Dispose();
        await Site.DisposeAsync();
    }
}
