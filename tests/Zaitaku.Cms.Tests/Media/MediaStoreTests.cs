using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Media;
using Zaitaku.Cms.Parts;
using Zaitaku.Cms.Recipes;

namespace Zaitaku.Cms.Tests.Media;

public sealed class MediaStoreTests
{
    private const string PageType = """{ "name": "ContentDefinition", "ContentTypes": [ { "Name": "Page", "Settings": {}, "ContentTypePartDefinitionRecords": [ { "PartName": "MarkdownBodyPart", "Name": "MarkdownBodyPart", "Settings": {} }, { "PartName": "AudiencePart", "Name": "AudiencePart", "Settings": {} } ] } ], "ContentParts": [] }""";
    private static readonly string Base64 = Convert.ToBase64String(MediaFiles.Png());

    [Theory, EachEngine]
    public async Task A_recipe_brings_files_once(Engine engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        site.File("recipes/files/様式.png", MediaFiles.Png());
        var recipe = site.Recipe("a", $$"""{ "name": "media", "Files": [ { "TargetPath": "forms/様式.png", "SourcePath": "files/様式.png" }, { "Path": "b.png", "Base64": "{{Base64}}", "SourceUrl": "https://example.jp/x" } ] }""");
        var first = await site.ApplyAsync(recipe);
        Assert.True(first.Kept, first.ToString());
        Assert.True((await site.ApplyAsync(recipe)).ChangesNothing);
        Assert.Equal(MediaFiles.Png(), await BytesAsync(site, "forms/様式.png"));
        var file = await FindAsync(site, "b.png");
        Assert.Equal((2, 3, "image/png"), (file!.Width!.Value, file.Height!.Value, file.ContentType));
        Assert.Single(Stored(site));
    }

    [Theory]
    [InlineData(""" "TargetPath": "../a.png", "Base64": "PNG" """, "名前")]
    [InlineData(""" "TargetPath": "a.html", "Base64": "PNG" """, ".html")]
    [InlineData(""" "TargetPath": "a.jpg", "Base64": "PNG" """, "拡張子")]
    [InlineData(""" "TargetPath": "a.png", "Base64": "%%%" """, "Base64")]
    [InlineData(""" "TargetPath": "a.png", "SourcePath": "../secret.png" """, "フォルダー")]
    [InlineData(""" "TargetPath": "a.png", "SourcePath": "none.png" """, "none.png")]
    [InlineData(""" "TargetPath": "a.png", "SourceUrl": "https://example.jp/a.png" """, "SourceUrl")]
    [InlineData(""" "TargetPath": "a.png" """, "SourcePath")]
    [InlineData(""" "Base64": "PNG" """, "TargetPath")]
    [InlineData(""" "TargetPath": "a.png", "Base64": "PNG", "Audience": "Nobody" """, "Audience")]
    public async Task A_file_that_cannot_be_taken_is_refused_with_its_line(string file, string says)
    {
        await using var site = await TestSite.OpenAsync(Engine.Sqlite);
        site.File("secret.png", MediaFiles.Png());
        var problem = Assert.Single((await site.ApplyAsync(site.Recipe("a", $$"""{ "name": "media", "Files": [ { {{file.Replace("PNG", Base64, StringComparison.Ordinal)}} } ] }"""))).Problems);
        Assert.Equal(2, problem.Line);
        Assert.Contains(says, problem.Message, StringComparison.Ordinal);
        Assert.Empty(Stored(site));
    }

    [Theory, EachEngine]
    public async Task A_plan_writes_no_bytes(Engine engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        var plan = await site.PlanAsync(site.Recipe("a", $$"""{ "name": "media", "Files": [ { "Path": "b.png", "Base64": "{{Base64}}" } ] }"""));
        Assert.Contains(plan.Lines, line => line is { Step: "media", Verb: PlanVerb.Changed });
        Assert.Empty(Stored(site));
        Assert.Null(await FindAsync(site, "b.png"));
    }

    [Theory, EachEngine]
    public async Task A_write_that_is_undone_leaves_nothing_reachable(Engine engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        await Assert.ThrowsAsync<InvalidOperationException>(() => site.InScopeAsync(scope => scope.GetRequiredService<SiteDb>().WriteAsync<int>(async () =>
        {
            await PutAsync(scope, "a.png", Audience.Public);
            throw new InvalidOperationException();
        })));
        Assert.Null(await FindAsync(site, "a.png"));
    }

