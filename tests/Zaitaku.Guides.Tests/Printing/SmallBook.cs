using Zaitaku.Cms.Content;
using Zaitaku.Cms.Routing;
using Zaitaku.Guides.Books;

namespace Zaitaku.Guides.Tests.Printing;

/// <summary>A book of two chapters.</summary>
internal static class SmallBook
{
    public static Book Make(string version = "v1", DateTime? surroundings = null)
    {
        var item = new ContentItem { ContentItemId = "4book", ContentItemVersionId = version, ContentType = "Guidebook", DisplayText = "本 & 冊子" };
        item.Set(new AutoroutePart { Path = "guides/small" });
        return new Book(item, [Chapter("one"), Chapter("two")], new Dictionary<string, ChapterIndex>(), surroundings);
    }

    private static ChapterIndex Chapter(string name) => new() { Title = name, Path = "guides/small/" + name, ContentItemVersionId = name + "-v1" };
}
