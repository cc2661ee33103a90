using Zaitaku.Cms.Content;

namespace Zaitaku.Admin.Editing;

/// <summary>
/// Changes one thing in what readers have of an item and in the draft that editors may have beside it: each gets a version of its own, and the draft
/// stays a draft. Inside a running write; whoever calls has to undo all of it when there are problems.
/// </summary>
public sealed class BothVersions(ContentStore store, ContentDesk desk)
{
    /// <param name="act">As the record names it.</param>
    /// <returns>Why not, or nothing.</returns>
    public async Task<IReadOnlyList<ContentProblem>> ChangeAsync(string id, Action<ContentItem> change, string act, string comment, CancellationToken cancel)
    {
        if (await store.LatestAsync(id, cancel) is not { } latest) return [new("", AdminText.NotThere)];
        var draft = latest.Published ? null : latest.Copy();
        var live = latest.Published ? latest.Copy() : await store.PublishedAsync(id, cancel);
        if (live is not null && await SaveAsync(live, publish: true) is { Count: > 0 } problems) return problems;
        return draft is null ? [] : await SaveAsync(draft, publish: false);

        async Task<IReadOnlyList<ContentProblem>> SaveAsync(ContentItem text, bool publish)
        {
            // The next version goes on from the last one, whatever that says.
            var next = (await store.LatestAsync(id, cancel))!;
            (next.Data, next.DisplayText) = (text.Data, text.DisplayText);
            change(next);
            var refusals = await store.SaveVersionAsync(next, publish, cancel);
            if (refusals.Count == 0) await desk.NoteAsync(act, next, cancel, comment);
            return refusals;
        }
    }
}
