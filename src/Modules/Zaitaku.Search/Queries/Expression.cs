namespace Zaitaku.Search.Queries;

/// <summary>Where a token has to stand.</summary>
public enum TokenPlace
{
    /// <summary>In title or text.</summary>
    Anywhere,
    Title,

    /// <summary>Anywhere, whatever letters stand beside it: a single Han letter, a run.</summary>
    Han,

    /// <summary>One of the marks a document carries: its kind, its area.</summary>
    Mark,
}

/// <summary>What a document has to hold to be found.</summary>
public abstract record Expression
{
    public static Expression All(IReadOnlyList<Expression> parts) => parts.Count == 1 ? parts[0] : new AllOf(parts);

    public static Expression Any(IReadOnlyList<Expression> parts) => parts.Count == 1 ? parts[0] : new AnyOf(parts);
}

/// <param name="Begins">Whether a token that only begins so is enough.</param>
public sealed record Token(string Text, TokenPlace Place = TokenPlace.Anywhere, bool Begins = false) : Expression;

public sealed record AllOf(IReadOnlyList<Expression> Parts) : Expression;

public sealed record AnyOf(IReadOnlyList<Expression> Parts) : Expression;

public sealed record Except(Expression Wanted, Expression Unwanted) : Expression;
