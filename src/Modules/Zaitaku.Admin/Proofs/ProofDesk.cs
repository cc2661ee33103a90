using Zaitaku.Cms.Content;
using Zaitaku.Cms.Editing;

namespace Zaitaku.Admin.Proofs;

/// <summary>What the checks before publication say of an item, and the mending that needs no person.</summary>
public sealed class ProofDesk(IEnumerable<PublicationCheck> checks)
{
    /// <summary>A text is mended in this many rounds at most: one mending may uncover another.</summary>
    private const int MaxRounds = 3;

    public async Task<ProofView> ReadAsync(ContentItem item, CancellationToken cancel) => new(await AllAsync(check => check.ReadAsync(item, cancel)));

    /// <summary>What would suffer if readers could no longer reach the item.</summary>
    public async Task<ProofView> BeforeTakingDownAsync(ContentItem item, CancellationToken cancel) =>
        new(await AllAsync(check => check.BeforeTakingDownAsync(item, cancel))) { TakesDown = true };

    /// <summary>Mends in the form what can be mended without harm.</summary>
    /// <param name="take">Takes the form into the item anew.</param>
    /// <returns>How many places were mended.</returns>
    public async Task<int> MendAsync(PostedForm form, Func<Task<ContentItem>> take, CancellationToken cancel)
    {
        var mended = 0;
        for (var round = 0; round < MaxRounds; round++)
        {
            var due = (await ReadAsync(await take(), cancel)).Remarks.Where(remark => remark.Fix is not null).GroupBy(remark => remark.Path).ToList();
            var count = due.Sum(text => Mend(form, text.Key, [.. text]));
            mended += count;
            if (count == 0) break;
        }

        return mended;
    }

    /// <summary>From the end of the text to its beginning, so that places stay where they are; of two that overlap, the later one waits.</summary>
    private static int Mend(PostedForm form, string name, IReadOnlyList<Remark> remarks)
    {
        if (form.Value(name) is not { } text) return 0;
        var (count, before) = (0, int.MaxValue);
        foreach (var remark in remarks.OrderByDescending(remark => remark.Start))
        {
            if (remark.Start + remark.Length > Math.Min(before, text.Length)) continue;
            text = text.Remove(remark.Start, remark.Length).Insert(remark.Start, remark.Fix!);
            (count, before) = (count + 1, remark.Start);
        }

        form.Put(name, text);
        return count;
    }

    private async Task<IReadOnlyList<Remark>> AllAsync(Func<PublicationCheck, Task<IReadOnlyList<Remark>>> read)
    {
        var remarks = new List<Remark>();
        foreach (var check in checks) remarks.AddRange(await read(check));
        return [.. remarks.OrderByDescending(remark => remark.Level).ThenBy(remark => remark.Path, StringComparer.Ordinal).ThenBy(remark => remark.Start)];
    }
}

/// <summary>What was found, for the panel beside the editor.</summary>
public sealed record ProofView(IReadOnlyList<Remark> Remarks)
{
    public int Errors => Remarks.Count(remark => remark.Level == RemarkLevel.Error);

    public int Mendable => Remarks.Count(remark => remark.Fix is not null);

    /// <summary>Whether it is about taking the page down.</summary>
    public bool TakesDown { get; init; }

    /// <summary>Whether approvers decide on errors, and not whoever edits.</summary>
    public bool NeedsApproval { get; init; }

    /// <summary>How many places have just been mended; null when none were asked for.</summary>
    public int? Mended { get; init; }
}
