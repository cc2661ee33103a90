using Microsoft.Playwright;

namespace Zaitaku.Site.Tests.Browser;

/// <summary>What every page of the workplace says to the browser about itself. That nothing breaks it, the browser reports on its console.</summary>
internal static class Policy
{
    private static readonly (string Name, string[] Words)[] Needed =
    [
        ("content-security-policy", ["default-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'"]),
        ("x-content-type-options", ["nosniff"]),
        ("cache-control", ["no-store"]),
    ];

    /// <summary>Words by which a policy would let in what somebody has smuggled into a page.</summary>
    private static readonly string[] Loose = ["unsafe-inline", "unsafe-eval", "*", "data:", "blob:", "http:", "https:"];

    public static IEnumerable<string> ComplaintsOf(IResponse answer)
    {
        // What is previewed is shown in the frame of the page that has the link, and nowhere else.
        var (headers, framed) = (answer.Headers, new Uri(answer.Url).AbsolutePath.StartsWith("/preview/", StringComparison.Ordinal));
        foreach (var (name, words) in Needed)
        {
            var said = headers.GetValueOrDefault(name, "");
            foreach (var word in words.Select(word => framed ? word.Replace("frame-ancestors 'none'", "frame-ancestors 'self'", StringComparison.Ordinal) : word).Where(word => !said.Contains(word, StringComparison.Ordinal))) yield return $"{answer.Url}: {name} without {word}: {said}";
        }

        var policy = headers.GetValueOrDefault("content-security-policy", "").Split(';', StringSplitOptions.TrimEntries);
        foreach (var rule in policy.Where(rule => rule.StartsWith("script-src", StringComparison.Ordinal) || rule.StartsWith("style-src", StringComparison.Ordinal) || rule.StartsWith("default-src", StringComparison.Ordinal)))
        {
            foreach (var word in rule.Split(' ').Intersect(Loose)) yield return $"{answer.Url}: {rule}";
        }
    }
}
