using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Zaitaku.Members.Web;

/// <summary>A labelled field with its hint and, when the form came back, what is wrong with it. Passwords are never written back.</summary>
[HtmlTargetElement("form-field", Attributes = "for", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FieldTagHelper : TagHelper
{
    public ModelExpression For { get; set; } = null!;

    public string Label { get; set; } = "";

    public string Type { get; set; } = "text";

    public string? Hint { get; set; }

    /// <summary>What a browser or a password book may fill in.</summary>
    public string Autocomplete { get; set; } = "off";

    public string? Inputmode { get; set; }

    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var id = TagBuilder.CreateSanitizedId(For.Name, "_");
        var error = ViewContext.ModelState.TryGetValue(For.Name, out var state) && state.Errors.Count > 0 ? state.Errors[0].ErrorMessage : null;
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", error is null ? "field control" : "field control field-wrong wrong");
        var label = new TagBuilder("label");
        label.Attributes["for"] = id;
        label.InnerHtml.Append(Label);
        output.Content.AppendHtml(label);
        if (Hint is not null) output.Content.AppendHtml(Line($"{id}-hint", "hint", Hint));
        if (error is not null) output.Content.AppendHtml(Line($"{id}-error", "error problem", error));
        output.Content.AppendHtml(Input(id, error is not null, state?.AttemptedValue ?? For.Model?.ToString()));
    }

    private TagBuilder Input(string id, bool wrong, string? value)
    {
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.MergeAttributes(new Dictionary<string, string?> { ["id"] = id, ["name"] = For.Name, ["type"] = Type, ["autocomplete"] = Autocomplete });
        if (Inputmode is not null) input.Attributes["inputmode"] = Inputmode;
        if (Type != "password" && value is not null) input.Attributes["value"] = value;
        var described = string.Join(' ', new[] { Hint is null ? null : $"{id}-hint", wrong ? $"{id}-error" : null }.OfType<string>());
        if (described.Length > 0) input.Attributes["aria-describedby"] = described;
        if (wrong) input.Attributes["aria-invalid"] = "true";
        return input;
    }

    private static TagBuilder Line(string id, string kind, string text)
    {
        var line = new TagBuilder("p");
        line.Attributes["id"] = id;
        line.AddCssClass(kind);
        line.InnerHtml.Append(text);
        return line;
    }
}

/// <summary>Says at the head of a form that came back what is wrong, each line leading to its field.</summary>
[HtmlTargetElement("form-errors", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FormErrorsTagHelper : TagHelper
{
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var errors = ViewContext.ModelState.SelectMany(entry => entry.Value!.Errors.Select(error => (entry.Key, error.ErrorMessage))).ToList();
        output.TagName = errors.Count == 0 ? null : "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        if (errors.Count == 0) return;
        output.Attributes.SetAttribute("class", "error-summary errors");
        output.Attributes.SetAttribute("role", "alert");
        var title = new TagBuilder("h2");
        title.InnerHtml.Append(MembersText.ErrorSummary);
        var list = new TagBuilder("ul");
        foreach (var (field, message) in errors) list.InnerHtml.AppendHtml(Item(field, message));
        output.Content.AppendHtml(title).AppendHtml(list);
    }

    private static TagBuilder Item(string field, string message)
    {
        var item = new TagBuilder("li");
        var text = new TagBuilder(field.Length > 0 ? "a" : "span");
        if (field.Length > 0) text.Attributes["href"] = "#" + TagBuilder.CreateSanitizedId(field, "_");
        text.InnerHtml.Append(message);
        item.InnerHtml.AppendHtml(text);
        return item;
    }
}
