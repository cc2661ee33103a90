using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Zaitaku.Cms.Editing;

namespace Zaitaku.Cms.Rendering;

/// <summary>
/// A control of a form with its label, hint and complaint, tied together for every reader: <c>&lt;control for="…" type="textarea" /&gt;</c>.
/// What stands inside the tag takes the place of the control itself.
/// </summary>
[HtmlTargetElement("control")]
public sealed class ControlTagHelper : TagHelper
{
    public required FormControl For { get; set; }

    /// <summary>A type of <c>input</c>, or <c>textarea</c>, <c>select</c>, <c>checkbox</c>.</summary>
    public string Type { get; set; } = "text";

    /// <summary>For <c>select</c>: what is read and what is kept.</summary>
    public IEnumerable<(string Label, string Value)> Options { get; set; } = [];

    /// <summary>For <c>textarea</c>.</summary>
    public int Rows { get; set; } = 4;

    /// <summary>Further attributes of the control itself, written <c>with-…</c>.</summary>
    [HtmlAttributeName("with", DictionaryAttributePrefix = "with-")]
    public IDictionary<string, string> With { get; set; } = new Dictionary<string, string>();

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var own = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", For.Problem is null ? "control" : "control wrong");
        if (For.Anchor is { } anchor) output.Attributes.SetAttribute("id", anchor);
        if (Type == "checkbox") AppendBox(output.Content);
        else
        {
            output.Content.AppendHtml(Label());
            AppendNotes(output.Content);
            output.Content.AppendHtml(own.IsEmptyOrWhiteSpace ? Control() : own);
        }
    }

    private void AppendBox(TagHelperContent content)
    {
        content.AppendHtml(new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing, Attributes = { ["type"] = "hidden", ["name"] = For.Name, ["value"] = "" } });
        var box = Common(new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing, Attributes = { ["type"] = "checkbox", ["value"] = "true" } });
        if (For.Value == "true") box.Attributes["checked"] = "checked";
        var row = new TagBuilder("div") { Attributes = { ["class"] = "box" } };
        row.InnerHtml.AppendHtml(box).AppendHtml(Label());
        content.AppendHtml(row);
        AppendNotes(content);
    }

    private TagBuilder Label()
    {
        var label = new TagBuilder("label") { Attributes = { ["for"] = For.Id } };
        label.InnerHtml.Append(For.Label);
        if (!For.Required) return label;
        var must = new TagBuilder("span") { Attributes = { ["class"] = "must" } };
        must.InnerHtml.Append(EditingText.Required);
        label.InnerHtml.AppendHtml(must);
        return label;
    }

    private void AppendNotes(TagHelperContent content)
    {
        if (For.Hint is { Length: > 0 } hint) content.AppendHtml(Note("hint", hint));
        if (For.Problem is { } problem) content.AppendHtml(Note("problem", problem));
    }

    private TagBuilder Note(string kind, string text)
    {
        var note = new TagBuilder("p") { Attributes = { ["class"] = kind, ["id"] = $"{For.Id}-{kind}" } };
        note.InnerHtml.Append(text);
        return note;
    }

    private TagBuilder Control() => Type switch
    {
        "textarea" => TextArea(),
        "select" => Select(),
        _ => Common(new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing, Attributes = { ["type"] = Type, ["value"] = For.Value } }),
    };

    private TagBuilder TextArea()
    {
        var area = Common(new TagBuilder("textarea") { Attributes = { ["rows"] = Rows.ToString(System.Globalization.CultureInfo.InvariantCulture) } });
        // A browser drops the first line end of a text area.
        area.InnerHtml.AppendHtml("\n").Append(For.Value);
        return area;
    }

    private TagBuilder Select()
    {
        var select = Common(new TagBuilder("select"));
        var options = Options.ToList();
        if (!options.Exists(option => option.Value == For.Value)) options.Insert(0, (For.Value.Length == 0 ? EditingText.NoChoice : For.Value, For.Value));
        foreach (var (label, value) in options)
        {
            var option = new TagBuilder("option") { Attributes = { ["value"] = value } };
            if (value == For.Value) option.Attributes["selected"] = "selected";
            option.InnerHtml.Append(label);
            select.InnerHtml.AppendHtml(option);
        }

        return select;
    }

    private TagBuilder Common(TagBuilder control)
    {
        control.Attributes["id"] = For.Id;
        control.Attributes["name"] = For.Name;
        string[] notes = [.. new[] { For.Hint is { Length: > 0 } ? $"{For.Id}-hint" : "", For.Problem is null ? "" : $"{For.Id}-problem" }.Where(id => id.Length > 0)];
        if (notes.Length > 0) control.Attributes["aria-describedby"] = string.Join(' ', notes);
        if (For.Problem is not null) control.Attributes["aria-invalid"] = "true";
        if (For.Required && Type != "checkbox") control.Attributes["aria-required"] = "true";
        foreach (var (name, value) in With) control.Attributes[name] = value;
        return control;
    }
}
