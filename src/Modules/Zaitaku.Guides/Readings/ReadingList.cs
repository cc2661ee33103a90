using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Parts;
using Zaitaku.Cms.Text;
using Zaitaku.Cms.Words;
using Zaitaku.Guides.Books;

namespace Zaitaku.Guides.Readings;

/// <summary>The dictionary of readings as editors keep it.</summary>
public sealed class ReadingList(SiteDb db) : WordList
{
    /// <summary>More words than this are not looked for one by one: every page is read.</summary>
    private const int Few = 200;

    /// <summary>Types whose pages are shown with readings.</summary>
    private static readonly string[] Types = [ChapterIndexing.ContentType, "Leaflet", "FormSheet"];

    public override string Path => "/admin/readings";

    public override (string Section, string Property) Place => (nameof(FuriganaSettings), nameof(FuriganaSettings.Dictionary));

    public override WordListPhrases Phrases => ReadingsText.Phrases;

    public override IReadOnlyList<WordProblem> Problems(string source) =>
    [
        .. ReadingDictionary.Parse(source).Problems.Select(problem => new WordProblem(problem.Line, problem.Message)),
        .. WordLines.Of(source).Where(line => WordFile.IsFormula(line.Word)).Select(line => new WordProblem(line.Number, WordsText.Formula)),
    ];

    public override string Try(string source, string sentence) => new Furigana(ReadingDictionary.Parse(source)).ApplyToText(sentence).Html;

    public override async Task<IReadOnlyList<TouchedPage>> TouchedAsync(string before, string after, CancellationToken cancel)
    {
        var words = WordLines.Difference(before, after).Select(change => change.Word.TrimStart('*')).ToList();
        var (old, now) = (new Furigana(ReadingDictionary.Parse(before)), new Furigana(ReadingDictionary.Parse(after)));
        var items = await db.Content.AsNoTracking().Where(item => item.Published && Types.Contains(item.ContentType)).ToListAsync(cancel);
        return [.. items.Where(item => MayHold(item, words) && Reads(item, old) != Reads(item, now)).Select(item => new TouchedPage(item.ContentItemId, item.DisplayText ?? ""))];
    }

    private static bool MayHold(ContentItem item, List<string> words) => words.Count > Few || words.Exists(word => TextOf(item).Contains(word, StringComparison.Ordinal));

    private static string TextOf(ContentItem item) => $"{item.DisplayText}\n{item.Get<MarkdownBodyPart>()?.Markdown}";

    private static string Reads(ContentItem item, Furigana furigana) => furigana.ApplyToText(item.DisplayText ?? "").Html +
        furigana.Apply(MarkdownText.Render(item.Get<MarkdownBodyPart>()?.Markdown ?? "", new MarkdownContext { Furigana = true }).Html).Html;
}
