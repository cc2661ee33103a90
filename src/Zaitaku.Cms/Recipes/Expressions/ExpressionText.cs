namespace Zaitaku.Cms.Recipes.Expressions;

/// <summary>
/// Tells an expression from text. An expression is a whole value <c>[prefix: script]</c> with a prefix of ASCII letters, whose first bracket
/// is closed by its last. <c>[リンク](…)</c>, <c>[x] …</c>, <c>[[用語]]</c> and <c>[注：…]</c> are text.
/// </summary>
internal readonly record struct ExpressionText(string Prefix, string Script)
{
    public bool IsKnown => Prefix is "js" or "file";

    public static ExpressionText? Find(string value)
    {
        if (value.Length < 4 || value[0] != '[' || value[^1] != ']') return null;
        var colon = value.IndexOf(':', StringComparison.Ordinal);
        if (colon < 2 || value.AsSpan(1, colon - 1).ContainsAnyExcept(Letters)) return null;
        var found = new ExpressionText(value[1..colon], value[(colon + 1)..^1]);
        return found.IsKnown || Closes(value) ? found : null;
    }

    private static readonly System.Buffers.SearchValues<char> Letters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    private static bool Closes(string value)
    {
        var open = 0;
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] == '[') open++;
            else if (value[i] == ']' && --open == 0) return i == value.Length - 1;
        }

        return false;
    }
}
