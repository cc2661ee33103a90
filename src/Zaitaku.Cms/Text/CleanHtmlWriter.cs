using System.Text;
using AngleSharp.Dom;

namespace Zaitaku.Cms.Text;

/// <summary>Writes a parsed tree, but only what the allow-list knows. Comments and instructions are never written.</summary>
internal sealed class CleanHtmlWriter(bool xhtml)
{
    private readonly StringBuilder _markup = new();
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    public void Write(IEnumerable<INode> nodes)
    {
        foreach (var node in nodes)
        {
            if (node is IText text) MarkupWriter.AppendText(_markup, text.Data);
            else if (node is IElement element) WriteElement(element);
        }
    }

    public override string ToString() => _markup.ToString();

    private void WriteElement(IElement element)
    {
        var name = element.LocalName;
        if (element.NamespaceUri != NamespaceNames.HtmlUri || HtmlAllowList.Drops(name)) return;
        if (name == "input" && !IsCheckbox(element)) return;
        if (HtmlAllowList.Allows(name)) WriteAllowed(element, name);
        else Write(element.ChildNodes);
    }

    private static bool IsCheckbox(IElement input) =>
        string.Equals(input.GetAttribute("type")?.Trim(), "checkbox", StringComparison.OrdinalIgnoreCase);

    private void WriteAllowed(IElement element, string name)
    {
        _markup.Append('<').Append(name);
        WriteAttributes(element);
        if (HtmlAllowList.IsVoid(name))
        {
            _markup.Append(xhtml ? "/>" : ">");
            return;
        }

        _markup.Append('>');
        // The parser swallows the first line end of a pre; without a second one the text would lose a line on every pass.
        if (name == "pre" && !xhtml && element.FirstChild is IText { Data: ['\n', ..] }) _markup.Append('\n');
        Write(element.ChildNodes);
        _markup.Append("</").Append(name).Append('>');
    }

    private void WriteAttributes(IElement element)
    {
        var written = new HashSet<string>(StringComparer.Ordinal);
        foreach (var attribute in element.Attributes)
        {
            var name = attribute.LocalName;
            if (attribute.NamespaceUri is not null || !HtmlAllowList.Allows(element.LocalName, name) || !written.Add(name)) continue;
            if (HtmlAttributeRules.Value(element.LocalName, name, attribute.Value) is not { } value) continue;
            if (name == "id" && !_ids.Add(value)) continue;
            WriteAttribute(name, value);
        }

        if (element.LocalName == "a" && SafeUrl.Rel(element.GetAttribute("href")) is { } rel) WriteAttribute("rel", rel);
    }

    private void WriteAttribute(string name, string value)
    {
        if (!xhtml && name is "checked" or "open" or "reversed") _markup.Append(' ').Append(name);
        else MarkupWriter.AppendAttribute(_markup, name, value);
    }
}
