using System.Text.RegularExpressions;

namespace Zaitaku.Cms.Recipes.Expressions;

/// <summary>Tells the scripts that only Orchard Core's JavaScript engine can run from those this site evaluates, and from misspelt ones.</summary>
internal static partial class ForeignScript
{
    /// <summary>Functions that Orchard Core's modules give to scripts.</summary>
    private static readonly string[] Functions =
    [
        "getUrlPrefix", "absoluteUrl", "createWorkflowToken", "encodeURI", "encodeURIComponent", "executeQuery", "newContentItem", "createContentItem",
        "updateContentItem", "deleteContentItem", "getUrl", "contentByHandle", "log", "queryString", "requestForm", "requestFormAsJsonObject", "readBody",
        "httpContext", "signalUrl", "isHomepage", "url", "culture", "isAuthenticated", "isInRole", "createUser",
    ];

    /// <summary>Whether it asks for the present time, as recipes do for the dates of their items.</summary>
    public static bool IsNow(string script) => Now().IsMatch(script);

    /// <summary>Whether it is a program, or calls what only Orchard Core has.</summary>
    public static bool Is(string script) => Program().IsMatch(script) || Functions.Any(name => Calls(script, name));

    private static bool Calls(string script, string name)
    {
        for (var at = script.IndexOf(name, StringComparison.Ordinal); at >= 0; at = script.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            var isWord = at == 0 || !char.IsLetterOrDigit(script[at - 1]);
            if (isWord && script.AsSpan(at + name.Length).TrimStart().StartsWith("(")) return true;
        }

        return false;
    }

    [GeneratedRegex(@"^\s*new\s+Date\(\s*\)\.to(ISOString|JSON)\(\s*\)\s*;?\s*$", RegexOptions.NonBacktracking)]
    private static partial Regex Now();

    [GeneratedRegex(@"^\s*(const|let|var|function|return|if|for|new|\()\b", RegexOptions.NonBacktracking)]
    private static partial Regex Program();
}
