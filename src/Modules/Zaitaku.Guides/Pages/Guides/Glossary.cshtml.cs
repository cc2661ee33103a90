using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Caching;
using Zaitaku.Cms.Data;
using Zaitaku.Guides.Glossary;

namespace Zaitaku.Guides.Pages.Guides;

/// <summary>A term as the list shows it.</summary>
public sealed record ListedTerm(string Id, string Title, string Reading, string Definition, IReadOnlyList<string> Also);

/// <summary>Every term of the glossary, in the order of readings.</summary>
public sealed class GlossaryModel(SiteDb db, PageTags tags) : PageModel
{
    public IReadOnlyList<ListedTerm> Terms { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var items = await db.Content.Where(i => i.ContentType == SiteGlossary.ContentType && i.Published).AsNoTracking().ToListAsync(cancel);
        Terms = [.. items.Select(item => (item, part: item.Get<GlossaryTermPart>() ?? new GlossaryTermPart()))
            .Select(term => new ListedTerm(term.item.ContentItemId, term.item.DisplayText ?? "", term.part.Reading?.Text ?? "", term.part.Definition?.Text ?? "", term.part.Also?.Values ?? []))
            .OrderBy(term => term.Reading, StringComparer.Ordinal)];
        tags.Add(PageTag.Type(SiteGlossary.ContentType));
    }
}
