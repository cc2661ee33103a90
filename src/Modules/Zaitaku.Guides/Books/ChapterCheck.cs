using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Parts;
using Zaitaku.Cms.Text;
using Zaitaku.Guides.Glossary;

namespace Zaitaku.Guides.Books;

/// <summary>What only a book can know of its chapters: an easy edition that has fallen behind, words that the glossary does not have.</summary>
public sealed class ChapterCheck(SiteDb db, SiteGlossary glossary) : PublicationCheck
{
    private const string Body = "MarkdownBodyPart.Markdown";

    public override async Task<IReadOnlyList<Remark>> ReadAsync(ContentItem item, CancellationToken cancel = default)
    {
        if (item.ContentType != ChapterIndexing.ContentType) return [];
        return [.. await EditionsAsync(item, cancel), .. await TermsAsync(item)];
    }

    private async Task<IEnumerable<Remark>> EditionsAsync(ContentItem item, CancellationToken cancel)
    {
        if (item.Get<LocalizationPart>() is not { LocalizationSet.Length: > 0 } own) return [];
        var others = await db.Set<ChapterIndex>().IgnoreQueryFilters()
            .Where(row => row.LocalizationSet == own.LocalizationSet && row.ContentItemId != item.ContentItemId && row.Published).ToListAsync(cancel);
        var (standard, easy) = (others.Find(row => row.Culture == Cultures.Standard), others.Find(row => row.Culture == Cultures.Easy));
        if (own.Culture == Cultures.Easy && item.Published && standard?.ModifiedUtc > item.ModifiedUtc) return [new(RemarkLevel.Advice, "EasyBehind", Body, GuidesText.EasyBehind(standard.Title))];
        return own.Culture != Cultures.Easy && easy is not null && (!item.Published || easy.ModifiedUtc < item.ModifiedUtc) ? [new(RemarkLevel.Advice, "EasyBehind", Body, GuidesText.EasyToFollow(easy.Title))] : [];
    }

    private async Task<IEnumerable<Remark>> TermsAsync(ContentItem item)
    {
        var markdown = item.Get<MarkdownBodyPart>()?.Markdown ?? "";
        return MarkdownText.Render(markdown, new MarkdownContext { Glossary = await glossary.TermsAsync() }).Problems
            .Where(problem => problem.Kind == TextProblemKind.UnknownTerm)
            .Select(problem => new Remark(RemarkLevel.Error, nameof(TextProblemKind.UnknownTerm), Body, problem.Message) { Line = problem.Line, Start = StartOf(markdown, problem.Line) });
    }

    private static int StartOf(string text, int line)
    {
        var start = 0;
        for (var n = 1; n < line && text.IndexOf('\n', start) is >= 0 and var end; n++) start = end + 1;
        return start;
    }
}
