using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Caching;
using Zaitaku.Cms.Data;
using Zaitaku.Testing;

namespace Zaitaku.Site.Tests.Migrations;

/// <summary>
/// The SQL scripts and the model are written twice; here they are held side by side. The search's words stand in tables that no model describes.
/// </summary>
public sealed class SchemaTests
{
    private const string SqliteObjects = "SELECT type || ' ' || name || ': ' || sql AS \"Value\" FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' AND name <> 'SchemaVersion' AND name NOT LIKE 'SearchText%' AND name <> 'SearchVocabulary' ORDER BY 1";

    private const string PostgresObjects = """
        SELECT table_name || '.' || column_name || ' ' || ordinal_position || ': ' || data_type || ' ' || COALESCE(character_maximum_length, 0) || ' ' || is_nullable ||
               ' ' || is_identity || ' ' || COALESCE(column_default, '') AS "Value"
        FROM information_schema.columns WHERE table_schema = 'public' AND table_name NOT IN ('SchemaVersion', 'SearchText')
        UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename NOT IN ('SchemaVersion', 'SearchText')
        UNION ALL SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
        WHERE connamespace = 'public'::regnamespace AND conrelid::regclass::text NOT IN ('"SchemaVersion"', '"SearchText"') ORDER BY 1
        """;

    [Theory, EachEngine]
    public async Task The_scripts_make_the_models_schema(Engine engine)
    {
        await using var site = await RunningSite.StartAsync(engine, new Dictionary<string, string> { ["Zaitaku:SetupRecipe"] = "" });
        await using var scope = site.Services.CreateAsyncScope();
        var scripted = await ObjectsAsync(scope.ServiceProvider.GetRequiredService<SiteDb>());

        var folder = Directory.CreateTempSubdirectory("zaitaku-schema-");
        await using var database = new TestDatabase(engine, folder.FullName);
        await database.CreateAsync();
        var options = new DbContextOptionsBuilder<SiteDb>();
        database.Configure(options);
        await using var model = new SiteDb(options.Options, scope.ServiceProvider.GetServices<ITableMap>(), Viewer.Site, new SiteCache());
        await model.Database.EnsureCreatedAsync();

        Assert.True(scripted.Count > 15);
        Assert.Equal(await ObjectsAsync(model), scripted);
    }

    private static async Task<List<string>> ObjectsAsync(SiteDb db)
    {
        var objects = await (db.IsSqlite ? db.Database.SqlQueryRaw<string>(SqliteObjects) : db.Database.SqlQueryRaw<string>(PostgresObjects)).ToListAsync();
        return objects.ConvertAll(made => string.Join(' ', made.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
    }
}
