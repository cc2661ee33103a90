using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Caching;
using Zaitaku.Cms.Text;
using Zaitaku.Search.Index;
using Zaitaku.Search.Ranking;
using Zaitaku.Search.Records;
using Zaitaku.Search.Results;

namespace Zaitaku.Search.Pages.Search;

/// <summary>The answers to what was typed. What a visitor typed is theirs: the page is never kept, and no search engine keeps it.</summary>
[EnableRateLimiting(SearchLimits.Search)]
public sealed class ResultsModel(SearchDesk desk, SearchRecords records, Viewer viewer, PageTags tags, TimeProvider clock) : PageModel
{
    public const int PageSize = 10;

    /// <summary>What the box takes; what is longer is cut when it is read.</summary>
    public const int MaxTyped = 200;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Query { get; set; }

    [BindProperty(SupportsGet = true, Name = "kind")]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true, Name = "area")]
    public string? Area { get; set; }

    [BindProperty(SupportsGet = true, Name = "for")]
    public string? For { get; set; }

    [BindProperty(SupportsGet = true, Name = "coming")]
    public string? Coming { get; set; }

    [BindProperty(SupportsGet = true, Name = "page")]
    public string? PageNumber { get; set; }

    public string Typed => Query?.Trim() ?? "";

    /// <summary>Whether there is anything in it to look for: pictures and signs are not.</summary>
    public bool HasLetters => Typed.EnumerateRunes().Any(Rune.IsLetterOrDigit);

    public SearchResults Results { get; private set; } = new(0, []);

    public int Number { get; private set; } = 1;

    public int LastNumber => Math.Max(1, (Math.Min(Results.Total, Chain.Window) + PageSize - 1) / PageSize);

    public bool IsFiltered => Kind is not null || Area is not null || For is not null || Coming is not null;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        tags.Never();
        SearchApi.Private(Response);
        (Kind, Area, For, Coming) = (Given(Kind), Given(Area), Given(For), Given(Coming));
        if (Typed.Length == 0) return;
        Number = int.TryParse(PageNumber, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, 1, Chain.Window / PageSize) : 1;
        Results = await FindAsync(cancel);
        if (Number > LastNumber)
        {
            Number = LastNumber;
            Results = await FindAsync(cancel);
        }

        if (Number == 1 && !IsFiltered && viewer == Viewer.Anonymous) records.Take(Typed, Results.IsPartial ? 0 : Results.Total);
    }

    /// <summary>The address of this search with another filter, or with none where the value is null.</summary>
    public string Address(string name, string? value)
    {
        var parts = new (string Name, string? Value)[] { ("q", Typed), ("kind", Kind), ("area", Area), ("for", For), ("coming", Coming) };
        var query = parts.Select(part => part.Name == name ? (part.Name, Value: value) : part).Append((Name: "page", Value: name == "page" ? value : null));
        return "/search?" + string.Join('&', query.Where(part => part.Value is not null).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}"));
    }

    private Task<SearchResults> FindAsync(CancellationToken cancel) => desk.FindAsync(Typed, Scope(), (Number - 1) * PageSize, PageSize, cancel);

    private SearchScope Scope() => new(viewer.Audience)
    {
        Kind = Kind,
        Area = Area,
        For = Enum.GetNames<Audience>().Contains(For) ? Enum.Parse<Audience>(For!) : null,
        From = Coming is null ? null : JapaneseDate.DayInTokyo(clock.GetUtcNow()),
    };

    private static string? Given(string? value) => value is { Length: > 0 and <= 64 } && !value.Any(char.IsSurrogate) ? value : null;
}
