using Zaitaku.Cms.Access;
using Zaitaku.Cms.Content;

namespace Zaitaku.Admin.Editing;

/// <summary>What became of an act on many items.</summary>
public sealed record BulkOutcome(int Done, IReadOnlyList<ContentProblem> Problems);

/// <summary>Does one thing to many items, each for itself: one that is refused holds up no other.</summary>
public sealed class BulkDesk(ContentDesk desk, TrashCan trash)
{
    /// <summary>What the act needs, or null when there is no such act.</summary>
    public static Permission? PermissionFor(string? verb) => verb switch
    {
        "publish" or "unpublish" => CmsPermissions.PublishContent,
        "trash" => CmsPermissions.DeleteContent,
        _ => null,
    };

    public async Task<BulkOutcome> DoAsync(string verb, IReadOnlyList<string> ids, CancellationToken cancel)
    {
        if (ids.Count == 0) return new(0, [new("", AdminText.ChooseSome)]);
        var (done, problems) = (0, new List<ContentProblem>());
        foreach (var id in ids)
        {
            var refusals = await DoAsync(verb, id, cancel);
            if (refusals.Count == 0) done++;
            else problems.Add(new("", AdminText.Refused((await desk.LatestAsync(id, cancel))?.DisplayText ?? id, string.Join(' ', refusals))));
        }

        return new(done, problems);
    }

    private async Task<IReadOnlyList<string>> DoAsync(string verb, string id, CancellationToken cancel) => verb switch
    {
        "publish" => [.. (await desk.PublishAsync(id, cancel)).Select(problem => problem.Message)],
        "unpublish" or "trash" when await desk.ReasonsToStayAsync(id, cancel) is { Count: > 0 } reasons => reasons,
        "unpublish" => await desk.UnpublishAsync(id, cancel) ? [] : [AdminText.NotPublic],
        _ => await trash.PutAsync(id, cancel) is { } why ? [why] : [],
    };
}
