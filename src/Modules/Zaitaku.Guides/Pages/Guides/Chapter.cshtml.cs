using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zaitaku.Cms.Caching;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Departments;
using Zaitaku.Cms.Parts;
using Zaitaku.Cms.Text;
using Zaitaku.Guides.Books;
using Zaitaku.Guides.Glossary;

namespace Zaitaku.Guides.Pages.Guides;

/// <summary>One chapter, in one of its editions, with or without readings.</summary>
public sealed class ChapterModel(Bookshelf bookshelf, ChapterTexts texts, Departments departments, PageTags tags) : PageModel
{
    public ContentItem Item { get; private set; } = null!;

    public Book Book { get; private set; } = null!;

    public ChapterIndex Chapter { get; private set; } = null!;

    public RenderedText Text { get; private set; } = null!;

    /// <summary>The title with readings, as HTML; null without readings.</summary>
    public string? TitleRuby { get; private set; }

    public Department? Department { get; private set; }

    public bool WithFurigana { get; private set; }

    public bool IsEasy => Chapter.Culture == Cultures.Easy;

    /// <summary>Carries the reader's choice from page to page.</summary>
    public string Query => WithFurigana ? "?furigana=on" : "";

    public string? Notice => Item.Get<ChapterPart>()?.Notice?.Text is { Length: > 0 } notice ? notice : null;

    /// <summary>The book's chapters in this edition.</summary>
    public IReadOnlyList<ChapterIndex> Contents { get; private set; } = [];

    public ChapterIndex? Previous => Neighbour(-1);

    public ChapterIndex? Next => Neighbour(+1);

    /// <summary>The same chapter in やさしい日本語, or from there the standard one.</summary>
    public ChapterIndex? OtherEdition => IsEasy
        ? Book.Chapters.FirstOrDefault(c => c.LocalizationSet == Chapter.LocalizationSet)
        : Book.Easy.GetValueOrDefault(Chapter.LocalizationSet);

    public async Task<IActionResult> OnGetAsync(string? furigana, CancellationToken cancel)
    {
        if (HttpContext.Features.Get<ContentItem>() is not { } item) return NotFound();
        if (await bookshelf.FindAsync(item.Get<ContainedPart>()?.ListContentItemId, cancel) is not { } book) return NotFound();
        if (book.Editions.FirstOrDefault(c => c.ContentItemVersionId == item.ContentItemVersionId) is not { } chapter) return NotFound();
        (Item, Book, Chapter) = (item, book, chapter);
        Contents = IsEasy ? book.EasyChapters : book.Chapters;
        WithFurigana = furigana == "on";
        var form = WithFurigana ? TextForm.Furigana : TextForm.Plain;
        Text = await texts.OfAsync(item, form);
        TitleRuby = await texts.RubyAsync(chapter.Title, form);
        Department = await departments.FindAsync(item.Get<ContactPart>()?.DepartmentId ?? book.DepartmentId);
        tags.Add(PageTag.Item(item.ContentItemId));
        tags.Add(PageTag.Item(book.Id));
        tags.Add(PageTag.Type(SiteGlossary.ContentType));
        return Page();
    }

    private ChapterIndex? Neighbour(int step)
    {
        for (var at = 0; at < Contents.Count; at++)
        {
            if (Contents[at] == Chapter) return at + step >= 0 && at + step < Contents.Count ? Contents[at + step] : null;
        }

        return null;
    }
}
