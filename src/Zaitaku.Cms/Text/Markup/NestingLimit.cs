namespace Zaitaku.Cms.Text.Markup;

/// <summary>Refuses trees that are too deep, in our own walks as the parser does in its own.</summary>
internal static class NestingLimit
{
    public static void Check(int depth)
    {
        if (depth > MarkdownText.MaxDepth) throw new NestedTooDeeplyException();
    }

    /// <summary>Whether an exception says that the limit was passed; the parser throws a bare ArgumentException with these words.</summary>
    public static bool IsBehind(Exception exception) => exception is NestedTooDeeplyException
        || (exception is ArgumentException && exception.Message.Contains("depth limit exceeded", StringComparison.Ordinal));

    private sealed class NestedTooDeeplyException : Exception;
}
