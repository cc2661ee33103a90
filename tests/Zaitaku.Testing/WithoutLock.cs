using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Zaitaku.Testing;

/// <summary>
/// Takes away the lock that every write takes on PostgreSQL before it reads, and lets two writers read before the first of them writes: for controls
/// of tests about two who do the same at once. SQLite has one writer at a time and nothing to take away.
/// </summary>
public sealed class WithoutLock : DbCommandInterceptor, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private readonly Barrier bothHaveRead = new(2);
    private readonly HashSet<DbTransaction> met = [];

    /// <summary>False while a test prepares, and for the lock's own part of it.</summary>
    public bool IsOn
    {
        get;
        set
        {
            field = value;
            // The driver uses the object of a transaction again for a later one.
            lock (met) met.Clear();
        }
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (!IsOn) return ValueTask.FromResult(result);
        if (command.CommandText.Contains("pg_advisory_xact_lock", StringComparison.Ordinal)) return ValueTask.FromResult(InterceptionResult<int>.SuppressWithResult(0));
        Meet(command.Transaction);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (IsOn && !command.CommandText.TrimStart().StartsWith("SELECT", StringComparison.OrdinalIgnoreCase)) Meet(command.Transaction);
        return ValueTask.FromResult(result);
    }

    public void Dispose() => bothHaveRead.Dispose();

    /// <summary>At the first thing that a transaction writes.</summary>
    private void Meet(DbTransaction? transaction)
    {
        if (transaction is null) return;
        lock (met)
        {
            if (!met.Add(transaction)) return;
        }

        bothHaveRead.SignalAndWait(Patience);
    }
}
