using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Authorization;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Settings;
using Zaitaku.Cms.Web;
using Zaitaku.Testing;

namespace Zaitaku.Site.Tests.Members;

/// <summary>A session that was left open, or copied, is not enough to change where the site's mails lead and who may do what.</summary>
public sealed class RecentPasswordTests
{
    private const string Settings = "/admin/settings";
    private const string Mail = "/admin/mail-texts/Members.Reset";

    [Theory, EachEngine]
    public async Task An_old_session_changes_nothing_until_its_owner_has_shown_who_they_are_and_loses_nothing_that_was_typed(Engine engine)
    {
        var clock = new TestClock();
        await using var site = await RunningSite.StartAsync(engine, services: services => services.AddSingleton<TimeProvider>(clock));
        using var admin = await Person.SignedInAsync(site, "admin");
        var form = Filled(await admin.PageAsync(Settings), ("Site.BaseUrl", "https://evil.example"), ("SampleSettings.Note", "一行目\r\n\"二行目\" <b>"));
        clock.Now += TimeSpan.FromMinutes(16);

        using var thief = Person.Thief(site, admin.SessionCookie!);
        using (var opened = await thief.GetAsync(Settings)) Assert.Equal("/account/prove?ReturnUrl=%2Fadmin%2Fsettings", opened.Headers.Location?.OriginalString);
        using var asked = await admin.PostAllAsync(Settings, form);
        Assert.Equal(HttpStatusCode.Forbidden, asked.StatusCode);
        var question = await Person.DocumentAsync(asked);
        foreach (var wrong in new[] { "", "wrong" })
        {
            using var refused = await admin.PostAllAsync(Settings, Filled(question, ("ProvingPassword", wrong)));
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
            question = await Person.DocumentAsync(refused);
            Assert.NotNull(question.QuerySelector("#ProvingPassword-error"));
        }

        Assert.Null((await SettingsAsync(site)).BaseUrl);
        using var answered = await admin.PostAllAsync(Settings, Filled(question, ("ProvingPassword", Person.Password)));
        Assert.Equal(Settings, answered.Headers.Location?.OriginalString);
        var settings = await SettingsAsync(site);
        Assert.Equal(("https://evil.example", "一行目\n\"二行目\" <b>"), (settings.BaseUrl, settings.Section<SampleSettings>().Note));
        // Now it is known for a while.
        Assert.Equal(HttpStatusCode.OK, await admin.StatusAsync(Mail));
    }

    [Fact]
    public async Task The_question_is_no_way_round_the_token_and_wrong_passwords_make_the_account_rest()
    {
        var clock = new TestClock();
        await using var site = await RunningSite.StartAsync(services: services => services.AddSingleton<TimeProvider>(clock));
        using var admin = await Person.SignedInAsync(site, "admin");
        clock.Now += TimeSpan.FromMinutes(16);
        var typed = new Dictionary<string, string> { ["act"] = "save", ["Subject"] = "件名", ["Body"] = "{リンク}", ["ProvingPassword"] = Person.Password };
        using (var foreign = await admin.PostAsync(Mail, new(typed), token: false)) Assert.Equal(HttpStatusCode.BadRequest, foreign.StatusCode);
        for (var tries = 0; tries < 5; tries++) (await admin.PostAsync(Mail, new(typed) { ["ProvingPassword"] = "wrong" })).Dispose();
        using var rested = await admin.PostAsync(Mail, new(typed));
        Assert.Equal(HttpStatusCode.BadRequest, rested.StatusCode);
        Assert.Empty((await SettingsAsync(site)).Section<Zaitaku.Cms.Mail.MailWordings>().Mails);
    }

    /// <summary>A page that is added to these without the question fails here.</summary>
    [Fact]
    public async Task Every_page_that_changes_settings_users_or_roles_asks()
    {
        await using var site = await RunningSite.StartAsync();
        var sensitive = site.Pages().Where(page => page.TakesPosts())
            .Where(page => page.ModelTypeInfo!.GetCustomAttributes(typeof(AuthorizeAttribute), true).OfType<AuthorizeAttribute>().Any(rule => rule.Policy is "ManageSettings" or "ManageUsers" or "ManageRoles")).ToList();
        Assert.True(sensitive.Count >= 7, "Few pages were found.");
        Assert.Empty(sensitive.Where(page => page.ModelTypeInfo!.GetCustomAttributes(typeof(RecentProofAttribute), true).Length == 0).Select(page => page.ViewEnginePath));
    }

    private static List<KeyValuePair<string, string>> Filled(IHtmlDocument page, params (string Name, string Value)[] changes) =>
        Workplace.Colleague.Changed(Workplace.Colleague.FormOf(page), changes);

    private static Task<SiteSettings> SettingsAsync(RunningSite site) => SessionTests.ReadAsync(site, db => SiteDocuments.LoadAsync<SiteSettings>(db));
}
