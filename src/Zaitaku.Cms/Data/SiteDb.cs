using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Caching;
using Zaitaku.Cms.Content;

namespace Zaitaku.Cms.Data;

/// <summary>
/// The site's one database. Modules contribute their tables; what a viewer may not see is filtered here, for every query of every page.
/// </summary>
public sealed class SiteDb(DbContextOptions<SiteDb> options, IEnumerable<ITableMap> tables, Viewer viewer, SiteCache cache) : DbContext(options)
{
    /// <summary>Serialises content writes between PostgreSQL nodes; SQLite's single writer does it there.</summary>
    private const long ContentWriteLock = 0x5A41_4954_414B_5501;

    /// <summary>A write that touches more than this is told to others as one eviction of everything.</summary>
    private const int ManyTags = 64;

    private readonly List<Func<CancellationToken, Task>> beforeCommit = [];
    private readonly List<Action> afterCommit = [];
    private readonly HashSet<string> stale = [];
    private bool refused;

    /// <summary>Versions of content that this viewer may see.</summary>
    public DbSet<ContentItem> Content => Set<ContentItem>();

    /// <summary>What <see cref="AudienceFilter"/> goes by.</summary>
    internal Audience ViewerAudience => viewer.Audience;

    /// <inheritdoc cref="ViewerAudience"/>
    internal bool ViewerSeesDrafts => viewer.SeesDrafts;

    /// <summary>Names the tables of this database: another set of modules has another model.</summary>
    public string TableSet => string.Join(',', tables.Select(table => table.GetType().FullName));

    public bool IsSqlite => Database.ProviderName == "Microsoft.EntityFrameworkCore.Sqlite";

    /// <summary>
    /// Runs a write in one transaction, taking the write lock before anything is read. Inside another write it joins that one.
    /// An exception leaves nothing behind.
    /// </summary>
    public Task<TResult> WriteAsync<TResult>(Func<Task<TResult>> write, CancellationToken cancel = default) => WriteAsync(write, static _ => true, cancel);

    /// <summary>
    /// The same for a write that may be refused when it is already under way: nothing stays of it when <paramref name="keep"/> says no to its
    /// result. Inside another write it is that whole write which cannot be kept, and which has to say so itself.
    /// </summary>
    public async Task<TResult> WriteAsync<TResult>(Func<Task<TResult>> write, Func<TResult, bool> keep, CancellationToken cancel = default)
    {
        if (Database.CurrentTransaction is not null) return Note(await write(), keep);
        try
        {
            // Microsoft.Data.Sqlite begins with BEGIN IMMEDIATE: the write lock is held before the first read.
            await using var transaction = await Database.BeginTransactionAsync(cancel);
            if (!IsSqlite) await Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({ContentWriteLock})", cancel);
            var result = await write();
            if (!keep(result)) return result;
            if (refused) throw new InvalidOperationException("A write inside this one was refused; this one cannot be kept.");
            foreach (var last in beforeCommit) await last(cancel);
            AddRange((stale.Count > ManyTags ? [PageTag.Anything] : stale).Select(tag => new Eviction { Node = SiteCache.Node, Tag = tag }));
            await SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            foreach (var tag in stale) cache.Evict(tag);
            foreach (var action in afterCommit) action();
            return result;
        }
        finally
        {
            refused = false;
            beforeCommit.Clear();
            afterCommit.Clear();
            stale.Clear();
            ChangeTracker.Clear();
        }
    }

    /// <summary>
    /// Runs a write of which nothing is kept, so that it can be looked at from within. On PostgreSQL it takes no lock that other writers wait for, but
    /// those of its rows; on SQLite, which has one writer, nobody else writes while it lasts.
    /// </summary>
    public async Task RehearseAsync(Func<Task> write, CancellationToken cancel = default)
    {
        try
        {
            await using var transaction = await Database.BeginTransactionAsync(cancel);
            await write();
        }
        finally
        {
            refused = false;
            beforeCommit.Clear();
            afterCommit.Clear();
            stale.Clear();
            ChangeTracker.Clear();
        }
    }

    private TResult Note<TResult>(TResult result, Func<TResult, bool> keep)
    {
        refused |= !keep(result);
        return result;
    }

    /// <summary>Says that what was made from this is stale once the running write is durable, here and in every process on this database.</summary>
    public void Evict(string tag) => stale.Add(tag);

    /// <summary>Something to do at the end of the running write and within it, when all else has been written and the write is to be kept.</summary>
    internal void BeforeCommit(Func<CancellationToken, Task> act) => beforeCommit.Add(act);

    /// <summary>Something to do once the running write is durable, such as waking a worker. Forgotten when the write fails.</summary>
    public void AfterCommit(Action action) => afterCommit.Add(action);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<ContentItem>(item =>
        {
            item.ToTable("ContentItem");
            item.Property(i => i.ContentItemId).HasMaxLength(26);
            item.Property(i => i.ContentItemVersionId).HasMaxLength(26);
            item.Property(i => i.ContentType).HasMaxLength(255);
            item.Property(i => i.Revision).IsConcurrencyToken();
            item.Property(i => i.Data).HasConversion(BagConverter.Instance, BagConverter.Comparer);
            item.HasIndex(i => i.ContentItemVersionId).IsUnique();
            item.HasIndex(i => i.ContentItemId, "IX_ContentItem_ContentItemId");
            // Of a long history the latest or the published version is nearly always meant: these hold no other. SQLite goes by them only where a
            // question has one of the two, or both in this order.
            item.HasIndex(i => i.ContentItemId, "IX_ContentItem_ContentItemId_Current").HasFilter("\"Latest\" OR \"Published\"");
            item.HasIndex(i => i.ContentType, "IX_ContentItem_ContentType_Current").HasFilter("\"Latest\" OR \"Published\"");
        });
        foreach (var table in tables) table.Map(modelBuilder);
        // The compiled model is written down without, and has it put on when it is loaded.
        if (!EF.IsDesignTime) AudienceFilter.Put(modelBuilder.Model);
    }

    /// <summary>Times are text in both engines, to the tick: PostgreSQL's own type would round Orchard's seventh digit away.</summary>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcTextConverter>().HaveMaxLength(28);

    /// <summary>Public for the compiled model.</summary>
    public sealed class UtcTextConverter() : ValueConverter<DateTime, string>(
        time => time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture),
        text => DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind));
}
