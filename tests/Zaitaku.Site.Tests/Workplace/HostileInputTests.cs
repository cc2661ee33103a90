using System.Net;
using Microsoft.EntityFrameworkCore;
using Zaitaku.Admin.Editing;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Data;
using Zaitaku.Testing;

namespace Zaitaku.Site.Tests.Workplace;

/// <summary>What someone with a way into the workplace may send to hurt it: answered with words and the right status, and nothing is kept by half.</summary>
public sealed class HostileInputTests
{
    private const string Title = "TitlePart.Title";
    private const string Body = "MarkdownBodyPart.Markdown";

    private static readonly string[] Odd =
    [
        "\0", "a\0b", new('9', 3000), "🌸", "\ud800", "0001-01-01", "0001-01-01T00:00", "9999-12-31", "9999-12-31T23:59", "2147483648", "-1", "1e309", "' OR 1=1--", "%", "_", "\\",
        "(((((.*)+)+)+)+$", "type:", "status:nothing sort:nothing", "\"", "../../etc/passwd", "{{7*7}}", "@(7*7)", "{0}{1}%s%n", "<script>alert(1)</script>", "a\r\nX: y",
    ];

    private static readonly string[] Questions =
    [
        "/admin/content?q=", "/admin/content?page=", "/admin/content?type=", "/admin/content?free=", "/admin/audit-trail?q=", "/admin/audit-trail?who=", "/admin/audit-trail?what=",
        "/admin/audit-trail?from=", "/admin/audit-trail?page=", "/admin/media?q=", "/admin/media?page=", "/admin/users?q=", "/admin/users/", "/admin/mails?page=", "/admin/mails?unsent=",
        "/admin/checks?page=", "/admin/feedback?page=", "/admin/content/", "/admin/content/new/", "/admin/content/new/Page?in=", "/admin/content/new/Page?from=",
    ];

    [Theory, EachEngine]
    public async Task Whatever_is_asked_is_answered_with_words(Engine engine)
    {
        await using var site = await WorkplaceSite.StartAsync(engine);
        var id = await site.PublishPageAsync("hostile");
        using var admin = new Colleague(site, RoleNames.Administrator, "hanako");
        string[] ofItem = [$"/admin/content/{id}/preview?at=", $"/admin/content/{id}/preview?version=", $"/admin/content/{id}/versions?a=1&b=", $"/admin/content/{id}?from=", $"/admin/content/{id}?check="];
        List<string> broken = [];
        foreach (var question in Questions.Concat(ofItem))
        {
            foreach (var odd in Odd)
            {
                // Half a character cannot be written in an address otherwise.
                var path = question + (odd == "\ud800" ? "%ED%A0%80" : Uri.EscapeDataString(odd));
                using var answer = await admin.GetAsync(path);
                if ((int)answer.StatusCode >= 500) broken.Add($"{(int)answer.StatusCode} {path[..Math.Min(path.Length, 120)]}");
            }
        }

        Assert.Empty(broken);
    }

    [Theory, EachEngine]
    public async Task Whatever_is_typed_is_kept_or_refused_with_words(Engine engine)
    {
        await using var site = await WorkplaceSite.StartAsync(engine);
        var id = await site.PublishPageAsync("typed");
        using var admin = new Colleague(site, RoleNames.Administrator, "hanako");
        var form = Colleague.FormOf(await admin.PageAsync($"/admin/content/{id}"));
        List<string> broken = [];
        foreach (var odd in Odd.Where(odd => odd != "\ud800"))
        {
            foreach (var field in new[] { Title, Body, "AutoroutePart.Path", "base", "act", "PublishLaterPart.ScheduledPublishUtc", "ArchiveLaterPart.ScheduledArchiveUtc", "AudiencePart.Audience" })
            {
                foreach (var act in new[] { "save", "check" })
                {
                    using var answer = await admin.PostAsync($"/admin/content/{id}", Colleague.Changed(form, ("act", act), (field, odd)));
                    var text = await answer.Content.ReadAsStringAsync();
                    if ((int)answer.StatusCode >= 500 || text.Contains("<script>alert", StringComparison.Ordinal)) broken.Add($"{(int)answer.StatusCode} {field} {act} {odd[..Math.Min(odd.Length, 40)]}");
                }
            }

            using var kept = await admin.PostAsync($"/admin/content/{id}/autosave", Colleague.Changed(form, ("base", odd), (Title, odd)));
            if ((int)kept.StatusCode >= 500) broken.Add($"{(int)kept.StatusCode} autosave {odd[..Math.Min(odd.Length, 40)]}");
        }

        Assert.Empty(broken);
        using var zero = await admin.PostAsync($"/admin/content/{id}", Colleague.Changed(form, ("act", "save"), (Title, "a\0b")));
        Assert.Equal(HttpStatusCode.BadRequest, zero.StatusCode);
        Assert.Equal("typedの題", (await site.VersionsAsync(id)).Single(v => v.Published).DisplayText);
    }

