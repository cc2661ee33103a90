using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;

namespace Zaitaku.Site.Tests.Workplace;

/// <summary>Content for tests of the workplace, and what became of it.</summary>
internal static partial class WorkplaceContent
{
    /// <summary>Publishes a page of this test's own.</summary>
    /// <returns>Its id.</returns>
    public static async Task<string> PublishPageAsync(this RunningSite site, string path, string body = "はじめの段落です。\n\n次の段落です。", string more = "")
    {
        await using var scope = site.Services.CreateAsyncScope();
        var item = ContentItemConverter.Read(ContentJson.ParseObject(
            $$"""{ "ContentType": "Page", "TitlePart": { "Title": "{{path}}の題" }, "AutoroutePart": { "Path": "{{path}}" }, "MarkdownBodyPart": { "Markdown": {{System.Text.Json.JsonSerializer.Serialize(body)}} }{{more}} }"""));
        Assert.Empty(await scope.ServiceProvider.GetRequiredService<ContentStore>().PublishAsync(item));
        return item.ContentItemId;
    }

    /// <summary>The versions of an item, oldest first.</summary>
    public static async Task<List<ContentItem>> VersionsAsync(this RunningSite site, string id)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SiteDb>().Content.IgnoreQueryFilters().AsNoTracking().Where(i => i.ContentItemId == id).OrderBy(i => i.Id).ToListAsync();
    }

    public static async Task<ContentItem> LatestAsync(this RunningSite site, string id) => (await site.VersionsAsync(id)).Single(v => v.Latest);

    public static async Task<TResult> InScopeAsync<TResult>(this RunningSite site, Func<IServiceProvider, Task<TResult>> run)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await run(scope.ServiceProvider);
    }

    [GeneratedRegex("/preview/[^\"]+")]
    public static partial Regex PreviewPath();
}
