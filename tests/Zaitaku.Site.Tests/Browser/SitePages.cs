namespace Zaitaku.Site.Tests.Browser;

/// <summary>One address for every kind of page that a visitor can meet.</summary>
public static class SitePages
{
    public const string Chapter = "/guides/acp/who-comes";
    public const string NextChapter = "/guides/acp/from-hospital";
    public const string Worksheet = "/guides/acp/my-wishes";
    public const string WithChecklist = "/handbooks/ohitorisama/consent";

    public static TheoryData<string> All { get; } = new(
        "/",
        "/guides",
        "/guides/acp",
        Chapter,
        Chapter + "?furigana=on",
        Chapter + "/easy",
        "/guides/acp/money",
        "/guides/acp/last-days",
        Worksheet,
        "/guides/acp/print",
        "/handbooks",
        "/handbooks/nyutaiin",
        "/handbooks/nyutaiin/at-admission",
        WithChecklist,
        "/handbooks/customer-harassment",
        "/handbooks/customer-harassment/print",
        "/handbooks/customer-harassment/changes",
        "/handbooks/customer-harassment?since=1",
        "/handbooks/customer-harassment/print?since=1",
        "/guides/acp?since=9",
        "/forms",
        "/forms/renkei-sheet",
        "/glossary",
        "/search",
        "/search?q=%E7%9C%8B%E5%8F%96%E3%82%8A",
        "/search?q=%E8%A8%AA%E9%96%80%E7%9C%8B%E8%AD%B7",
        "/search?q=%E3%81%B5%E3%81%8F%E3%82%8D%E3%81%86%E3%81%AE%E6%A3%AE",
        "/about",
        "/contact",
        "/accessibility",
        "/privacy",
        "/emergency",
        "/sitemap",
        "/feedback/thanks?answer=Wrong",
        "/account/sign-in",
        "/account/sign-out",
        "/account/forgot",
        "/account/set-password",
        "/no/such/page",
        TooLong);

    /// <summary>Answered with 414.</summary>
    private static string TooLong => "/guides?q=" + new string('a', 10_000);
}