    [Fact]
    public async Task A_form_that_is_posted_twice_makes_one_item()
    {
        await using var site = await WorkplaceSite.StartAsync();
        using var editor = new Colleague(site, RoleNames.Editor, "hanako");
        List<KeyValuePair<string, string>> form =
            [.. Colleague.Changed(Colleague.FormOf(await editor.PageAsync("/admin/content/new/Page")), (Title, "二重に送るページ"), (Body, "本文です。")), new("act", "save")];
        using var first = await editor.PostAsync("/admin/content/new/Page", form);
        using var second = await editor.PostAsync("/admin/content/new/Page", form);
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (first.StatusCode, second.StatusCode));
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        // And at the same moment, as an impatient finger does.
        form = [.. Colleague.Changed(Colleague.FormOf(await editor.PageAsync("/admin/content/new/Page")), (Title, "二重に送るページ"), (Body, "本文です。")), new("act", "save")];
        foreach (var answer in await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => editor.PostAsync("/admin/content/new/Page", form))))
        {
            using (answer) Assert.True((int)answer.StatusCode is 302 or 400 or 409, $"{(int)answer.StatusCode}");
        }

        Assert.Equal(2, await site.InScopeAsync(services => services.GetRequiredService<SiteDb>().Content.IgnoreQueryFilters().CountAsync(i => i.DisplayText == "二重に送るページ")));
    }

    [Fact]
    public async Task A_new_item_takes_nobody_elses_place()
    {
        await using var site = await WorkplaceSite.StartAsync();
        var id = await site.PublishPageAsync("somebody-elses");
        using var editor = new Colleague(site, RoleNames.Editor, "hanako");
        var form = Colleague.FormOf(await editor.PageAsync("/admin/content/new/Page"));
        using var answer = await editor.PostAsync("/admin/content/new/Page", [.. Colleague.Changed(form, (Title, "のっとり"), ("base", id)), new("act", "publish")]);
        Assert.Equal($"/admin/content/{id}", answer.Headers.Location?.OriginalString);
        Assert.Equal("somebody-elsesの題", Assert.Single(await site.VersionsAsync(id)).DisplayText);
    }

    [Fact]
    public async Task Too_many_fields_and_too_large_forms_are_refused_with_words()
    {
        await using var site = await WorkplaceSite.StartAsync();
        var id = await site.PublishPageAsync("too-much");
        using var editor = new Colleague(site, RoleNames.Editor, "hanako");
        var form = Colleague.FormOf(await editor.PageAsync($"/admin/content/{id}"));
        (string, string)[] flood = [.. Enumerable.Range(0, 2000).Select(n => ($"Part{n}.Property", "x"))];
        foreach (var path in new[] { $"/admin/content/{id}", $"/admin/content/{id}/autosave", $"/admin/content/{id}/presence", "/admin/content/new/Page", "/admin/content", "/admin/trash" })
        {
            using var answer = await editor.PostAsync(path, Colleague.Changed(form, flood));
            Assert.True((int)answer.StatusCode is 400 or 413, $"{path}: {(int)answer.StatusCode}");
        }

        using var large = await editor.PostAsync($"/admin/content/{id}/autosave", Colleague.Changed(form, (Body, new('あ', 400_000))));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.StatusCode);
        try
        {
            using var huge = await editor.PostAsync($"/admin/content/{id}", [.. Colleague.Changed(form, (Body, new('a', 31_000_000))), new("act", "save")]);
            Assert.True(huge.StatusCode is HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.BadRequest, $"{huge.StatusCode}");
        }
        catch (HttpRequestException)
        {
            // The site has hung up while we were still sending.
        }

        Assert.Single(await site.VersionsAsync(id));
    }

    [Fact]
    public async Task What_an_editor_types_for_things_that_are_not_there_does_not_pile_up()
    {
        await using var site = await WorkplaceSite.StartAsync();
        var id = await site.PublishPageAsync("pile");
        using var editor = new Colleague(site, RoleNames.Editor, "hanako");
        var form = Colleague.FormOf(await editor.PageAsync($"/admin/content/{id}"));
        for (var n = 0; n < 60; n++) (await editor.PostAsync($"/admin/content/nothing{n}/autosave", form)).Dispose();
        Assert.Equal(50, await site.InScopeAsync(services => services.GetRequiredService<SiteDb>().Set<Autosave>().CountAsync()));
    }
}
