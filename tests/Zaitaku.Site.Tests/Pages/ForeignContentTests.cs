using System.Net;
using Zaitaku.Cms.Recipes;
using Zaitaku.Testing;

namespace Zaitaku.Site.Tests.Pages;

/// <summary>Pages of types that no module here has a page for, as they come from other sites.</summary>
public sealed class ForeignContentTests
{
    private const string Recipe = """
        { "name": "Elsewhere", "steps": [
          { "name": "ContentDefinition", "ContentTypes": [
              { "Name": "Landing", "DisplayName": "入口", "ContentTypePartDefinitionRecords": [
                { "PartName": "TitlePart", "Name": "TitlePart", "Settings": { "ContentTypePartSettings": { "Position": "0" } } }, { "PartName": "AutoroutePart", "Name": "AutoroutePart" },
                { "PartName": "FlowPart", "Name": "FlowPart", "Settings": { "ContentTypePartSettings": { "Position": "2" } } }, { "PartName": "BagPart", "Name": "Services", "Settings": { "ContentTypePartSettings": { "Position": "3" } } },
                { "PartName": "ElsewherePart", "Name": "ElsewherePart" }, { "PartName": "ListPart", "Name": "ListPart", "Settings": { "ContentTypePartSettings": { "Position": "4" } } } ] },
              { "Name": "Text", "ContentTypePartDefinitionRecords": [ { "PartName": "HtmlBodyPart", "Name": "HtmlBodyPart" } ] },
              { "Name": "Card", "ContentTypePartDefinitionRecords": [ { "PartName": "TitlePart", "Name": "TitlePart" }, { "PartName": "Card", "Name": "Card" } ] },
              { "Name": "Empty", "ContentTypePartDefinitionRecords": [ { "PartName": "AutoroutePart", "Name": "AutoroutePart" } ] } ],
            "ContentParts": [ { "Name": "Card", "ContentPartFieldDefinitionRecords": [
                { "FieldName": "TextField", "Name": "Fee", "Settings": { "ContentPartFieldSettings": { "DisplayName": "費用" } } }, { "FieldName": "LinkField", "Name": "More" }, { "FieldName": "LinkField", "Name": "Bad" },
                { "FieldName": "HtmlField", "Name": "Note" }, { "FieldName": "DateField", "Name": "Day" }, { "FieldName": "BooleanField", "Name": "Free" }, { "FieldName": "NumericField", "Name": "Rooms" }, { "FieldName": "MediaField", "Name": "Sheet" } ] } ] },
          { "name": "media", "Files": [ { "TargetPath": "cards/案内.txt", "Base64": "5qGI5YaF" } ] },
          { "name": "Content", "data": [
              { "ContentItemId": "landing", "ContentType": "Landing", "DisplayText": "よそのサイト", "Latest": true, "Published": true, "TitlePart": { "Title": "よそのサイト" }, "AutoroutePart": { "Path": "landing" }, "ElsewherePart": { "X": 1 },
                "FlowPart": { "Widgets": [ { "ContentItemId": "w1", "ContentType": "Text", "HtmlBodyPart": { "Html": "<p>一つ目の文</p><script>alert(1)</script>" } }, { "ContentItemId": "w2", "ContentType": "Text", "HtmlBodyPart": { "Html": "<p>二つ目の文</p>" } },
                                          { "ContentItemId": "w3", "ContentType": "Empty" } ] },
                "Services": { "ContentItems": [ { "ContentItemId": "c1", "ContentType": "Card", "DisplayText": "相談", "TitlePart": { "Title": "相談" }, "Card": { "Fee": { "Text": "無料" }, "More": { "Url": "~/landing/page", "Text": "くわしく" },
                  "Bad": { "Url": "javascript:alert(1)", "Text": "わるいリンク" }, "Note": { "Html": "<p onclick='x()'>かならず<b>予約</b>を</p>" }, "Day": { "Value": "2026-04-01T00:00:00Z" }, "Free": { "Value": true }, "Rooms": { "Value": 3 }, "Sheet": { "Paths": [ "cards/案内.txt" ], "MediaTexts": [ "案内の紙" ] } } } ] } },
              { "ContentItemId": "page", "ContentType": "Empty", "DisplayText": "中のページ", "Latest": true, "Published": true, "AutoroutePart": { "Path": "landing/page" }, "ContainedPart": { "ListContentItemId": "landing", "Order": 0 } },
              { "ContentItemId": "secret", "ContentType": "Empty", "DisplayText": "職員だけのページ", "Latest": true, "Published": true, "AutoroutePart": { "Path": "landing/secret" }, "ContainedPart": { "ListContentItemId": "landing", "Order": 1 }, "AudiencePart": { "Audience": "Staff" } } ] } ] }
        """;

    [Theory, EachEngine]
    public async Task Every_page_answers_with_what_can_be_read_of_it(Engine engine)
    {
        await using var site = await RunningSite.StartAsync(engine, new Dictionary<string, string> { ["Zaitaku:SetupRecipe"] = "" });
        await ApplyAsync(site);
        var page = await site.PageAsync("/landing");
        var main = page.QuerySelector("main")!;
        Assert.Equal("よそのサイト", Assert.Single(main.QuerySelectorAll("h1")).TextContent);
        foreach (var words in new[] { "一つ目の文", "二つ目の文", "費用", "無料", "くわしく", "予約", "令和8年", "はい", "3", "案内の紙", "中のページ" }) Assert.Contains(words, main.TextContent, StringComparison.Ordinal);
        foreach (var words in new[] { "alert", "onclick", "javascript:", "わるいリンク", "職員だけのページ" }) Assert.DoesNotContain(words, main.InnerHtml, StringComparison.Ordinal);
        Assert.Contains(main.QuerySelectorAll("a"), link => link.GetAttribute("href") == "/landing/page");
        using var file = await site.Visitor.GetAsync(main.QuerySelectorAll("a").Single(link => link.TextContent == "案内の紙").GetAttribute("href"));
        Assert.Equal(HttpStatusCode.OK, file.StatusCode);
        Assert.Equal("中のページ", (await site.PageAsync("/landing/page")).QuerySelector("h1")!.TextContent);
    }

    private static async Task ApplyAsync(RunningSite site)
    {
        var path = Path.Combine(site.Folder, "elsewhere.recipe.json");
        await File.WriteAllTextAsync(path, Recipe);
        await using var scope = site.Services.CreateAsyncScope();
        var plan = await scope.ServiceProvider.GetRequiredService<RecipeRunner>().ApplyAsync(path);
        Assert.True(plan.Kept, plan.ToString());
    }
}
