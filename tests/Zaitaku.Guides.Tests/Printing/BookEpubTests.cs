using System.IO.Compression;
using System.Xml.Linq;
using Zaitaku.Guides.Printing;

namespace Zaitaku.Guides.Tests.Printing;

public sealed class BookEpubTests
{
    private static byte[] Write() => new BookEpub(SmallBook.Make(), [new("一 & <二>", "<p>本文<br>です</p>"), new("三", "<p>&nbsp;</p>")], "発行 & 所", "https://site.example/guides/small", "p { }").Write();

    [Fact]
    public void The_type_comes_first_and_is_not_packed()
    {
        using var zip = new ZipArchive(new MemoryStream(Write()));
        Assert.Equal("mimetype", zip.Entries[0].FullName);
        Assert.Equal(zip.Entries[0].Length, zip.Entries[0].CompressedLength);
    }

    [Fact]
    public void Every_page_is_well_formed_whatever_the_titles_hold()
    {
        using var zip = new ZipArchive(new MemoryStream(Write()));
        var pages = zip.Entries.Where(entry => entry.FullName.EndsWith("html", StringComparison.Ordinal) || entry.FullName.EndsWith("opf", StringComparison.Ordinal)).ToList();
        Assert.Equal(5, pages.Count);
        Assert.All(pages, page => Assert.NotNull(XDocument.Load(page.Open()).Root));
        var chapter = XDocument.Load(zip.GetEntry("book/c1.xhtml")!.Open());
        Assert.Equal("一 & <二>", chapter.Descendants().First(element => element.Name.LocalName == "h1").Value);
    }

    [Fact]
    public void The_same_book_makes_the_same_file() => Assert.Equal(Write(), Write());
}
