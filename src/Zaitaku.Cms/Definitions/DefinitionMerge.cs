using System.Text.Json.Nodes;
using Zaitaku.Cms.Content;

namespace Zaitaku.Cms.Definitions;

/// <summary>Lays definitions over others as Orchard Core's ContentDefinition step does: by name, settings merged, nothing removed.</summary>
public static class DefinitionMerge
{
    public static void MergeInto(this ContentDefinitions brought, ContentDefinitions known)
    {
        foreach (var type in Given(brought.ContentTypes)) Merge(type, Of(known.ContentTypes, t => t.Name == type.Name, () => new() { Name = type.Name }));
        foreach (var part in Given(brought.ContentParts)) Merge(part, Of(known.ContentParts, p => p.Name == part.Name, () => new() { Name = part.Name }));
    }

    private static void Merge(ContentTypeDefinition from, ContentTypeDefinition into)
    {
        if (!string.IsNullOrEmpty(from.DisplayName)) into.DisplayName = from.DisplayName;
        Merge(from.Settings, into.Settings);
        MergeUnknown(from, into);
        foreach (var part in Given(from.Parts))
        {
            var name = part.Name.Length > 0 ? part.Name : part.PartName;
            var known = Of(into.Parts, p => p.Name == name, () => new() { Name = name });
            known.PartName = part.PartName;
            Merge(part.Settings, known.Settings);
            MergeUnknown(part, known);
        }
    }

    private static void Merge(ContentPartDefinition from, ContentPartDefinition into)
    {
        Merge(from.Settings, into.Settings);
        MergeUnknown(from, into);
        foreach (var field in Given(from.Fields))
        {
            var known = Of(into.Fields, f => f.Name == field.Name, () => new() { Name = field.Name });
            known.FieldName = field.FieldName;
            Merge(field.Settings, known.Settings);
            MergeUnknown(field, known);
        }
    }

    private static void MergeUnknown(ContentElement from, ContentElement into)
    {
        foreach (var (name, value) in from.Unknown ?? []) (into.Unknown ??= [])[name] = value;
    }

    private static void Merge(JsonObject? from, JsonObject into)
    {
        foreach (var (name, value) in from ?? [])
        {
            if (value is JsonObject bag && into[name] is JsonObject known) Merge(bag, known);
            else into[name] = value?.DeepClone();
        }
    }

    /// <summary>JSON may say null where a list or a definition should stand.</summary>
    private static IEnumerable<TDefinition> Given<TDefinition>(List<TDefinition>? list) => (list ?? []).OfType<TDefinition>();

    private static TDefinition Of<TDefinition>(List<TDefinition> list, Predicate<TDefinition> wanted, Func<TDefinition> make)
    {
        if (list.Find(wanted) is { } known) return known;
        var made = make();
        list.Add(made);
        return made;
    }
}
