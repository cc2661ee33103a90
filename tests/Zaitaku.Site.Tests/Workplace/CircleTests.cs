using System.Net;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;
using Zaitaku.Site.Tests.Members;
using Zaitaku.Testing;

namespace Zaitaku.Site.Tests.Workplace;

/// <summary>
/// Somebody may edit, publish and throw away, but not read what is for staff alone: a role that a town may well make. No handler of the workplace
/// shows or changes an item of that circle, whatever ids are sent (ASVS 8.2.2).
/// </summary>
public sealed class CircleTests
{
    private const string Secret = "職員だけの話";

    [Theory, EachEngine]
    public async Task Whoever_is_not_staff_meets_nothing_of_the_staffs_in_the_workplace(Engine engine)
    {
        await using var site = await RunningSite.StartAsync(engine, new Dictionary<string, string> { ["Members:SignInsPerMinute"] = "1000" });
        const string forStaff = """, "AudiencePart": { "Audience": "Staff" }""";
        var (id, other) = (await site.PublishPageAsync("for-staff", "職員だけの話です。", forStaff), await site.PublishPageAsync("for-all"));
        var trashed = await site.PublishPageAsync("for-staff-trashed", "職員だけの話です。", forStaff);
        await RenameAsync(site, id, trashed);
        using (var editor = await Person.SignedInAsync(site, "editor")) (await EditAsync(editor, trashed, "trash")).Dispose();
        await AllowAsync(site, "Professional", "AccessAdminPanel", "EditContent", "PublishContent", "DeleteContent", "ManageMediaContent", "ViewAuditTrail", "ViewProfessionalContent");
        var before = (await site.VersionsAsync(id)).Single(v => v.Published).ContentItemVersionId;
        var versions = (await site.VersionsAsync(id)).Count;

        using var outsider = await Person.SignedInAsync(site, "professional");
        Assert.Equal(HttpStatusCode.OK, await outsider.StatusAsync($"/admin/content/{other}"));
        foreach (var path in new[] { $"/admin/content/{id}", $"/admin/content/{id}/versions", $"/admin/content/{id}/versions?a={before}&b={before}", $"/admin/content/{id}/preview", $"/admin/content/{id}/preview?version={before}", $"/admin/content/{id}/order", $"/admin/content/{id}?from=autosave", $"/admin/content/{trashed}" })
        {
            Assert.Equal(HttpStatusCode.NotFound, await outsider.StatusAsync(path));
        }

        foreach (var path in new[] { "/admin", "/admin/content", "/admin/content?q=" + Uri.EscapeDataString("職員だけ"), "/admin/content?q=status:draft", "/admin/audit-trail", "/admin/audit-trail?q=" + id, "/admin/trash", "/admin/media", "/admin/checks",
            $"/admin/content/{other}", $"/admin/content/{other}/versions?a={before}&b={before}", "/admin/content/new/Page", "/admin/content/new/Page?in=" + id, "/admin/content/new/Menu", "/admin/feedback" })
        {
            using var answer = await outsider.GetAsync(path);
            Assert.True((int)answer.StatusCode is 200 or 302 or 403 or 404, $"{path}: {(int)answer.StatusCode}");
            Assert.False((await answer.Content.ReadAsStringAsync()).Contains(Secret, StringComparison.Ordinal), path);
        }

        var form = new Dictionary<string, string> { ["base"] = before, ["TitlePart.Title"] = "のっとり", ["version"] = before };
        (string Path, (string Name, string Value) More)[] posts =
        [
            .. new[] { "save", "publish", "unpublish", "trash", "merge", "check", "mend", "preview" }.Select(act => ($"/admin/content/{id}", ("act", act))),
            ($"/admin/content/{id}/versions", ("version", before)), ($"/admin/content/{id}/order", ("up", other)), ($"/admin/content/{id}/presence", ("x", "y")), ($"/admin/content/{id}/autosave", ("x", "y")),
            ($"/admin/content/{other}", ("base", before)), ($"/admin/content/{other}/versions", ("version", before)),
            .. new[] { "publish", "unpublish", "trash" }.Select(verb => ("/admin/content?ids=" + id, ("verb", verb))),
            ("/admin/trash", ("restore", trashed)), ("/admin/trash", ("restore", id)), ("/admin/trash", ("purge", trashed)), ("/admin/content/new/Page", ("base", id)),
        ];
        foreach (var (path, more) in posts)
        {
            using var answer = await outsider.PostAsync(path, new(form) { [more.Name] = more.Value, ["ids"] = id });
            Assert.True((int)answer.StatusCode < 500, $"{path} {more}: {(int)answer.StatusCode}");
            Assert.False((await answer.Content.ReadAsStringAsync()).Contains(Secret, StringComparison.Ordinal), $"{path} {more}");
        }

        var after = (await site.VersionsAsync(id)).Single(v => v.Latest);
        Assert.Equal(versions, (await site.VersionsAsync(id)).Count);
        Assert.Equal((before, true, Secret), (after.ContentItemVersionId, after.Published, after.DisplayText));
        Assert.All(await site.VersionsAsync(trashed), version => Assert.False(version.Latest));
        using var public404 = await outsider.GetAsync("/for-staff");
        Assert.Equal(HttpStatusCode.NotFound, public404.StatusCode);
    }

    private static async Task<HttpResponseMessage> EditAsync(Person person, string id, string act)
    {
        var form = Colleague.FormOf(await person.PageAsync($"/admin/content/{id}"));
        return await person.PostAllAsync($"/admin/content/{id}", [.. form, new("act", act)]);
    }

    private static async Task RenameAsync(RunningSite site, params string[] ids)
    {
        foreach (var id in ids)
        {
            await site.InScopeAsync(async services =>
            {
                var store = services.GetRequiredService<ContentStore>();
                var item = (await store.LatestAsync(id))!;
                item.Data["TitlePart"]!["Title"] = Secret;
                return await store.PublishAsync(item);
            });
        }
    }

    private static Task AllowAsync(RunningSite site, string role, params string[] permissions) => SessionTests.WriteAsync(site, async db =>
    {
        var roles = await SiteDocuments.LoadAsync<Roles>(db);
        if (roles.Find(role) is not { } found) roles.Items.Add(found = new Role { Name = role });
        found.Permissions = [.. permissions];
        await SiteDocuments.PutAsync(db, roles);
    });
}
