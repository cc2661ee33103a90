using System.Text.Json.Nodes;
using Zaitaku.Cms.Content;

namespace Zaitaku.Cms.Recipes.Checks;

/// <summary>
/// Finds ids that a recipe brings twice. An item may come more than once only version by version: each with a version id of its own, one at
/// most the latest, one at most published.
/// </summary>
internal sealed class VersionClaims
{
    private readonly HashSet<string> versions = [];
    private readonly Dictionary<string, JsonObject> items = [];
    private readonly HashSet<(string, string)> flags = [];

    public void Claim(StepBody body, RecipeCheck check, JsonObject item, string id)
    {
        var version = item[nameof(ContentItem.ContentItemVersionId)];
        if (version.Text() is { Length: > 0 } versionId && !versions.Add(versionId)) check.Refuse(body, version, ContentText.VersionTwice(versionId));
        if (!IsTrue(item, nameof(ContentItem.Latest)) && !IsTrue(item, nameof(ContentItem.Published))) check.Note(body, RecipesText.NoFlag(item[nameof(ContentItem.DisplayText)].Text() ?? id));
        var apart = items.TryAdd(id, item) || HasVersion(items[id]) && HasVersion(item);
        if (!apart | !ClaimFlag(item, id, nameof(ContentItem.Latest)) | !ClaimFlag(item, id, nameof(ContentItem.Published)))
        {
            check.Refuse(body, item[nameof(ContentItem.ContentItemId)], RecipesText.ItemTwice(id));
        }
    }

    private bool ClaimFlag(JsonObject item, string id, string flag) => !IsTrue(item, flag) || flags.Add((id, flag));

    private static bool HasVersion(JsonObject item) => item[nameof(ContentItem.ContentItemVersionId)].Text() is { Length: > 0 };

    private static bool IsTrue(JsonObject item, string flag) => item[flag]?.ToString().Equals("true", StringComparison.OrdinalIgnoreCase) ?? false;
}
