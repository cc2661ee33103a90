using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Caching;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Fields;
using Zaitaku.Cms.Text;

namespace Zaitaku.Guides.Glossary;

/// <summary>用語: a word of home care, explained where it is used. Its title is the word.</summary>
public sealed class GlossaryTermPart : ContentPart
{
    public TextField? Reading { get; set; }
    public TextField? Definition { get; set; }

    /// <summary>Other names people use, for example 訪看.</summary>
    public MultiTextField? Also { get; set; }
}

/// <summary>The site's glossary as texts use it.</summary>
public sealed class SiteGlossary(SiteDb db, SiteCache cache, Viewer viewer)
{
    public const string ContentType = "GlossaryTerm";

    /// <summary>Terms by their title and by the other names people use.</summary>
    public ValueTask<Dictionary<string, GlossaryEntry>> TermsAsync() =>
        cache.GetOrMakeAsync($"glossary:{viewer}", [PageTag.Type(ContentType)], ReadAsync, weight: 32 * 1024);

    private async Task<Dictionary<string, GlossaryEntry>> ReadAsync()
    {
        var terms = new Dictionary<string, GlossaryEntry>();
        foreach (var item in await db.Content.Where(i => i.ContentType == ContentType && i.Published).OrderBy(i => i.Id).AsNoTracking().ToListAsync())
        {
            var part = item.Get<GlossaryTermPart>();
            var entry = new GlossaryEntry(item.DisplayText ?? "", part?.Reading?.Text ?? "", part?.Definition?.Text ?? "");
            foreach (var name in (part?.Also?.Values ?? []).Prepend(entry.Term)) terms.TryAdd(name, entry);
        }

        return terms;
    }
}
