using System.Text;

namespace Zaitaku.Cms.Text;

/// <summary>Escapes text for HTML that is well-formed XML too; what XML cannot hold (controls, halves of surrogate pairs) is left out.</summary>
internal static class MarkupWriter
{
    public static void AppendText(StringBuilder markup, ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '&': markup.Append("&amp;"); break;
                case '<': markup.Append("&lt;"); break;
                case '>': markup.Append("&gt;"); break;
                case var letter when !char.IsSurrogate(letter):
                    if (letter is >= ' ' and < '\uFFFE' or '\t' or '\n') markup.Append(letter);
                    break;
                case var letter when char.IsHighSurrogate(letter) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]):
                    markup.Append(letter).Append(text[++i]);
                    break;
            }
        }
    }

    /// <summary>Writes <c> name="value"</c>; the value may come from anybody, the name must not.</summary>
    public static void AppendAttribute(StringBuilder markup, string name, string value)
    {
        markup.Append(' ').Append(name).Append("=\"");
        var start = markup.Length;
        AppendText(markup, value);
        markup.Replace("\"", "&quot;", start, markup.Length - start).Append('"');
    }

    public static string Text(string text)
    {
        var markup = new StringBuilder(text.Length + 16);
        AppendText(markup, text);
        return markup.ToString();
    }
}
