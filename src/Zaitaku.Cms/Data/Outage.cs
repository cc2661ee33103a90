using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Zaitaku.Cms.Data;

/// <summary>Tells a database that is away for the moment from a mistake of ours: the one is waited for, the other is mended.</summary>
public static class Outage
{
    private const int SqliteBusy = 5;
    private const int SqliteLocked = 6;

    /// <summary>Whether this, or what caused it, says that the database cannot be reached, is shutting down or has no room for one more.</summary>
    public static bool Is(Exception mishap)
    {
        for (Exception? cause = mishap; cause is not null; cause = cause.InnerException)
        {
            if (cause is DbException failure && Is(failure)) return true;
        }

        return false;
    }

    private static bool Is(DbException failure) => failure switch
    {
        // 08: connection, 53: resources, 57P: shutting down or starting.
        PostgresException answer => answer.SqlState.StartsWith("08", StringComparison.Ordinal) || answer.SqlState.StartsWith("53", StringComparison.Ordinal) ||
            answer.SqlState.StartsWith("57P", StringComparison.Ordinal),
        NpgsqlException broken => broken.IsTransient,
        SqliteException sqlite => sqlite.SqliteErrorCode is SqliteBusy or SqliteLocked,
        _ => false,
    };
}
