using Zaitaku.Admin.Freshness;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Definitions;
using Zaitaku.Cms.Editing;
using Zaitaku.Cms.Parts;

namespace Zaitaku.Admin.Editing;

/// <summary>How a save ended.</summary>
/// <param name="Item">The item with the form taken into it.</param>
/// <param name="Theirs">What someone else has saved since the editor began; null when nobody has.</param>
public sealed record SaveOutcome(ContentItem Item, IReadOnlyList<ContentProblem> Problems, ContentItem? Theirs = null);

/// <summary>Takes forms into items and saves them, unless someone else has saved meanwhile.</summary>
public sealed class EditDesk(ContentDesk desk, ReviewDesk reviews, SiteDocuments documents, EditableElements elements, TimeProvider clock)
{
    /// <summary>A form of an item: its definitions, what was typed and what is wrong with it.</summary>
    public async Task<EditContext> ContextAsync(PostedForm? form, IReadOnlyList<ContentProblem> problems, CancellationToken cancel) =>
        new(await documents.GetAsync<ContentDefinitions>(cancel), elements, form, problems);

    /// <summary>The item with the form taken into it, unsaved, as a page that is drawn again shows it.</summary>
    public async Task<SaveOutcome> TakeAsync(ContentItem item, PostedForm form, CancellationToken cancel)
    {
        var definitions = await documents.GetAsync<ContentDefinitions>(cancel);
        var reviewBy = item.Get<ReviewPart>()?.ReviewBy;
        var problems = new ItemForm(definitions, elements).Take(item, form).Concat(Schedule(item, form)).ToList();
        reviews.Take(item, reviewBy, form, definitions);
        return new(item, problems);
    }

    /// <summary>Saves what the form says over the version the editor began from.</summary>
    /// <param name="current">The version editors would go on from now.</param>
    /// <param name="baseVersionId">The version the editor began from.</param>
    public async Task<SaveOutcome> SaveAsync(ContentItem current, string baseVersionId, PostedForm form, bool publish, CancellationToken cancel, bool overErrors = false)
    {
        if (current.ContentItemVersionId != baseVersionId)
        {
            var begun = await desk.VersionAsync(current.ContentItemId, baseVersionId, cancel) ?? current;
            return (await TakeAsync(begun, form, cancel)) with { Theirs = current };
        }

        var taken = await TakeAsync(current, form, cancel);
        if (taken.Problems.Count > 0) return taken;
        var problems = await desk.SaveAsync(taken.Item, publish, cancel, overErrors);
        // Someone was faster by less than this request took.
        if (problems.Any(p => p.Message == ContentText.ChangedMeanwhile) && await desk.LatestAsync(current.ContentItemId, cancel) is { } theirs) return taken with { Theirs = theirs };
        return taken with { Problems = problems };
    }

    /// <summary>The times at which the draft is to be published and taken down. They may be given to any type.</summary>
    private List<ContentProblem> Schedule(ContentItem item, PostedForm form)
    {
        var problems = new List<ContentProblem>();
        var publish = Take(item, form, nameof(PublishLaterPart), nameof(PublishLaterPart.ScheduledPublishUtc), problems);
        var archive = Take(item, form, nameof(ArchiveLaterPart), nameof(ArchiveLaterPart.ScheduledArchiveUtc), problems);
        var now = clock.GetUtcNow().UtcDateTime;
        if (publish?.Changed == true && publish.Value.At <= now) problems.Add(new("PublishLaterPart.ScheduledPublishUtc", AdminText.StartIsPast));
        if (archive?.Changed == true && archive.Value.At <= now) problems.Add(new("ArchiveLaterPart.ScheduledArchiveUtc", AdminText.EndIsPast));
        if (publish?.At >= archive?.At) problems.Add(new("ArchiveLaterPart.ScheduledArchiveUtc", AdminText.EndBeforeStart));
        return problems;
    }

    private static (DateTime? At, bool Changed)? Take(ContentItem item, PostedForm form, string part, string property, List<ContentProblem> problems)
    {
        var bag = item.Data[part] as System.Text.Json.Nodes.JsonObject ?? [];
        var before = bag[property]?.ToString();
        if (new MomentProperty(property).Take(form, $"{part}.{property}", bag) is { } complaint) problems.Add(new($"{part}.{property}", complaint));
        if (bag.Count == 0) item.Data.Remove(part);
        else if (bag.Parent is null) item.Data[part] = bag;
        return (Moments.Of(bag[property]), bag[property]?.ToString() != before && bag[property] is not null);
    }
}
