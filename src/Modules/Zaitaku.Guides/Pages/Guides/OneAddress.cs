using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zaitaku.Cms.Caching;
using Zaitaku.Guides.Editions;

namespace Zaitaku.Guides.Pages.Guides;

/// <summary>Comparisons of books are dear to make. Each has one address, under which it is kept; other spellings lead there, so nobody has it made again and again.</summary>
internal static class OneAddress
{
    /// <returns>The way to the page's own address when something else was added to it; otherwise null.</returns>
    public static IActionResult? Elsewhere(this PageModel page, string query) =>
        page.Request.QueryString.Value is { Length: > 0 } asked && asked != query ? page.LocalRedirectPermanent(page.Request.Path.ToUriComponent() + query) : null;

    /// <inheritdoc cref="Elsewhere"/>
    public static IActionResult? ElsewhereSince(this PageModel page, string since) => CopyDesk.NumberOf(since) is { } number ? page.Elsewhere(FormattableString.Invariant($"?since={number}")) : null;

    /// <summary>One page for each edition: there are only so many, so each is kept.</summary>
    public static void Add(this PageTags tags, SinceCopy since)
    {
        tags.OfItsNumber();
        tags.Add(since.Book.Id, since.Changes);
    }

    /// <summary>Names everything whose change makes the comparison another one: a chapter that has left the book is still spoken of.</summary>
    public static void Add(this PageTags tags, string bookId, EditionChanges changes)
    {
        tags.Add(PageTag.Item(bookId));
        foreach (var text in changes.Texts) tags.Add(PageTag.Item(text.ContentItemId));
    }
}
