using System.Text.Json.Nodes;
using Zaitaku.Cms.Definitions;

namespace Zaitaku.Cms.Recipes;

/// <summary>
/// Types that Orchard Core's modules bring with them, which is why its recipes use them without a definition. Here they are made when the first
/// item of theirs comes, so that what edits and writes content knows their parts.
/// </summary>
internal static class OrchardTypes
{
    private static readonly Dictionary<string, (string Stereotype, string[] Parts)> Known = new()
    {
        ["Menu"] = ("", ["TitlePart", "AliasPart", "MenuPart", "MenuItemsListPart"]),
        ["LinkMenuItem"] = ("MenuItem", ["LinkMenuItemPart"]),
        ["ContentMenuItem"] = ("MenuItem", ["ContentMenuItemPart"]),
        ["HtmlMenuItem"] = ("MenuItem", ["HtmlMenuItemPart"]),
        ["Taxonomy"] = ("", ["TitlePart", "AliasPart", "AutoroutePart", "TaxonomyPart"]),
        ["Form"] = ("Widget", ["TitlePart", "FormElementPart", "FormPart", "FlowPart"]),
        ["Input"] = ("Widget", ["FormInputElementPart", "FormElementPart", "InputPart"]),
        ["TextArea"] = ("Widget", ["FormInputElementPart", "FormElementPart", "TextAreaPart"]),
        ["Select"] = ("Widget", ["FormInputElementPart", "FormElementPart", "SelectPart"]),
        ["Button"] = ("Widget", ["FormInputElementPart", "FormElementPart", "ButtonPart"]),
        ["Label"] = ("Widget", ["TitlePart", "FormElementPart", "LabelPart", "FlowPart"]),
        ["Validation"] = ("Widget", ["ValidationPart"]),
        ["ValidationSummary"] = ("Widget", ["ValidationSummaryPart"]),
        ["ReCaptcha"] = ("Widget", ["ReCaptchaPart"]),
        ["SearchForm"] = ("Widget", ["SearchFormPart"]),
    };

    /// <summary>The definition of a type that Orchard Core knows without being told, or null.</summary>
    public static ContentTypeDefinition? Find(string name) => Known.TryGetValue(name, out var type) ? Make(name, type.Stereotype, type.Parts) : null;

    /// <summary>A definition of nothing but these parts, in their order.</summary>
    public static ContentTypeDefinition Make(string name, string stereotype, IReadOnlyList<string> parts) => new()
    {
        Name = name,
        DisplayName = name,
        Settings = new() { ["ContentTypeSettings"] = new JsonObject { ["Stereotype"] = stereotype } },
        Parts = [.. parts.Select((part, at) => new ContentTypePartDefinition
        {
            PartName = part,
            Name = part,
            Settings = new() { ["ContentTypePartSettings"] = new JsonObject { ["Position"] = at.ToString(System.Globalization.CultureInfo.InvariantCulture) } },
        })],
    };
}
