namespace Zaitaku.Cms.Admin;

/// <summary>Which page of a long list is shown, and the addresses of the others.</summary>
/// <param name="Page">From 1.</param>
/// <param name="Address">The list's address with its filter, to which the page is added.</param>
public sealed record PageOfList(int Page, int Count, string Address, int Size = 50)
{
    public int Pages => Math.Max(1, (Count + Size - 1) / Size);

    public int Skip => (Math.Clamp(Page, 1, Pages) - 1) * Size;

    public string Link(int page) => Address + (Address.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "page=" + page.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
