using System.Buffers;
using System.Text;

namespace Zaitaku.Cms.Text;

/// <summary>Escapes text for HTML that is well-formed XML too; what XML cannot hold (controls, halves of surrogate pairs) is left out.</summary>
internal static class MarkupWriter
{
    private static readonly SearchValues<char> Special = SearchValues.Create([.. Enumerable.Range(0, char.MaxValue + 1)
        .Select(unit => (char)unit)
        .Where(unit => unit is '&' or '<' or '>' or >= '\uFFFE' || (unit < ' ' && unit is not ('\t' or '\n')) || char.IsSurrogate(unit))]);

    public static void AppendText(StringBuilder markup, ReadOnlySpan<char> text)
    {
        for (var next = text.IndexOfAny(Special); next >= 0; next = text.IndexOfAny(Special))
        {
            markup.Append(text[..next]);
            text = text[(next + AppendSpecial(markup, text[next..]))..];
        }

        markup.Append(text);
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

    /// <summary>Whether this is as <see cref="AppendText"/> writes text, but that a quotation mark may be escaped as in an attribute.</summary>
    public static bool IsWritten(ReadOnlySpan<char> markup)
    {
        for (var next = markup.IndexOfAny(Special); next >= 0; next = markup.IndexOfAny(Special))
        {
            markup = markup[next..];
            var length = markup switch
            {
                [var high, var low, ..] when char.IsSurrogatePair(high, low) => 2,
                ['&', 'l' or 'g', 't', ';', ..] => 4,
                ['&', 'a', 'm', 'p', ';', ..] => 5,
                ['&', 'q', 'u', 'o', 't', ';', ..] => 6,
                _ => 0,
            };
            if (length == 0) return false;
            markup = markup[length..];
        }

        return true;
    }

    /// <summary>The text of what was written.</summary>
    public static string Read(ReadOnlySpan<char> markup) => markup.Contains('&')
        ? markup.ToString().Replace("&quot;", "\"", StringComparison.Ordinal).Replace("&lt;", "<", StringComparison.Ordinal)
            .Replace("&gt;", ">", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal)
        : markup.ToString();

    /// <summary>Writes what stands first in <paramref name="text"/> and answers how many units that took.</summary>
    private static int AppendSpecial(StringBuilder markup, ReadOnlySpan<char> text)
    {
        if (char.IsHighSurrogate(text[0]) && text.Length > 1 && char.IsLowSurrogate(text[1]))
        {
            markup.Append(text[..2]);
            return 2;
        }

        markup.Append(text[0] switch { '&' => "&amp;", '<' => "&lt;", '>' => "&gt;", _ => "" });
        return 1;
    }
}
