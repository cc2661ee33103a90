using Zaitaku.Cms.Text;

namespace Zaitaku.Guides.Editions;

/// <summary>The note of an edition as it is read, below a heading of the second level.</summary>
public sealed record RenderedNote(RenderedText Text)
{
    public static RenderedNote Of(BookEdition edition) =>
        new(MarkdownText.Render(edition.Note, new MarkdownContext { HeadingShift = 2, IdPrefix = $"note{edition.Number}-" }));
}
