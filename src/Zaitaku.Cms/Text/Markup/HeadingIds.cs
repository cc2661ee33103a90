using System.Globalization;

namespace Zaitaku.Cms.Text.Markup;

/// <summary>Gives every heading of a text an id of its own. Names that look like the ids of terms and footnotes are never given bare.</summary>
internal sealed class HeadingIds(string prefix)
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _last = new(StringComparer.Ordinal);

    public string Next(string wished)
    {
        if (IsReserved(wished)) wished = "h-" + wished + "-h";
        var id = prefix + wished;
        for (var number = _last.GetValueOrDefault(wished, 1); !_taken.Add(id);)
        {
            _last[wished] = ++number;
            id = prefix + wished + "-" + number.ToString(CultureInfo.InvariantCulture);
        }

        return id;
    }

    // term-1, x-fn-2, fnref-3: see the sanitiser's rules for ids.
    private static bool IsReserved(string wished)
    {
        var body = wished.TrimEnd("0123456789".ToCharArray());
        return body.EndsWith("term-", StringComparison.Ordinal) || body.EndsWith("fn-", StringComparison.Ordinal)
            || body.EndsWith("fnref-", StringComparison.Ordinal)
            // 「term」 twice would become term-2.
            || body is "term" or "fn" or "fnref";
    }
}
