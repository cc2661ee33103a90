namespace Zaitaku.Search.Queries;

public enum SignKind
{
    Word,

    /// <summary>What stood between quotes.</summary>
    Phrase,
    Open,
    Close,

    /// <summary>A hyphen before a word.</summary>
    Minus,
}

/// <summary>A piece of a query in classic syntax.</summary>
public sealed record ClassicSign(SignKind Kind, string Text)
{
    /// <summary>The pieces, or null where a quote is never closed.</summary>
    public static List<ClassicSign>? Read(string typed)
    {
        var signs = new List<ClassicSign>();
        for (var at = 0; at < typed.Length;)
        {
            var letter = typed[at];
            if (char.IsWhiteSpace(letter))
            {
                at++;
            }
            else if (letter == '"')
            {
                var end = typed.IndexOf('"', at + 1);
                if (end < 0) return null;
                signs.Add(new ClassicSign(SignKind.Phrase, typed[(at + 1)..end]));
                at = end + 1;
            }
            else if (letter is '(' or ')' || letter == '-' && at + 1 < typed.Length && !char.IsWhiteSpace(typed[at + 1]))
            {
                signs.Add(new ClassicSign(letter switch { '(' => SignKind.Open, ')' => SignKind.Close, _ => SignKind.Minus }, ""));
                at++;
            }
            else
            {
                var end = at;
                while (end < typed.Length && !char.IsWhiteSpace(typed[end]) && typed[end] is not ('"' or '(' or ')')) end++;
                signs.Add(new ClassicSign(SignKind.Word, typed[at..end]));
                at = end;
            }
        }

        return signs;
    }
}
