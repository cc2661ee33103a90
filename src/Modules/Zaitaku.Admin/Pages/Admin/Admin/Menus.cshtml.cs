using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Zaitaku.Admin.Navigation;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Routing;

namespace Zaitaku.Admin.Pages.Admin.Admin;

/// <summary>A menu as a list of lines. Buttons move them in the form; nothing is saved until it is asked for.</summary>
[Authorize(Policy = "PublishContent")]
public sealed class MenusModel(MenuDesk desk, SiteLinks links) : EditorPage
{
    public IReadOnlyList<ContentItem> Menus { get; private set; } = [];

    public ContentItem? Menu { get; private set; }

    public string BaseVersionId { get; private set; } = "";

    public List<MenuRow> Rows { get; private set; } = [];

    public IReadOnlyList<string?> LinkProblems { get; private set; } = [];

    /// <summary>What someone else has saved meanwhile.</summary>
    public List<MenuRow> Theirs { get; private set; } = [];

    public IReadOnlyList<LinkablePage> Pages { get; private set; } = [];

    public string Target { get; private set; } = "";

    public string Words { get; private set; } = "";

    /// <summary>Whether the lines shown are not what is saved.</summary>
    public bool Changed => Menu is not null && Theirs.Count == 0 && !Rows.SequenceEqual(MenuItems.Rows(Menu));

    public IReadOnlyList<ContentProblem> Problems { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string? id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel)) return NotFound();
        return await ShowAsync(Menu is null ? [] : MenuItems.Rows(Menu), cancel);
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] string? id, string? act, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel) || Menu is not { } menu) return NotFound();
        var form = Posted();
        var rows = MenuRows.Of(form);
        var begun = form.Value("base") ?? "";
        if (act is not ("save" or "publish")) BaseVersionId = begun;
        if (act == "add") return await AddAsync(rows, (form.Value("target") ?? "").Trim(), (form.Value("words") ?? "").Trim(), cancel);
        if (act is not ("save" or "publish")) return await ShowAsync(MenuRows.Do(rows, act), cancel);
        var outcome = await desk.SaveAsync(menu, begun, rows, publish: act == "publish", cancel);
        if (outcome is { Problems.Count: 0, Theirs: null }) return Back($"/admin/menus/{menu.ContentItemId}", act == "publish" ? AdminText.Published : AdminText.Saved);
        Problems = outcome.Theirs is null ? outcome.Problems : [new("", MenuText.ChangedMeanwhile)];
        Refuse(Problems);
        if (outcome.Theirs is { } theirs) Theirs = MenuItems.Rows(theirs);
        if (outcome.Theirs is not null) Response.StatusCode = StatusCodes.Status409Conflict;
        return await ShowAsync(rows, cancel);
    }

    private async Task<bool> FindAsync(string? id, CancellationToken cancel)
    {
        Menus = await desk.AllAsync(cancel);
        Menu = id is null && Menus.Count > 0 ? Menus[0] : Menus.FirstOrDefault(menu => menu.ContentItemId == id);
        BaseVersionId = Menu?.ContentItemVersionId ?? "";
        return id is null || Menu is not null;
    }

    private async Task<IActionResult> AddAsync(List<MenuRow> rows, string target, string words, CancellationToken cancel)
    {
        var (row, problem) = rows.Count < MenuRows.Most ? await desk.NewRowAsync(target, words, cancel) : (null, MenuText.Full(MenuRows.Most));
        if (row is not null) return await ShowAsync([.. rows, row], cancel);
        (Target, Words, Problems) = (target, words, [new("target", problem!)]);
        Refuse(Problems);
        return await ShowAsync(rows, cancel);
    }

    private async Task<IActionResult> ShowAsync(List<MenuRow> rows, CancellationToken cancel)
    {
        (Rows, Pages) = (rows, await links.OpenPagesAsync(cancel));
        List<string?> problems = [];
        foreach (var row in rows) problems.Add(Problems.FirstOrDefault(problem => problem.Path == $"url-{problems.Count}")?.Message ?? await desk.ProblemAsync(row, cancel));
        LinkProblems = problems;
        return Page();
    }
}
