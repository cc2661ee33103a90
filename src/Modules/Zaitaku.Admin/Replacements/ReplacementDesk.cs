using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Zaitaku.Admin.Editing;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Parts;

namespace Zaitaku.Admin.Replacements;

/// <summary>差し替え: a copy of a live item, worked on beside it, that goes into it when its time has come.</summary>
public sealed class ReplacementDesk(SiteDb db, ContentStore store, ContentDesk desk, Actor actor)
{
    /// <summary>What is each version's own and no part of what is merged.</summary>
    private static readonly string[] Own = [nameof(ReplacementPart), nameof(PublishLaterPart), nameof(ContainedPart)];

    /// <summary>The copy of this item that is being worked on, or null.</summary>
    public async Task<ContentItem?> OfAsync(string contentItemId, CancellationToken cancel)
    {
        var id = await db.Set<ReplacementPartIndex>().IgnoreQueryFilters().Where(row => row.Of == contentItemId && row.Latest).Select(row => row.ContentItemId).FirstOrDefaultAsync(cancel);
        return id is null ? null : await desk.LatestAsync(id, cancel);
    }

    /// <summary>Begins a copy of the live item, or finds the one there is.</summary>
    /// <returns>The copy; null when the item is not live.</returns>
    public Task<ContentItem?> BeginAsync(string contentItemId, CancellationToken cancel) => db.WriteAsync(async () =>
    {
        if (await desk.LiveAsync(contentItemId, cancel) is not { } live || live.Get<ReplacementPart>() is not null) return null;
        if (await OfAsync(contentItemId, cancel) is { } known) return known;
        var copy = new ContentItem { ContentType = live.ContentType, DisplayText = live.DisplayText, Owner = actor.UserId, Data = (JsonObject)live.Data.DeepClone() };
        copy.Data.Remove(nameof(PublishLaterPart));
        copy.Set(new ReplacementPart { Of = contentItemId, BaseVersionId = live.ContentItemVersionId });
        if ((await desk.SaveAsync(copy, publish: false, cancel)).Count > 0) return null;
        await desk.NoteAsync(Acts.ReplacementBegun, live, cancel);
        return copy;
    }, copy => copy is not null, cancel);

    /// <summary>
    /// Puts the copy into its live item and publishes it; what was corrected there meanwhile stays, and so does a draft somebody has begun there.
    /// Where both have changed the same, nothing happens and it is said why.
    /// </summary>
    public Task<IReadOnlyList<ContentProblem>> GoInAsync(ContentItem copy, CancellationToken cancel, bool overErrors = false, bool approved = false) => db.WriteAsync<IReadOnlyList<ContentProblem>>(async () =>
    {
        if (await LiveAsync(copy, cancel) is not { } live || await desk.LatestAsync(live.ContentItemId, cancel) is not { } item) return [new("", ReplacementText.NotLive)];
        var merge = JsonMerge.Of(Bare(await BaseAsync(copy, cancel)), Bare(live), Bare(copy));
        if (merge.Conflicts.Count > 0) return [new("", ReplacementText.Conflicts(merge.Conflicts.Count))];
        var draft = item.Published ? null : item.Copy();
        var rebased = draft is null ? null : JsonMerge.Of(Bare(live), merge.Merged, Bare(draft));
        if (rebased?.Conflicts.Count > 0) return [new("", ReplacementText.DraftInTheWay)];
        (item.Data, item.Author) = (Dressed(merge.Merged, live, nameof(ContainedPart)), copy.Author);
        if (await desk.SaveAsync(item, publish: true, cancel, overErrors, approved) is { Count: > 0 } problems) return problems;
        if (draft is not null && !JsonNode.DeepEquals(rebased!.Merged, merge.Merged)) await KeepDraftAsync(item, Dressed(rebased.Merged, draft, nameof(ContainedPart), nameof(PublishLaterPart)), draft, cancel);
        await store.RemoveAsync(copy.ContentItemId, cancel);
        await desk.NoteAsync(Acts.ReplacementWentIn, item, cancel, copy.Author);
        return [];
    }, problems => problems.Count == 0, cancel);

