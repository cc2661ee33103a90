using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Parts;
using Zaitaku.Cms.Settings;
using Zaitaku.Cms.Text;
using Zaitaku.Guides.Books;

namespace Zaitaku.Site.Tests.Pages;

/// <summary>How much there is to read, and how well it reads.</summary>
[Collection(SampleSiteTests.Name)]
public sealed class ContentMeasuresTests(SampleSite sample, ITestOutputHelper output)
{
    private const string Acp = "4acpgv1de00000000000000000";
    private const int EasySentence = 40;
    private const double Covered = 0.95;

    [Theory]
    [InlineData("guides", "acp", 9, 15_000), InlineData("handbooks", "nyutaiin", 6, 8_000), InlineData("handbooks", "ohitorisama", 8, 0)]
    public async Task A_book_has_enough_chapters_and_enough_text(string shelf, string slug, int chapters, int characters)
    {
        await using var scope = sample.Site.Services.CreateAsyncScope();
        var book = (await scope.ServiceProvider.GetRequiredService<Bookshelf>().FindAsync(shelf, slug))!;
        var sum = book.Chapters.Sum(chapter => chapter.Characters);
        output.WriteLine($"{book.Title}: {book.Chapters.Count} chapters, {sum} characters");
        Assert.True(book.Chapters.Count >= chapters);
        Assert.True(sum >= characters);
    }

    [Fact]
    public async Task There_is_a_glossary_and_every_entry_says_something()
    {
        var terms = await ItemsAsync("GlossaryTerm");
        output.WriteLine($"{terms.Count} terms");
        Assert.True(terms.Count >= 40);
        Assert.All(terms, term => Assert.InRange(term.Get<Guides.Glossary.GlossaryTermPart>()!.Definition!.Text!.Length, 15, 200));
        Assert.Equal(terms.Count, terms.Select(term => term.DisplayText).Distinct().Count());
    }

    [Fact]
    public async Task Every_chapter_of_the_guidebook_has_an_easy_edition_in_short_sentences()
    {
        var chapters = await AcpAsync();
        var sets = chapters.ToLookup(chapter => chapter.Get<LocalizationPart>()!.LocalizationSet);
        Assert.All(sets, editions => Assert.Equal(2, editions.Count()));
        foreach (var easy in chapters.Where(chapter => chapter.Get<LocalizationPart>()!.Culture == Cultures.Easy))
        {
            var text = Render(easy, furigana: false).PlainText;
            var mean = EasyJapanese.MeanSentenceLength(text);
            output.WriteLine($"{easy.DisplayText}: {mean:0.0}; longest: {EasyJapanese.LongestSentence(text)}");
            Assert.True(mean <= EasySentence, $"{easy.DisplayText}: {mean:0.0}");
        }
    }

    [Fact]
    public async Task Readings_cover_the_guidebook()
    {
        var settings = await sample.Site.Services.GetRequiredService<SiteDocuments>().GetAsync<SiteSettings>();
        var furigana = new Furigana(ReadingDictionary.Parse(settings.Section<FuriganaSettings>().Dictionary));
        var measured = (await AcpAsync()).ConvertAll(chapter => (Chapter: chapter.Get<Cms.Routing.AutoroutePart>()!.Path!, Result: furigana.Apply(Render(chapter, furigana: true).Html)));
        foreach (var (chapter, result) in measured) output.WriteLine($"{chapter}: {result.Coverage:P1} of {result.Kanji}");
        Assert.All(measured, chapter => Assert.True(chapter.Result.Kanji > 100));
        Assert.Empty(measured.Where(chapter => chapter.Result.Coverage < Covered).Select(chapter => $"{chapter.Chapter}: {chapter.Result.Coverage:P1}"));
    }

    [Fact]
    public async Task No_text_has_anything_an_editor_should_mend()
    {
        var glossary = await GlossaryAsync();
        var items = await ItemsAsync("Chapter", "Page", "FormSheet", "Leaflet");
        Assert.True(items.Count > 45);
        Assert.Empty(from item in items
                     from problem in MarkdownText.Render(item.Get<MarkdownBodyPart>()!.Markdown!, new MarkdownContext { Glossary = glossary }).Problems
                     select $"{item.DisplayText}, {problem.Line}: {problem.Kind} {problem.Message}");
    }

    private static RenderedText Render(ContentItem item, bool furigana) => MarkdownText.Render(item.Get<MarkdownBodyPart>()!.Markdown!, new MarkdownContext { Furigana = furigana });

    private async Task<List<ContentItem>> AcpAsync() =>
        [.. (await ItemsAsync("Chapter")).Where(chapter => chapter.Get<ContainedPart>()!.ListContentItemId == Acp)];

    private async Task<IReadOnlyDictionary<string, GlossaryEntry>> GlossaryAsync()
    {
        await using var scope = sample.Site.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Guides.Glossary.SiteGlossary>().TermsAsync();
    }

    private async Task<List<ContentItem>> ItemsAsync(params string[] types)
    {
        await using var scope = sample.Site.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SiteDb>().Content.Where(item => types.Contains(item.ContentType) && item.Published).AsNoTracking().ToListAsync();
    }
}
