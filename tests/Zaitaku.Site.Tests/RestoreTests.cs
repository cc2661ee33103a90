using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Settings;
using Zaitaku.Testing;

namespace Zaitaku.Site.Tests;

public sealed class RestoreTests
{
    [Theory, EachEngine]
    public async Task A_backup_brings_the_site_back_and_keeps_what_was_there(Engine engine)
    {
        await using var site = await RunningSite.StartAsync(engine);
        var before = await SiteNameAsync(site);
        var file = await InScopeAsync(site, services => services.GetRequiredService<DatabaseBackup>().TakeAsync(services.GetRequiredService<SiteDb>()));
        await RenameAsync(site, "後の名前");

        var outcome = await RestoreAsync(site, file);

        Assert.Null(outcome.Refusal);
        Assert.Equal(before, await SiteNameAsync(site));
        Assert.Null((await RestoreAsync(site, outcome.Kept!)).Refusal);
        Assert.Equal("後の名前", await SiteNameAsync(site));
    }

    [Theory, EachEngine]
    public async Task What_is_no_backup_of_this_site_changes_nothing(Engine engine)
    {
        await using var site = await RunningSite.StartAsync(engine);
        var before = await SiteNameAsync(site);
        var wrong = Path.Combine(site.Folder, "wrong.db");
        Assert.Contains("がありません", (await RestoreAsync(site, wrong)).Refusal, StringComparison.Ordinal);
        await File.WriteAllTextAsync(wrong, "no database at all, but long enough to have a header");
        Assert.Contains("壊れています", (await RestoreAsync(site, wrong)).Refusal, StringComparison.Ordinal);
        Assert.Equal(before, await SiteNameAsync(site));
    }

    [Theory, EachEngine]
    public async Task A_backup_of_a_newer_program_is_refused(Engine engine)
    {
        await using var site = await RunningSite.StartAsync(engine);
        await ExecuteAsync(site, """INSERT INTO "SchemaVersion" ("Number", "Name") VALUES (9000, 'later')""");
        var file = await InScopeAsync(site, services => services.GetRequiredService<DatabaseBackup>().TakeAsync(services.GetRequiredService<SiteDb>()));
        await ExecuteAsync(site, """DELETE FROM "SchemaVersion" WHERE "Number" = 9000""");
        Assert.Contains("9000", (await RestoreAsync(site, file)).Refusal, StringComparison.Ordinal);
    }

    private static Task<RestoreOutcome> RestoreAsync(RunningSite site, string file) => InScopeAsync(site, services => services.GetRequiredService<DatabaseRestore>().RunAsync(file));

    private static Task<string?> SiteNameAsync(RunningSite site) =>
        InScopeAsync(site, async services => (await SiteDocuments.LoadAsync<SiteSettings>(services.GetRequiredService<SiteDb>())).SiteName);

    private static Task<bool> RenameAsync(RunningSite site, string name) => InScopeAsync(site, services =>
    {
        var db = services.GetRequiredService<SiteDb>();
        return db.WriteAsync(async () =>
        {
            var settings = await SiteDocuments.LoadAsync<SiteSettings>(db);
            settings.SiteName = name;
            return await SiteDocuments.PutAsync(db, settings);
        });
    });

    private static Task<int> ExecuteAsync(RunningSite site, string sql) => InScopeAsync(site, services => services.GetRequiredService<SiteDb>().Database.ExecuteSqlRawAsync(sql));

    private static async Task<TResult> InScopeAsync<TResult>(RunningSite site, Func<IServiceProvider, Task<TResult>> run)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await run(scope.ServiceProvider);
    }
}