    /// <summary>What has changed on both sides since the copy was made or brought up to date.</summary>
    public async Task<JsonMerge?> MergeAsync(ContentItem copy, CancellationToken cancel) =>
        await LiveAsync(copy, cancel) is { } live ? JsonMerge.Of(Bare(await BaseAsync(copy, cancel)), Bare(live), Bare(copy)) : null;

    /// <summary>Brings the copy up to what is live now.</summary>
    /// <param name="liveVersionId">The live version that whoever chose has seen.</param>
    /// <param name="chosen">By path, what shall stand where both have changed.</param>
    public Task<IReadOnlyList<ContentProblem>> CatchUpAsync(ContentItem copy, string? liveVersionId, IReadOnlyDictionary<string, JsonNode?> chosen, CancellationToken cancel) => db.WriteAsync<IReadOnlyList<ContentProblem>>(async () =>
    {
        if (await LiveAsync(copy, cancel) is not { } live) return [new("", ReplacementText.NotLive)];
        if (live.ContentItemVersionId != liveVersionId) return [new("", ContentText.ChangedMeanwhile)];
        var merge = JsonMerge.Of(Bare(await BaseAsync(copy, cancel)), Bare(live), Bare(copy), chosen);
        if (merge.Conflicts.Count > 0) return [new("", ReplacementText.Conflicts(merge.Conflicts.Count))];
        copy.Data = Dressed(merge.Merged, copy, Own);
        copy.Alter<ReplacementPart>(part => (part.BaseVersionId, part.Held) = (live.ContentItemVersionId, null));
        return await desk.SaveAsync(copy, publish: false, cancel);
    }, problems => problems.Count == 0, cancel);

    /// <summary>Notes that the copy could not go in when it was due: its plan is dropped, and the copy says why.</summary>
    public async Task HoldAsync(ContentItem copy, string why, CancellationToken cancel)
    {
        copy.Data.Remove(nameof(PublishLaterPart));
        copy.Alter<ReplacementPart>(part => part.Held = why);
        await store.SaveVersionAsync(copy, publish: false, cancel);
        await desk.NoteAsync(Acts.NotPublished, copy, cancel, why);
    }

    /// <summary>The live version of the item that this is a copy of.</summary>
    public async Task<ContentItem?> LiveAsync(ContentItem copy, CancellationToken cancel) =>
        copy.Get<ReplacementPart>()?.Of is { } of ? await desk.LiveAsync(of, cancel) : null;

    private async Task<ContentItem?> BaseAsync(ContentItem copy, CancellationToken cancel) =>
        copy.Get<ReplacementPart>() is { Of: { } of, BaseVersionId: { } version } ? await desk.VersionAsync(of, version, cancel) : null;

    /// <summary>Without a version to hold both against, every difference is somebody's to decide.</summary>
    private static JsonObject Bare(ContentItem? version)
    {
        var data = (JsonObject?)version?.Data.DeepClone() ?? [];
        foreach (var name in Own) data.Remove(name);
        return data;
    }

    private static JsonObject Dressed(JsonObject merged, ContentItem like, params string[] own)
    {
        var data = (JsonObject)merged.DeepClone();
        foreach (var name in own.Where(like.Data.ContainsKey)) data[name] = like.Data[name]?.DeepClone();
        return data;
    }

    private async Task KeepDraftAsync(ContentItem item, JsonObject data, ContentItem draft, CancellationToken cancel)
    {
        (item.Data, item.Author, item.DisplayText) = (data, draft.Author, draft.DisplayText);
        await store.SaveVersionAsync(item, publish: false, cancel);
        await desk.NoteAsync(Acts.Saved, item, cancel, ReplacementText.DraftKept);
    }
}
