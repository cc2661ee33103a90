using System.Text.Json;
using System.Text.Json.Nodes;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Definitions;

namespace Zaitaku.Cms.Editing;

/// <summary>
/// Takes a form into an item. It goes through the type's definition and asks the form, so a form with more in it changes nothing more; what the
/// definition does not know stays in the item as it is.
/// </summary>
public sealed class ItemForm(ContentDefinitions definitions, EditableElements elements)
{
    private const int MaxDepth = 6;

    private readonly List<ContentProblem> problems = [];

    /// <returns>What is wrong with the form's values; the rest of them has been taken.</returns>
    public IReadOnlyList<ContentProblem> Take(ContentItem item, PostedForm form)
    {
        problems.Clear();
        Take(item, form, prefix: "", depth: 0);
        return problems;
    }

    private void Take(ContentItem item, PostedForm form, string prefix, int depth)
    {
        if (depth > MaxDepth || definitions.Type(item.ContentType) is not { } type) return;
        foreach (var part in type.Parts) Within(item.Data, part.Name, bag => TakePart(bag, part, form, prefix, depth));
        if (depth == 0) return;
        // The kernel names and checks the item itself; for what lives inside it, nobody else does.
        if (item.Data["TitlePart"]?["Title"]?.ToString() is { } title) item.DisplayText = title;
        Check(item, type, prefix);
    }

    private void TakePart(JsonObject bag, ContentTypePartDefinition part, PostedForm form, string prefix, int depth)
    {
        var name = prefix + part.Name;
        TakeElement(bag, part.PartName, form, name);
        foreach (var field in definitions.Part(part.PartName)?.Fields ?? [])
        {
            Within(bag, field.Name, value => TakeElement(value, field.FieldName, form, $"{name}.{field.Name}"));
        }

        if (elements.Find(part.PartName)?.Bag is { } inside) TakeBag(bag, inside, part, form, name, depth);
    }

    private void TakeElement(JsonObject bag, string element, PostedForm form, string name)
    {
        foreach (var property in elements.Find(element)?.Properties ?? [])
        {
            if (property.Take(form, $"{name}.{property.Name}", bag) is { } complaint) problems.Add(new($"{name}.{property.Name}", complaint));
        }
    }

    /// <summary>The items of a bag in the form's order: those it had and still names, and new ones of a type it may hold.</summary>
    private void TakeBag(JsonObject bag, string property, ContentTypePartDefinition part, PostedForm form, string name, int depth)
    {
        if (!form.Has($"{name}.{property}")) return;
        var before = (bag[property] as JsonArray ?? []).OfType<JsonObject>().ToList();
        var after = new JsonArray();
        foreach (var id in form.Values($"{name}.{property}").Distinct())
        {
            var known = before.Find(item => item["ContentItemId"]?.ToString() == id);
            if (known is null && !IsNew(id, form.Value($"{name}.{id}.ContentType"), part)) continue;
            var item = known is null
                ? new ContentItem { ContentItemId = id, ContentType = form.Value($"{name}.{id}.ContentType")! }
                : ContentItemConverter.Read((JsonObject)known.DeepClone());
            Take(item, form, $"{name}.{id}.", depth + 1);
            var node = (JsonObject)JsonSerializer.SerializeToNode(item, ContentJson.Options)!;
            after.Add(known is not null && JsonNode.DeepEquals(node, Whole(known)) ? known.DeepClone() : node);
        }

        if (!JsonNode.DeepEquals(bag[property] ?? new JsonArray(), after)) bag[property] = after;
    }

    private static JsonNode? Whole(JsonObject known) => JsonSerializer.SerializeToNode(ContentItemConverter.Read((JsonObject)known.DeepClone()), ContentJson.Options);

    private bool IsNew(string id, string? type, ContentTypePartDefinition part) => ContentId.IsOne(id) && type is not null && (part.PartName == "TaxonomyPart" ? definitions.Type(type) is not null : BagTypes.Of(definitions, part).Any(t => t.Name == type));

    private void Check(ContentItem item, ContentTypeDefinition type, string prefix)
    {
        foreach (var part in type.Parts)
        {
            if (part.PartName == "TitlePart" && string.IsNullOrWhiteSpace(item.DisplayText)) problems.Add(new($"{prefix}TitlePart.Title", ContentText.TitleRequired));
            foreach (var field in definitions.Part(part.PartName)?.Fields.Where(f => f.Required) ?? [])
            {
                if (DefinitionHandler.IsEmpty(item.Data[part.Name]?[field.Name])) problems.Add(new($"{prefix}{part.Name}.{field.Name}", ContentText.FieldRequired(field.Label)));
            }
        }
    }

    /// <summary>Works on the object under this name; one that was not there is added only when something came into it.</summary>
    private static void Within(JsonObject parent, string name, Action<JsonObject> work)
    {
        var known = parent[name] as JsonObject;
        if (known is null && parent[name] is not null) return;
        var bag = known ?? [];
        work(bag);
        if (known is null && bag.Count > 0) parent[name] = bag;
    }
}

/// <summary>What kinds of items a bag may hold.</summary>
public static class BagTypes
{
    public static IEnumerable<ContentTypeDefinition> Of(ContentDefinitions definitions, ContentTypePartDefinition part)
    {
        return part.PartName switch
        {
            "MenuItemsListPart" => OfStereotype(definitions, "MenuItem"),
            "FlowPart" => part.Settings["FlowPartSettings"]?["ContainedContentTypes"] is JsonArray { Count: > 0 } types ? Named(definitions, types) : OfStereotype(definitions, "Widget"),
            _ => Named(definitions, part.Settings["BagPartSettings"]?["ContainedContentTypes"]),
        };
    }

    private static IEnumerable<ContentTypeDefinition> OfStereotype(ContentDefinitions definitions, string stereotype) =>
        definitions.ContentTypes.Where(type => type.Settings["ContentTypeSettings"]?["Stereotype"]?.ToString() == stereotype);

    /// <summary>The types that a list of names in some setting means.</summary>
    public static IEnumerable<ContentTypeDefinition> Named(ContentDefinitions definitions, JsonNode? names) =>
        definitions.ContentTypes.Where(type => (names as JsonArray)?.Any(name => name?.ToString() == type.Name) == true);
}