    [Theory, EachEngine]
    public async Task Files_for_a_narrower_circle_are_hidden(Engine engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        await site.InScopeAsync(scope => PutAsync(scope, "staff.png", Audience.Staff));
        Assert.Null(await FindAsync(site, "staff.png", Viewer.Anonymous));
        Assert.Null(await FindAsync(site, "staff.png", new Viewer(Audience.Professionals)));
        Assert.NotNull(await FindAsync(site, "staff.png", new Viewer(Audience.Staff)));
    }

    private static async Task<bool> PutAsync(IServiceProvider scope, string path, Audience audience)
    {
        using var bytes = new MemoryStream(MediaFiles.Png());
        return await scope.GetRequiredService<MediaStore>().PutAsync(await MediaContent.InspectAsync(path, bytes), bytes, audience);
    }

    [Theory, EachEngine]
    public async Task A_file_is_for_those_who_may_read_what_uses_it(Engine engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        await site.ApplyAsync(site.Recipe("a", $$"""{ "name": "media", "Files": [ { "Path": "forms/様式 (1).png", "Base64": "{{Base64}}" } ] }"""));
        await site.ApplyAsync(site.Recipe("b", PageType));
        var page = new ContentItem { ContentType = "Page", DisplayText = "様式" };
        Assert.NotNull(await FindAsync(site, "forms/様式 (1).png", Viewer.Anonymous));

        page.Set(new MarkdownBodyPart { Markdown = "[様式](/media/forms/%E6%A7%98%E5%BC%8F%20(1).png)" });
        await SaveAsync(site, page, publish: false);
        Assert.Null(await FindAsync(site, "forms/様式 (1).png", new Viewer(Audience.Professionals)));

        await SaveAsync(site, page, publish: true);
        Assert.NotNull(await FindAsync(site, "forms/様式 (1).png", Viewer.Anonymous));

        page.Set(new AudiencePart { Audience = Audience.Professionals });
        await SaveAsync(site, page, publish: true);
        Assert.Null(await FindAsync(site, "forms/様式 (1).png", Viewer.Anonymous));
        Assert.Equal(Audience.Professionals, (await FindAsync(site, "forms/様式 (1).png", new Viewer(Audience.Professionals)))?.Audience);
    }

    [Theory, EachEngine]
    public async Task Index_rows_can_be_made_again(Engine engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        await site.ApplyAsync(site.Recipe("b", PageType));
        await site.ImportAsync("""{ "ContentItemId": "a", "ContentItemVersionId": "a1", "ContentType": "Page", "Latest": true, "Published": true, "Body": { "Html": "<img src='/media/a.png'>", "Picture": { "Paths": [ "b/c.pdf" ] } } }""");
        var before = await site.ReadAsync(db => db.Set<MediaUse>().OrderBy(use => use.Path).Select(use => new { use.Path, use.ContentItemVersionId, use.Published }).ToListAsync());
        Assert.Equal(["a.png", "b/c.pdf"], before.ConvertAll(use => use.Path));
        Assert.All(before, use => Assert.Equal(("a1", true), (use.ContentItemVersionId, use.Published)));
        await site.ReadAsync(db => db.Set<MediaUse>().ExecuteDeleteAsync());
        Assert.Contains(nameof(MediaUse), await site.InScopeAsync(scope => scope.GetRequiredService<IndexKeeper>().MakeMissingAsync()));
        Assert.Equal(before, await site.ReadAsync(db => db.Set<MediaUse>().OrderBy(use => use.Path).Select(use => new { use.Path, use.ContentItemVersionId, use.Published }).ToListAsync()));
        Assert.Empty(await site.InScopeAsync(scope => scope.GetRequiredService<IndexKeeper>().MakeMissingAsync()));
    }

    private static Task<int> SaveAsync(TestSite site, ContentItem item, bool publish) => site.InScopeAsync(async scope =>
    {
        var store = scope.GetRequiredService<ContentStore>();
        Assert.Empty(publish ? await store.PublishAsync(item) : await store.SaveDraftAsync(item));
        return 0;
    });

    private static Task<MediaFile?> FindAsync(TestSite site, string path, Viewer? viewer = null) =>
        site.InScopeAsync(scope => scope.GetRequiredService<MediaStore>().FindAsync(path), viewer);

    private static Task<byte[]> BytesAsync(TestSite site, string path) => site.InScopeAsync(async scope =>
    {
        var store = scope.GetRequiredService<MediaStore>();
        await using var stream = store.Open((await store.FindAsync(path))!);
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy);
        return copy.ToArray();
    });

    private static string[] Stored(TestSite site) =>
        Directory.Exists(Path.Combine(site.Folder, "media")) ? Directory.GetFiles(Path.Combine(site.Folder, "media"), "*", SearchOption.AllDirectories) : [];
}
