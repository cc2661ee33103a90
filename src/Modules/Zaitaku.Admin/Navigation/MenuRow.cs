using Zaitaku.Cms.Editing;

namespace Zaitaku.Admin.Navigation;

/// <summary>A line of a menu's form.</summary>
/// <param name="Id">The menu item's; empty for one that is not saved yet.</param>
/// <param name="Inside">Whether it stands inside the last line that does not.</param>
public sealed record MenuRow(string Id, string Title, string Url, bool Inside);

/// <summary>The lines of a menu as a form carries them: four lists side by side.</summary>
public static class MenuRows
{
    public const int Most = 100;

    public static List<MenuRow> Of(PostedForm form)
    {
        var (ids, titles, urls, insides) = (form.Row("item"), form.Row("title"), form.Row("url"), form.Row("inside"));
        var count = new[] { ids.Count, titles.Count, urls.Count, insides.Count, Most }.Min();
        return Tidied([.. Enumerable.Range(0, count).Select(at => new MenuRow(ids[at], titles[at].Trim(), urls[at].Trim(), insides[at] == "true"))]);
    }

    /// <summary>Does what a button asks for: <c>up:2</c>, <c>down:2</c>, <c>in:2</c>, <c>out:2</c>, <c>remove:2</c>. A line takes along what stands inside it.</summary>
    /// <returns>The lines after it; the same when it cannot be done.</returns>
    public static List<MenuRow> Do(List<MenuRow> rows, string? act)
    {
        if (act?.Split(':') is not [var verb, var place] || !int.TryParse(place, out var at) || at < 0 || at >= rows.Count) return rows;
        return Tidied(verb switch
        {
            "up" => Moved(rows, at, -1),
            "down" => Moved(rows, at, 1),
            "in" when at > 0 => [.. rows.Take(at), rows[at] with { Inside = true }, .. rows.Skip(at + 1)],
            "out" => [.. rows.Take(at), rows[at] with { Inside = false }, .. rows.Skip(at + 1)],
            "remove" => [.. rows.Take(at), .. rows.Skip(at + Length(rows, at))],
            _ => rows,
        });
    }

    private static List<MenuRow> Moved(List<MenuRow> rows, int at, int by)
    {
        var block = rows.GetRange(at, Length(rows, at));
        List<MenuRow> rest = [.. rows.Take(at), .. rows.Skip(at + block.Count)];
        var to = by < 0 ? Before(rows, at) : at + (at < rest.Count ? Length(rest, at, rows[at].Inside) : 0);
        rest.InsertRange(Math.Clamp(to, 0, rest.Count), block);
        return rest;
    }

    /// <summary>Where the line goes that moves up: over its neighbour, and over all that is inside it.</summary>
    private static int Before(List<MenuRow> rows, int at)
    {
        var to = at - 1;
        while (!rows[at].Inside && to > 0 && rows[to].Inside) to--;
        return to;
    }

    /// <summary>A line and what is inside it.</summary>
    private static int Length(List<MenuRow> rows, int at, bool one = false) =>
        one || rows[at].Inside ? 1 : 1 + rows.Skip(at + 1).TakeWhile(row => row.Inside).Count();

    /// <summary>The first line is inside nothing.</summary>
    private static List<MenuRow> Tidied(List<MenuRow> rows) => rows.Count > 0 && rows[0].Inside ? [rows[0] with { Inside = false }, .. rows.Skip(1)] : rows;
}
