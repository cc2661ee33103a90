namespace Zaitaku.Site.Tests.Architecture;

/// <summary>Who may ask for what: the table that docs/security.md speaks of. A page that is not in it fails a test.</summary>
internal static class EndpointRules
{
    public const string Everyone = "";
    public const string SignedIn = "signed in";

    /// <summary>Route patterns, and what asking needs: nothing, being signed in, or a permission. The longest beginning that fits counts.</summary>
    public static IReadOnlyList<(string Route, string Needs)> All { get; } =
    [
        ("", Everyone),
        ("account", SignedIn),
        ("account/forgot", Everyone),
        ("account/link", Everyone),
        ("account/second-step", Everyone),
        ("account/set-password", Everyone),
        ("account/sign-in", Everyone),
        ("account/sign-out", Everyone),
        ("admin", "AccessAdminPanel"),
        ("admin/approval", "ManageSettings"),
        ("admin/approvals", "EditContent"),
        ("admin/approvals/stand-ins", "ApproveContent"),
        ("admin/audit-trail", "ViewAuditTrail"),
        ("admin/checks", "EditContent"),
        ("admin/content", "EditContent"),
        ("admin/content/{id:length(26)}/move", "PublishContent"),
        ("admin/content/{id:length(26)}/order", "PublishContent"),
        ("admin/departments", "PublishContent"),
        ("admin/emergency", "ManageEmergency"),
        ("admin/feedback", "EditContent"),
        ("admin/guides", "PublishContent"),
        ("admin/house-words", "PublishContent"),
        ("admin/mail-texts", "ManageSettings"),
        ("admin/mails", "ManageSettings"),
        ("admin/freshness", "EditContent"),
        ("admin/media", "ManageMediaContent"),
        ("admin/menus", "PublishContent"),
        ("admin/readings", "PublishContent"),
        ("admin/roles", "ManageRoles"),
        ("admin/search", "PublishContent"),
        ("admin/settings", "ManageSettings"),
        ("admin/trash", "DeleteContent"),
        ("admin/users", "ManageUsers"),
    ];

    /// <summary>Routes that everyone may ask for, each by name: a new one is decided upon, not overlooked.</summary>
    public static IReadOnlySet<string> Public { get; } = new HashSet<string>
    {
        "api/v1/search", "assets/fonts/{name}", "glossary", "opensearch.xml", "search", "search/suggest", "{**path}", "{**path:file}", "{shelf:shelf}/{slug}.epub", "{shelf:shelf}/{slug}.pdf",
        "{shelf:shelf}/{slug}/print", "{shelf:shelf}/{slug}/changes", "Content/Item", "Content/NotFound", "Guides/Book", "Guides/Chapter", "Guides/FormSheet", "Guides/Worksheet", "error/{status:int?}", "feed.xml",
        "feedback", "feedback/thanks", "forms", "guides", "handbooks",
        "media/{**path}", "preview/{token}", "robots.txt", "sitemap", "sitemap.xml",
    };

    /// <summary>What each role may do in the sample site: the five of Orchard's shape, and whoever has not signed in.</summary>
    public static IReadOnlyDictionary<string, string[]> Roles { get; } = new Dictionary<string, string[]>
    {
        ["professional"] = ["ViewProfessionalContent"],
        ["facility"] = ["ViewProfessionalContent"],
        ["coordinator"] = ["ViewProfessionalContent", "ViewStaffContent", "AccessAdminPanel", "EditContent", "ManageMediaContent", "ManageEmergency"],
        ["editor"] =
        [
            "ViewProfessionalContent", "ViewStaffContent", "AccessAdminPanel", "EditContent", "PublishContent", "ApproveContent", "DeleteContent", "ManageMediaContent",
            "ViewAuditTrail", "ManageEmergency",
        ],
        ["admin"] = ["*"],
    };

    public static string Needed(string route) => All.Where(rule => route == rule.Route || rule.Route == "" || route.StartsWith(rule.Route + "/", StringComparison.Ordinal))
        .MaxBy(rule => rule.Route.Length).Needs;

    public static bool May(string? role, string needs) => needs switch
    {
        Everyone => true,
        SignedIn => role is not null,
        _ => role is not null && (Roles[role].Contains("*") || Roles[role].Contains(needs)),
    };
}
