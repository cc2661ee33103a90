using Zaitaku.Cms.Data;

namespace Zaitaku.Search.Index;

public static class SearchEngines
{
    public static ISearchEngine For(SiteDb db) => db.IsSqlite ? new SqliteEngine(db) : new PostgresEngine(db);
}
