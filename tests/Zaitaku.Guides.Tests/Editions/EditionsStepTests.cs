using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zaitaku.Cms.Recipes.Packages;
using Zaitaku.Guides.Editions;

namespace Zaitaku.Guides.Tests.Editions;

public sealed class EditionsStepTests
{
    private const string First = """{ "BookId": "4book000000000000000000000", "Number": 1, "Name": "第1版", "Note": "はじめての版です。", "Day": "2026-11-01" """;

    [Theory, EachEngine]
    public async Task An_edition_without_texts_holds_what_the_site_has_published(Engine engine)
    {
        await using var site = await BookSite.OpenAsync(engine);
        var recipe = site.Site.Recipe("editions", Step(First + "}"));
        await site.Site.ApplyAsync(recipe);
        await site.PublishAsync(BookSite.One, "Chapter", "一の章", "一の新しい文です。");
        Assert.True((await site.Site.ApplyAsync(recipe)).ChangesNothing);
        Assert.Single((await site.SinceAsync(1)).Texts);
    }

    [Theory, EachEngine]
    public async Task Editions_travel_with_the_site(Engine engine)
    {
        await using var site = await BookSite.OpenAsync(engine);
        Assert.Empty(await site.CloseAsync("第1版"));
        Assert.Null(await site.ReopenAsync(1));
        await site.PublishAsync(BookSite.One, "Chapter", "一の章", "一の新しい文です。");
        Assert.Empty(await site.CloseAsync("第2版", "**大切**なところを直しました。"));
        await site.PublishAsync(BookSite.Two, "Chapter", "二の章", "二の新しい文です。");
        await using var other = await BookSite.OpenEmptyAsync(engine);
        var file = other.File("Recipe.json", await ExportAsync(site.Site));
        Assert.Empty((await other.ApplyAsync(file)).Problems);
        Assert.Equal(await RowsAsync(site.Site), await RowsAsync(other));
        Assert.True((await other.ApplyAsync(file)).ChangesNothing);
    }

    [Theory]
    [InlineData("""{ "name": "Editions" }""")]
    [InlineData("""{ "name": "Editions", "Editions": [ {} ] }""")]
    [InlineData("""{ "name": "Editions", "Editions": [ { "BookId": "4book000000000000000000000", "Number": 0, "Name": "a", "Note": "b", "Day": "2026-11-01" } ] }""")]
    [InlineData("""{ "name": "Editions", "Editions": [ { "BookId": "4book000000000000000000000", "Number": 1, "Name": "a", "Note": "b", "Day": "2026-13-01" } ] }""")]
    [InlineData("""{ "name": "Editions", "Editions": [ { "BookId": "4nothing000000000000000000", "Number": 1, "Name": "a", "Note": "b", "Day": "2026-11-01" } ] }""")]
    [InlineData("""{ "name": "Editions", "Editions": [ { "BookId": "4book000000000000000000000", "Number": 1, "Name": "a", "Note": "b", "Day": "2026-11-01", "Texts": [ { "ContentItemId": "4chapter100000000000000000", "ContentItemVersionId": "nowhere", "Order": 0, "Culture": "ja" } ] } ] }""")]
    [InlineData("""{ "name": "Editions", "Editions": [ { "BookId": "4book000000000000000000000", "Number": 1, "Name": "a", "Note": "b", "Day": "2026-11-01", "ClosedUtc": "yesterday" } ] }""")]
    public async Task What_cannot_be_is_refused_and_leaves_nothing(string step)
    {
        await using var site = await BookSite.OpenAsync(Engine.Sqlite);
        Assert.NotEmpty((await site.Site.ApplyAsync(site.Site.Recipe("editions", step))).Problems);
        Assert.Empty(await site.EditionsAsync());
    }

    [Fact]
    public async Task What_an_edition_holds_is_not_changed_by_a_recipe()
    {
        await using var site = await BookSite.OpenAsync(Engine.Sqlite);
        Assert.Empty(await site.CloseAsync("第1版"));
        var version = await site.PublishAsync(BookSite.One, "Chapter", "一の章", "一の新しい文です。");
        var texts = $$""", "Texts": [ { "ContentItemId": "{{BookSite.One}}", "ContentItemVersionId": "{{version}}", "Order": 0, "Culture": "ja" } ] }""";
        Assert.NotEmpty((await site.Site.ApplyAsync(site.Site.Recipe("editions", Step(First + texts)))).Problems);
        Assert.Single((await site.SinceAsync(1)).Texts);
    }

    private static string Step(string edition) => $$"""{ "name": "Editions", "Editions": [ {{edition}} ] }""";

    private static Task<string> ExportAsync(TestSite site) => site.InScopeAsync(async scope =>
    {
        using var bytes = new MemoryStream();
        await scope.GetRequiredService<SiteExport>().WriteAsync(bytes);
        await using var zip = new ZipArchive(bytes);
        using var reader = new StreamReader(await zip.GetEntry(SiteExport.RecipeName)!.OpenAsync());
        return await reader.ReadToEndAsync();
    });

    private static async Task<string> RowsAsync(TestSite site) => System.Text.Json.JsonSerializer.Serialize(new
    {
        Editions = await site.ReadAsync(db => db.Set<BookEdition>().OrderBy(e => e.Number).ToListAsync()),
        Texts = await site.ReadAsync(db => db.Set<EditionText>().OrderBy(t => t.Number).ThenBy(t => t.ContentItemId).ToListAsync()),
    });
}
