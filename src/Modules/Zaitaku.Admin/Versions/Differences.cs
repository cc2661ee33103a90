using Zaitaku.Admin.Editing;
using Zaitaku.Cms.Content;

namespace Zaitaku.Admin.Versions;

/// <summary>One thing that two versions say differently.</summary>
public sealed record Difference(string Label, IReadOnlyList<DiffLine> Lines);

/// <summary>Holds two versions of an item side by side.</summary>
public sealed class Differences(EditDesk edits)
{
    /// <param name="before">Null when there was nothing: then all of the other is new.</param>
    public async Task<IReadOnlyList<Difference>> BetweenAsync(ContentItem? before, ContentItem after, CancellationToken cancel)
    {
        var context = await edits.ContextAsync(null, [], cancel);
        var said = before is null ? [] : ItemTexts.Of(context, before).ToDictionary(text => text.Name, text => text.Text);
        return [.. ItemTexts.Of(context, after).Where(text => text.Text != said.GetValueOrDefault(text.Name, "")).Select(text => new Difference(text.Label, TextDiff.Of(said.GetValueOrDefault(text.Name, ""), text.Text)))];
    }
}
