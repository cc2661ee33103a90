using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Caching;
using Zaitaku.Cms.Data;
using Zaitaku.Testing;

namespace Zaitaku.Site.Tests.Model;

/// <summary>The model the site runs on is the one its maps make. When it is not: <c>bin/model</c>.</summary>
public sealed class CompiledModelTests
{
    [Theory, EachEngine]
    public async Task The_compiled_model_is_the_one_the_maps_make(Engine engine)
    {
        await using var site = await RunningSite.StartAsync(engine, new Dictionary<string, string> { ["Zaitaku:SetupRecipe"] = "" });
        await using var scope = site.Services.CreateAsyncScope();
        var compiled = scope.ServiceProvider.GetRequiredService<SiteDb>().Model;
        await using var database = new TestDatabase(engine, Path.GetTempPath());
        var options = new DbContextOptionsBuilder<SiteDb>();
        database.Configure(options);
        await using var db = new SiteDb(options.Options, scope.ServiceProvider.GetServices<ITableMap>(), Viewer.Site, new SiteCache());

        Assert.Equal("ZaitakuSite.Model", compiled.GetType().Namespace?[.."ZaitakuSite.Model".Length]);
        Assert.Equal(Text(db.Model), Text(compiled));
    }

    [Theory, EachEngine]
    public async Task Every_table_for_some_is_under_the_viewers_filter(Engine engine)
    {
        await using var site = await RunningSite.StartAsync(engine, new Dictionary<string, string> { ["Zaitaku:SetupRecipe"] = "" });
        await using var scope = site.Services.CreateAsyncScope();
        var tables = scope.ServiceProvider.GetRequiredService<SiteDb>().Model.GetEntityTypes().ToList();
        var filtered = tables.Where(table => table.GetDeclaredQueryFilters().Count > 0).ToList();

        Assert.True(filtered.Count > 8);
        Assert.Equal(tables.Where(table => table.FindProperty(nameof(IForAudience.Audience)) is not null), filtered);
    }

    private static string Text(IModel model) => string.Join('\n', model.GetEntityTypes().OrderBy(table => table.Name, StringComparer.Ordinal).Select(table =>
        table.ToDebugString(MetadataDebugStringOptions.LongDefault) + string.Concat(table.GetDeclaredQueryFilters().Select(filter => $"\n    Filter: {filter.Expression}"))));
}
