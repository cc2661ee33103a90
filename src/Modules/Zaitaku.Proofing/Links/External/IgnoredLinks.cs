using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.AuditTrail;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;

namespace Zaitaku.Proofing.Links.External;

/// <summary>The addresses of which nobody wants to hear, each with the reason. Both acts are written down.</summary>
public sealed class IgnoredLinks(SiteDb db, AuditTrail audit, Actor actor, TimeProvider clock)
{
    private const int MaxMemo = 400;

    public Task<List<IgnoredLink>> AllAsync(CancellationToken cancel = default) => db.Set<IgnoredLink>().AsNoTracking().OrderBy(link => link.Url).ToListAsync(cancel);

    /// <returns>What is wrong with it, or nothing.</returns>
    public async Task<IReadOnlyList<ContentProblem>> AddAsync(string? url, bool isPrefix, string? memo, CancellationToken cancel = default)
    {
        ContentProblem[] problems = [.. ProblemsOf((url ?? "").Trim(), (memo ?? "").Trim())];
        if (problems.Length > 0) return problems;
        return await db.WriteAsync<IReadOnlyList<ContentProblem>>(async () =>
        {
            db.Add(new IgnoredLink { Url = url!.Trim(), IsPrefix = isPrefix, Memo = memo!.Trim(), CreatedUtc = clock.GetUtcNow().UtcDateTime, UserName = actor.UserName });
            await db.SaveChangesAsync(cancel);
            await NoteAsync("LinkIgnored", url.Trim(), memo.Trim(), cancel);
            return [];
        }, cancel);
    }

    /// <returns>Whether there was one.</returns>
    public Task<bool> RemoveAsync(long id, CancellationToken cancel = default) => db.WriteAsync(async () =>
    {
        if (await db.Set<IgnoredLink>().FindAsync([id], cancel) is not { } link) return false;
        db.Remove(link);
        await db.SaveChangesAsync(cancel);
        await NoteAsync("LinkHeeded", link.Url, link.Memo, cancel);
        return true;
    }, cancel);

    /// <summary>A beginning must at least name a host, or every link would be covered.</summary>
    private static IEnumerable<ContentProblem> ProblemsOf(string url, string memo)
    {
        if (url.Length > ExternalLink.MaxUrl || !Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") || !address.Host.Contains('.', StringComparison.Ordinal))
        {
            yield return new("Url", ProofingText.IgnoredUrlWrong);
        }

        if (memo.Length is 0 or > MaxMemo) yield return new("Memo", ProofingText.MemoMissing(MaxMemo));
    }

    private Task NoteAsync(string act, string url, string memo, CancellationToken cancel) => audit.NoteAsync("Links", act, url[..Math.Min(url.Length, 400)], comment: memo, cancel: cancel);
}
