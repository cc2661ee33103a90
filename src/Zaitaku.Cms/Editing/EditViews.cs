using System.Text.Json.Nodes;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Definitions;

namespace Zaitaku.Cms.Editing;

/// <summary>One control of a form: what its label, its hint and its value are, and what is wrong with it.</summary>
public sealed record FormControl(string Name, string Label, string Value)
{
    public string? Hint { get; init; }
    public bool Required { get; init; }
    public string? Problem { get; init; }

    /// <summary>The HTML id of its place, where complaints name the field and not the control.</summary>
    public string? Anchor { get; init; }

    /// <summary>An HTML id made of the name.</summary>
    public string Id => Name.Replace('.', '-');
}

/// <summary>What every editor of one form is given: the item, what was typed, and what was wrong with it.</summary>
public sealed record EditContext(ContentDefinitions Definitions, EditableElements Elements, PostedForm? Form, IReadOnlyList<ContentProblem> Problems)
{
    /// <summary>The parts of an item in their order, each with its editor's view.</summary>
    public IEnumerable<PartEdit> Parts(ContentItem item, string prefix = "") =>
        Definitions.Type(item.ContentType)?.PartsInOrder().Select(part => new PartEdit(this, item, part, prefix)) ?? [];

    /// <summary>What is wrong at this place or inside it.</summary>
    public string? ProblemAt(string name) => Problems.FirstOrDefault(p => p.Path == name)?.Message;
}

/// <summary>A part of an item in a form. Its partial is <c>Parts/{PartName}.Edit</c>.</summary>
public sealed record PartEdit(EditContext Context, ContentItem Item, ContentTypePartDefinition Definition, string Prefix)
{
    public string Name => Prefix + Definition.Name;

    public string PartName => Definition.PartName;

    public string Label => Text(Definition.Settings["ContentTypePartSettings"]?["DisplayName"]) ??
        Text(Context.Definitions.Part(PartName)?.Settings["ContentPartSettings"]?["DisplayName"]) ?? Definition.Name;

    public string? Hint => Text(Definition.Settings["ContentTypePartSettings"]?["Description"]);

    /// <summary>The part's JSON, or null when the item does not carry it.</summary>
    public JsonObject? Bag => Item.Data[Definition.Name] as JsonObject;

    public EditableElement? Element => Context.Elements.Find(PartName);

    public IEnumerable<FieldEdit> Fields =>
        Context.Definitions.Part(PartName)?.FieldsInOrder().Select(f => new FieldEdit(Context, f, $"{Name}.{f.Name}", Bag?[f.Name] as JsonObject)) ?? [];

    /// <summary>The control of one of the part's own properties.</summary>
    public FormControl Control(string property, string? label = null, string? hint = null, bool required = false) =>
        Controls.Of(Context, Element, Name, property, Bag, label ?? Label) with { Hint = hint ?? Hint, Required = required };

    private static string? Text(JsonNode? node) => node?.ToString() is { Length: > 0 } text ? text : null;
}

/// <summary>A field of a part in a form. Its partial is <c>Fields/{FieldName}.Edit</c>.</summary>
public sealed record FieldEdit(EditContext Context, ContentPartFieldDefinition Definition, string Name, JsonObject? Bag)
{
    /// <summary>Which of the field's editors the definition asks for.</summary>
    public string? Editor => Definition.Setting<ContentPartFieldSettings>().Editor;

    public string? Hint => Setting("Hint")?.ToString() is { Length: > 0 } hint ? hint : Definition.Setting<ContentPartFieldSettings>().Description;

    /// <summary>A value of the field's own settings, for example of <c>TextFieldSettings</c>.</summary>
    public JsonNode? Setting(string name) => Definition.Settings[Definition.FieldName + "Settings"]?[name];

    public FormControl Control(string property, string? label = null, bool required = true) =>
        Controls.Of(Context, Context.Elements.Find(Definition.FieldName), Name, property, Bag, label ?? Definition.Label) with
        {
            Hint = label is null ? Hint : null,
            Required = required && Definition.Required,
            Anchor = label is null ? Name.Replace('.', '-') : null,
        };

    /// <summary>What the form's boxes or list have chosen.</summary>
    public IReadOnlyList<string> Picked(string property) =>
        Context.Form is { } form && form.Has($"{Name}.{property}") ? form.Values($"{Name}.{property}") : Texts.Of(Bag?[property]);

    /// <summary>A list that may hold empty texts.</summary>
    public IReadOnlyList<string> Row(string property) =>
        Context.Form is { } form && form.Has($"{Name}.{property}") ? form.Row($"{Name}.{property}") : Texts.Of(Bag?[property]);

    /// <summary>The choices of a closed list: what is read and what is kept.</summary>
    public IEnumerable<(string Label, string Value)> Options =>
        (Definition.Settings["TextFieldPredefinedListEditorSettings"]?[nameof(Options)] as JsonArray ?? [])
            .Select(option => (option?["name"]?.ToString() ?? "", option?["value"]?.ToString() ?? ""));
}

internal static class Controls
{
    public static FormControl Of(EditContext context, EditableElement? element, string name, string property, JsonObject? bag, string label)
    {
        var full = $"{name}.{property}";
        var known = element?.Properties.FirstOrDefault(p => p.Name == property);
        var value = context.Form?.Value(full) ?? known?.Show(bag?[property]) ?? "";
        return new(full, label, value) { Problem = context.ProblemAt(full) ?? context.ProblemAt(name) };
    }
}
