using System.IO.Compression;
using System.Text;
using Zaitaku.Cms.Settings;

namespace Zaitaku.Cms.Tests.Recipes;

/// <summary>Zips that anyone may have made.</summary>
public sealed class PackageTests
{
    private const string Recipe = """{ "name": "z", "steps": [ { "name": "settings", "SiteName": "甲" } ] }""";

    [Theory]
    [InlineData("../evil.txt")]
    [InlineData("a/../../evil.txt")]
    [InlineData("/etc/evil.txt")]
    [InlineData("C:\\evil.txt")]
    [InlineData("a\\..\\evil.txt")]
    [InlineData("a/../")]
    [InlineData("photo\u202Egnp.exe")]
    public async Task A_name_that_leads_elsewhere_is_refused(string name)
    {
        await using var site = await TestSite.OpenAsync(Engine.Sqlite);
        await RefusedAsync(site, Zip(site, ("Recipe.json", Recipe), (name, "x")), "使えない名前");
        Assert.Empty(Directory.EnumerateFiles(site.Folder, "evil*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task What_is_no_zip_or_has_no_recipe_is_refused()
    {
        await using var site = await TestSite.OpenAsync(Engine.Sqlite);
        await RefusedAsync(site, site.File("a.zip", "no zip"), "開けません");
        await RefusedAsync(site, Path.Combine(site.Folder, "missing.zip"), "がありません");
        await RefusedAsync(site, Zip(site, ("folder/Recipe.json", Recipe)), "Recipe.json");
        await RefusedAsync(site, Zip(site, ("Recipe.json", Recipe), ("a.png", "1"), ("A.PNG", "2")), "同じ名前");
        var whole = Zip(site, ("Recipe.json", Recipe));
        await RefusedAsync(site, site.File("cut.zip", (await File.ReadAllBytesAsync(whole))[..^30]), "開けません");
    }

    [Fact]
    public async Task A_hundred_thousand_entries_are_refused()
    {
        await using var site = await TestSite.OpenAsync(Engine.Sqlite);
        var path = Path.Combine(site.Folder, "many.zip");
        await using (var zip = await ZipFile.OpenAsync(path, ZipArchiveMode.Create))
        {
            for (var i = 0; i < 100_000; i++) zip.CreateEntry($"{i}.txt", CompressionLevel.NoCompression);
        }

        await RefusedAsync(site, path, "多すぎます（100000 個）");
    }

    [Fact]
    public async Task A_bomb_is_stopped_while_it_unfolds()
    {
        await using var site = await TestSite.OpenAsync(Engine.Sqlite);
        var path = Path.Combine(site.Folder, "bomb.zip");
        await using (var zip = await ZipFile.OpenAsync(path, ZipArchiveMode.Create))
        {
            await using var entry = await zip.CreateEntry("Recipe.json", CompressionLevel.Optimal).OpenAsync();
            var zeros = new byte[1024 * 1024];
            for (var i = 0; i < 150; i++) await entry.WriteAsync(zeros);
        }

        Assert.True(new FileInfo(path).Length < 1024 * 1024);
        await RefusedAsync(site, path, "大きくなりすぎます");
    }

    [Fact]
    public async Task Values_of_an_export_are_taken_as_they_stand()
    {
        await using var site = await TestSite.OpenAsync(Engine.Sqlite);
        var plan = await site.ApplyAsync(Zip(site, ("Recipe.json", """{ "name": "z", "literal": true, "steps": [ { "name": "settings", "SiteName": "[js: uuid()]" } ] }""")));
        Assert.True(plan.Kept, plan.ToString());
        Assert.Equal("[js: uuid()]", (await site.DocumentAsync<SiteSettings>()).SiteName);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(site.Folder, "unpacked")));
    }

    private static async Task RefusedAsync(TestSite site, string path, string says)
    {
        var plan = await site.ApplyAsync(path);
        Assert.Contains(says, Assert.Single(plan.Problems).Message, StringComparison.Ordinal);
        Assert.Null((await site.DocumentAsync<SiteSettings>()).SiteName);
        var unpacked = Path.Combine(site.Folder, "unpacked");
        Assert.True(!Directory.Exists(unpacked) || !Directory.EnumerateFileSystemEntries(unpacked).Any());
    }

    private static string Zip(TestSite site, params (string Name, string Text)[] files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return site.File($"{Guid.NewGuid():N}.zip", bytes.ToArray());
    }
}
