using Zaitaku.Cms.Data;
using Zaitaku.Guides.Printing;

namespace Zaitaku.Guides.Tests.Printing;

public sealed class PdfShelfTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("zaitaku-shelf-");

    [Fact]
    public void A_pdf_of_an_earlier_edition_is_never_handed_out()
    {
        var shelf = new PdfShelf(new DataFolder(folder.FullName));
        Assert.Null(shelf.Find(SmallBook.Make()));
        shelf.Put(SmallBook.Make(), Made("first"));
        Assert.Equal("first", File.ReadAllText(shelf.Find(SmallBook.Make())!.FullName));
        Assert.Null(shelf.Find(SmallBook.Make("v2")));
        Assert.Null(shelf.Find(SmallBook.Make(surroundings: DateTime.UnixEpoch)));
        shelf.Put(SmallBook.Make("v2"), Made("second"));
        Assert.Null(shelf.Find(SmallBook.Make()));
        Assert.Equal("second", File.ReadAllText(shelf.Find(SmallBook.Make("v2"))!.FullName));
    }

    public void Dispose() => folder.Delete(recursive: true);

    private string Made(string text)
    {
        var file = Path.Combine(folder.FullName, "made");
        File.WriteAllText(file, text);
        return file;
    }
}
