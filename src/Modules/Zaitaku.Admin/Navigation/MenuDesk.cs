using Microsoft.EntityFrameworkCore;
using Zaitaku.Admin.Editing;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Routing;

namespace Zaitaku.Admin.Navigation;

/// <summary>How a save of a menu ended.</summary>
/// <param name="Theirs">What someone else has saved since the form was opened.</param>
public sealed record MenuOutcome(IReadOnlyList<ContentProblem> Problems, ContentItem? Theirs = null);

/// <summary>The site's menus as lists of lines.</summary>
public sealed class MenuDesk(SiteDb db, ContentDesk desk, SiteLinks links, Viewer viewer)
{
    private const int MaxTitle = 100;
    private const int MaxUrl = 1000;

    public Task<List<ContentItem>> AllAsync(CancellationToken cancel) => db.Content.IgnoreQueryFilters().AsNoTracking()
        .Where(item => item.ContentType == MenuItems.MenuType && item.Latest && item.Audience <= viewer.Audience).OrderBy(item => item.Id).ToListAsync(cancel);

    /// <summary>What is wrong with where a line leads, for whoever reads the menu; null when nothing is.</summary>
    public async Task<string?> ProblemAsync(MenuRow row, CancellationToken cancel) =>
        row.Url.Length == 0 && row.Id.Length > 0 ? null : MenuText.LinkProblem(await links.EndOfAsync(row.Url, cancel));

    /// <summary>A new line that leads to what was typed: an address, or the title of one page.</summary>
    public async Task<(MenuRow? Row, string? Problem)> NewRowAsync(string target, string title, CancellationToken cancel)
    {
        target = target.Trim();
        if (target.Length == 0) return (null, MenuText.TargetMissing);
        var pages = await links.OpenPagesAsync(cancel);
        if (IsAddress(target)) return (new("", title.Length > 0 ? title : pages.Find(page => "/" + page.Path == target)?.Title ?? target, target, false), null);
        var named = pages.FindAll(page => page.Title == target);
        if (named.Count != 1) return (null, named.Count == 0 ? MenuText.NoSuchPage(target) : MenuText.ManyPages(target, named.Select(page => "/" + page.Path)));
        return (new("", title.Length > 0 ? title : named[0].Title, "/" + named[0].Path, false), null);
    }

    public async Task<MenuOutcome> SaveAsync(ContentItem menu, string baseVersionId, IReadOnlyList<MenuRow> rows, bool publish, CancellationToken cancel)
    {
        if (menu.ContentItemVersionId != baseVersionId) return new([], menu);
        if (Problems(rows) is { Count: > 0 } wrong) return new(wrong);
        MenuItems.Put(menu, rows);
        var problems = await desk.SaveAsync(menu, publish, cancel);
        var late = problems.Any(problem => problem.Message == ContentText.ChangedMeanwhile);
        return new(late ? [] : problems, late ? await desk.LatestAsync(menu.ContentItemId, cancel) : null);
    }

    private static List<ContentProblem> Problems(IReadOnlyList<MenuRow> rows)
    {
        List<ContentProblem> problems = [];
        for (var at = 0; at < rows.Count; at++)
        {
            var (title, url) = (rows[at].Title, rows[at].Url);
            if (title.Length is 0 or > MaxTitle || title.Any(char.IsControl)) problems.Add(new($"title-{at}", MenuText.Title(at + 1, MaxTitle)));
            // An item that is no link keeps its own way of leading somewhere.
            if (url.Length > 0 && !IsAddress(url) || url.Length == 0 && rows[at].Id.Length == 0 || url.Length > MaxUrl) problems.Add(new($"url-{at}", MenuText.Url(at + 1)));
        }

        return problems;
    }

    private static bool IsAddress(string text) => !text.Any(letter => char.IsControl(letter) || char.IsWhiteSpace(letter)) && (text.StartsWith('/') && !text.StartsWith("//", StringComparison.Ordinal) && !text.Contains('\\', StringComparison.Ordinal) ||
        text.StartsWith("https://", StringComparison.Ordinal) || text.StartsWith("http://", StringComparison.Ordinal) || text.StartsWith("tel:", StringComparison.Ordinal) || text.StartsWith("mailto:", StringComparison.Ordinal));
}
