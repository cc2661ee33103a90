using System.Globalization;
using System.Text;

namespace Zaitaku.Cms.Recipes.Expressions;

/// <summary>
/// Reads one script: <c>sum = term ('+' term)*</c>, <c>term = 'text' | number | name(sum, …)</c>. Calls are answered while reading; there is
/// nothing else to a script, so nothing can run away.
/// </summary>
internal sealed class ExpressionReader(string script, Func<string, IReadOnlyList<string>, string> call)
{
    private const int MaxDepth = 16;

    private int at;
    private int depth;

    /// <exception cref="ExpressionException">The script is more than this.</exception>
    public string Read()
    {
        var value = Sum();
        Skip();
        if (Take(';')) Skip();
        return at == script.Length ? value : throw Shape();
    }

    private string Sum()
    {
        if (++depth > MaxDepth) throw Shape();
        var value = Term();
        while (Take('+')) value += Term();
        depth--;
        return value;
    }

    private string Term()
    {
        Skip();
        if (at == script.Length) throw Shape();
        var next = script[at];
        if (next is '\'' or '"') return Quoted(next);
        if (char.IsAsciiDigit(next)) return Word(c => char.IsAsciiDigit(c) || c == '.');
        if (!char.IsAsciiLetter(next)) throw Shape();
        var name = Word(char.IsAsciiLetterOrDigit);
        if (!Take('(')) throw new ExpressionException(RecipesText.UnknownFunction(name));
        return call(name, Arguments());
    }

    private List<string> Arguments()
    {
        var arguments = new List<string>();
        if (Take(')')) return arguments;
        do arguments.Add(Sum());
        while (Take(','));
        return Take(')') ? arguments : throw Shape();
    }

    private string Quoted(char quote)
    {
        var text = new StringBuilder();
        for (at++; at < script.Length; at++)
        {
            if (script[at] == quote)
            {
                at++;
                return text.ToString();
            }

            text.Append(script[at] == '\\' ? Escaped() : script[at]);
        }

        throw Shape();
    }

    private char Escaped()
    {
        if (++at == script.Length) throw Shape();
        return script[at] switch
        {
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => Unicode(),
            var other => other,
        };
    }

    private char Unicode()
    {
        if (at + 4 >= script.Length || !ushort.TryParse(script.AsSpan(at + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code)) throw Shape();
        at += 4;
        return (char)code;
    }

    private string Word(Func<char, bool> belongs)
    {
        var start = at;
        while (at < script.Length && belongs(script[at])) at++;
        return script[start..at];
    }

    private bool Take(char wanted)
    {
        Skip();
        if (at == script.Length || script[at] != wanted) return false;
        at++;
        return true;
    }

    private void Skip()
    {
        while (at < script.Length && char.IsWhiteSpace(script[at])) at++;
    }

    private static ExpressionException Shape() => new(RecipesText.ExpressionShape);
}
