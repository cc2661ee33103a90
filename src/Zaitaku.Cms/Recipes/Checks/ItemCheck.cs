using System.Text.Json;
using System.Text.Json.Nodes;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Definitions;
using Zaitaku.Cms.Fields;
using Zaitaku.Cms.Parts;
using Zaitaku.Cms.Routing;

namespace Zaitaku.Cms.Recipes.Checks;

/// <summary>Holds the items of one content step to their types: parts, fields, values, and what they point at.</summary>
internal sealed class ItemCheck(StepBody body, RecipeCheck check)
{
    private readonly References references = check.References;
    private bool isReached;

    /// <summary>Checks the item and the items inside it.</summary>
    /// <param name="rootId">Id of the item at the step's own level.</param>
    public void Run(JsonObject item, string rootId)
    {
        isReached = IsReached(item);
        Look(item, rootId);
    }

    /// <summary>Versions of the archive and the trash, and copies that wait to go into their page, bear addresses that lead elsewhere by now.</summary>
    private static bool IsReached(JsonObject item) =>
        item[nameof(ReplacementPart)] is null && !(IsFalse(item[nameof(ContentItem.Latest)]) && IsFalse(item[nameof(ContentItem.Published)]));

    private static bool IsFalse(JsonNode? flag) => flag?.ToString().Equals("false", StringComparison.OrdinalIgnoreCase) ?? false;

    private void Look(JsonObject item, string rootId)
    {
        if (!HeaderCheck.Run(body, check, item)) return;
        var typeName = item[nameof(ContentItem.ContentType)].Text() ?? "";
        if (check.Definitions.Type(typeName) is not { } type)
        {
            check.Refuse(body, item[nameof(ContentItem.ContentType)] ?? item, RecipesText.UnknownType(typeName));
            return;
        }

        foreach (var (name, value) in item.Where(p => !HeaderCheck.IsHeader(p.Key)))
        {
            if (type.Parts.Find(p => p.Name == name) is { } attached) CheckPart(attached.PartName, value, rootId);
            else CheckLoose(type, name, value, rootId);
        }

        CheckContained(item, rootId);
    }

    /// <summary>What the type does not list: the part of the type's own name is a mistake, code that welds parts on is not, the rest is kept.</summary>
    private void CheckLoose(ContentTypeDefinition type, string name, JsonNode? value, string rootId)
    {
        if (name == type.Name || OrchardNames.Welded.Contains(name)) CheckPart(name, value, rootId);
        else if (value is not null) check.Note(body, RecipesText.PartNotAttached(type.Name, name));
    }

    private void CheckPart(string partName, JsonNode? value, string rootId)
    {
        if (value is null || partName == nameof(TaxonomyPart.Terms)) return;
        if (value is not JsonObject part)
        {
            check.Refuse(body, value, RecipesText.ShapeWrong(partName, "{ … }"));
            return;
        }

        var known = check.Known.Part(partName);
        if (known is not null && !Reads(part, known, partName)) return;
        var fields = check.Definitions.Part(partName)?.Fields ?? [];
        foreach (var (name, node) in part)
        {
            var field = fields.Find(f => f.Name == name);
            if (field is not null) CheckField(field.FieldName, check.Known.Field(field.FieldName), name, node);
            else if (known is not null) CheckMember(known, name, node);
            else if (!IsGuest(partName)) check.RefuseMisspelt(body, node ?? part, name, fields.Select(f => f.Name), RecipesText.FieldNotDefined(partName, name));
        }

        PartReferences(partName, part, rootId);
        CheckContained(part, rootId);
    }

    /// <summary>A part of another house has properties of its own. So has the own part of a type that came without a definition.</summary>
    private bool IsGuest(string partName) => OrchardNames.Parts.Contains(partName) || check.Brought.Exists(type => type.Name == partName) ||
        (check.Definitions.Part(partName) is null && check.Definitions.Type(partName) is null);

    /// <summary>Fields that are members of a part's class, such as the images of <see cref="SeoMetaPart"/>.</summary>
    private void CheckMember(Type part, string name, JsonNode? node)
    {
        const System.Reflection.BindingFlags Members =
            System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.IgnoreCase;
        if (part.GetProperty(name, Members)?.PropertyType is { } type && type.IsAssignableTo(typeof(ContentField))) CheckField(type.Name, type, name, node);
    }

    private void CheckField(string fieldName, Type? type, string name, JsonNode? node)
    {
        if (node is null) return;
        if (node is not JsonObject field)
        {
            check.Refuse(body, node, RecipesText.ShapeWrong(name, "{ … }"));
            return;
        }

        if (type is null || !Reads(field, type, name)) return;
        if (fieldName == nameof(ContentPickerField)) Need(references.NeededItems, field[nameof(ContentPickerField.ContentItemIds)]);
        else if (fieldName == nameof(MediaField)) Need(references.NeededMedia, field[nameof(MediaField.Paths)]);
        else if (fieldName == nameof(TaxonomyField)) NeedTerms(field);
    }

    private bool Reads(JsonObject value, Type type, string name)
    {
        try
        {
            value.Deserialize(type, ContentJson.Options);
            return true;
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or FormatException)
        {
            var member = (wrong as JsonException)?.Path?.TrimStart('$', '.').Split('.', '[')[0] ?? "";
            check.Refuse(body, value[member] ?? value, RecipesText.ValueWrong(member.Length > 0 ? $"{name}.{member}" : name));
            return false;
        }
    }

    private void CheckContained(JsonObject bag, string rootId)
    {
        foreach (var inner in ContainedItems.Of(bag)) Look(inner, rootId);
    }

    private void PartReferences(string partName, JsonObject part, string rootId)
    {
        if (partName == nameof(ContainedPart) && part[nameof(ContainedPart.ListContentItemId)] is { } list && list.Text() is { Length: > 0 } containerId)
        {
            references.NeededItems.Add(new(body, list, containerId));
            references.Containers[rootId] = containerId;
        }
        else if (partName == nameof(AutoroutePart) && part.Deserialize<AutoroutePart>(ContentJson.Options) is { Disabled: false } route)
        {
            Claim(references.Paths, route.SetHomepage ? "" : route.Path?.Trim('/'), part[nameof(AutoroutePart.Path)] ?? part, rootId, RecipesText.PathTwice);
        }
        else if (partName == nameof(AliasPart))
        {
            Claim(references.Aliases, part[nameof(AliasPart.Alias)].Text(), part[nameof(AliasPart.Alias)] ?? part, rootId, RecipesText.AliasTwice);
        }
    }

    private void Claim(Dictionary<string, (string ItemId, Reference At)> claims, string? name, JsonNode at, string rootId, Func<string, string> taken)
    {
        if (string.IsNullOrEmpty(name) || !isReached) return;
        if (!claims.TryAdd(name, (rootId, new(body, at, name))) && claims[name].ItemId != rootId) check.Refuse(body, at, taken(name));
    }

    private void NeedTerms(JsonObject field)
    {
        if (field[nameof(TaxonomyField.TaxonomyContentItemId)] is not { } at || at.Text() is not { Length: > 0 } taxonomy) return;
        references.NeededItems.Add(new(body, at, taxonomy));
        foreach (var (id, node) in field[nameof(TaxonomyField.TermContentItemIds)].Texts()) references.NeededTerms.Add((taxonomy, new(body, node, id)));
    }

    private void Need(List<Reference> needed, JsonNode? list)
    {
        foreach (var (text, node) in list.Texts().Where(t => t.Text.Length > 0)) needed.Add(new(body, node, text));
    }
}
