using System.Text.Json.Nodes;
using Zaitaku.Admin.Versions;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Editing;

namespace Zaitaku.Admin.Editing;

/// <summary>One place where the editor and someone else differ.</summary>
/// <param name="Suggested">A text with both changes in it, where there is one text and both can stand.</param>
public sealed record MergeRow(ItemText Theirs, ItemText Mine, string? Base, string? Suggested)
{
    public bool TheyChanged => Base is null || Theirs.Text != Base;

    public bool IChanged => Base is null || Mine.Text != Base;

    public bool Both => TheyChanged && IChanged;

    public string Name => Mine.Name;

    /// <summary>What is chosen until the editor chooses: whoever changed it.</summary>
    public string Choice => !IChanged ? "theirs" : !TheyChanged ? "mine" : Suggested is null ? "mine" : "text";
}

/// <summary>The merge page: what another has saved, what the editor has typed, place by place.</summary>
/// <param name="Form">All that was typed, to be sent along, so that nothing is lost whatever is chosen.</param>
public sealed record MergeView(ContentItem Theirs, IReadOnlyList<MergeRow> Rows, PostedForm Form, string Wanted);

/// <summary>Lays two editors' work side by side.</summary>
public sealed class MergeDesk(EditDesk edits)
{
    public async Task<MergeView> ViewAsync(ContentItem theirs, ContentItem mine, ContentItem? begun, PostedForm form, CancellationToken cancel)
    {
        var context = await edits.ContextAsync(null, [], cancel);
        var before = begun is null ? null : ItemTexts.Of(context, begun).ToDictionary(text => text.Name);
        var theirTexts = ItemTexts.Of(context, theirs);
        var myTexts = ItemTexts.Of(context, mine).ToDictionary(text => text.Name);
        var rows = from their in theirTexts
                   let my = myTexts[their.Name]
                   where !JsonNode.DeepEquals(their.Value, my.Value)
                   select Row(their, my, before?.GetValueOrDefault(their.Name)?.Text);
        return new(theirs, [.. rows], form, form.Value("act") == "publish" || form.Value("wanted") == "publish" ? "publish" : "save");
    }

    private static MergeRow Row(ItemText theirs, ItemText mine, string? before) =>
        new(theirs, mine, before, mine.TextKey is null || before is null ? null : ThreeWay.Merge(before, theirs.Text, mine.Text));
}

/// <summary>What the merge page sends: the rows, a choice for each, and all that the editor had typed.</summary>
public static class MergeForm
{
    private const string Typed = "typed:";

    public static string TypedName(string name) => Typed + name;

    /// <summary>A form that, laid over what the other has saved, gives what was chosen.</summary>
    public static PostedForm Chosen(PostedForm form)
    {
        var chosen = new PostedForm(new Dictionary<string, string[]>());
        chosen.Put("base", form.Value("base") ?? "");
        foreach (var row in form.Values("row")) Choose(row, form, chosen);
        return chosen;
    }

    private static void Choose(string row, PostedForm form, PostedForm chosen)
    {
        var choice = form.Value($"choice:{row}");
        if (choice == "text" && form.Value($"key:{row}") is { } key) chosen.Put(key, form.Value($"text:{row}") ?? "");
        if (choice != "mine") return;
        foreach (var (name, values) in form.All)
        {
            if (name.StartsWith(Typed + row, StringComparison.Ordinal) && (name.Length == Typed.Length + row.Length || name[Typed.Length + row.Length] == '.')) chosen.Put(name[Typed.Length..], values);
        }
    }
}
