using System.Text.Json;
using System.Text.Json.Nodes;
using Zaitaku.Cms.Content;

namespace Zaitaku.Cms.Recipes.Checks;

/// <summary>Checks the eleven properties every item begins with.</summary>
internal static class HeaderCheck
{
    private const int MaxId = 26;

    private static readonly string[] Ids = [nameof(ContentItem.ContentItemId), nameof(ContentItem.ContentItemVersionId)];
    private static readonly string[] Texts = [nameof(ContentItem.ContentType), nameof(ContentItem.DisplayText), nameof(ContentItem.Owner), nameof(ContentItem.Author)];
    private static readonly string[] Truths = [nameof(ContentItem.Latest), nameof(ContentItem.Published)];
    private static readonly string[] Times = [nameof(ContentItem.ModifiedUtc), nameof(ContentItem.PublishedUtc), nameof(ContentItem.CreatedUtc)];

    public static bool IsHeader(string name) => Ids.Contains(name) || Texts.Contains(name) || Truths.Contains(name) || Times.Contains(name) || name == "Id";

    /// <returns>Whether the header can be read.</returns>
    public static bool Run(StepBody body, RecipeCheck check, JsonObject item)
    {
        var before = check.Problems.Count;
        foreach (var (name, node) in item)
        {
            if (node is null) continue;
            if (Ids.Contains(name) && !IsId(node.Text())) check.Refuse(body, node, RecipesText.IdInvalid(name));
            else if (Texts.Contains(name) && node.Text() is null) check.Refuse(body, node, RecipesText.HeaderWrong(name, RecipesText.ShapeOfText));
            else if (Truths.Contains(name) && !Reads<bool>(node)) check.Refuse(body, node, RecipesText.HeaderWrong(name, RecipesText.ShapeOfTruth));
            else if (Times.Contains(name) && !Reads<DateTime>(node)) check.Refuse(body, node, RecipesText.HeaderWrong(name, RecipesText.ShapeOfTime));
        }

        return check.Problems.Count == before;
    }

    private static bool IsId(string? id) => id is { Length: <= MaxId } && !id.Any(c => char.IsControl(c) || char.IsWhiteSpace(c));

    private static bool Reads<TValue>(JsonNode node)
    {
        try
        {
            node.Deserialize<TValue>(ContentJson.Options);
            return true;
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or FormatException)
        {
            return false;
        }
    }
}
