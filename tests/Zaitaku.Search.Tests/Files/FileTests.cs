using System.IO.Compression;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Fields;
using Zaitaku.Cms.Media;
using Zaitaku.Cms.Parts;
using Zaitaku.Cms.Routing;
using Zaitaku.Guides.FormSheets;
using Zaitaku.Search.Files;
using Zaitaku.Search.Index;

namespace Zaitaku.Search.Tests.Files;

/// <summary>A form is found by the words inside its files, by those who may have the files.</summary>
public sealed class FileTests
{
    private const string Path = "forms/sheet.docx";

    [Theory, EachEngine]
    public async Task A_form_is_found_by_the_words_inside_its_file(Engine engine)
    {
        await using var site = await OpenAsync(engine);
        await PutAsync(site, Document("<w:t>服薬の</w:t><w:t>記入欄</w:t>"));
        await PublishAsync(site);
        Assert.Empty(await site.PathsAsync("服薬の記入欄"));
        await ReadAsync(site);
        Assert.Equal(["/forms/sheet"], await site.PathsAsync("服薬の記入欄"));
        Assert.Equal("sheet.docx", (await site.FindAsync("服薬の記入欄")).Hits[0].Heading);

        // What the file no longer says is not found, even before it is read anew.
        await PutAsync(site, Docx("口の手入れ"));
        Assert.Empty(await site.PathsAsync("服薬の記入欄"));
        await ReadAsync(site);
        Assert.Equal(["/forms/sheet"], await site.PathsAsync("口の手入れ"));
        Assert.Equal(1, await site.RebuildAsync());
        Assert.Equal(["/forms/sheet"], await site.PathsAsync("口の手入れ"));
    }

    [Theory, EachEngine]
    public async Task A_file_for_fewer_than_its_page_is_not_found_by_the_others(Engine engine)
    {
        await using var site = await OpenAsync(engine);
        var file = Docx("内々の連絡先");
        await PutAsync(site, file, Audience.Professionals);
        await PublishAsync(site);
        await ReadAsync(site);
        Assert.Empty(await site.PathsAsync("内々の連絡先"));
        Assert.Empty(await site.PathsAsync("内々の連絡先", new Viewer(Audience.Professionals)));
        await PutAsync(site, file, Audience.Public);
        Assert.Equal(["/forms/sheet"], await site.PathsAsync("内々の連絡先"));
        await PutAsync(site, file, Audience.Staff);
        Assert.Empty(await site.PathsAsync("内々の連絡先"));
    }

    [Theory, EachEngine]
    public async Task A_file_that_cannot_be_read_is_tried_once(Engine engine)
    {
        await using var site = await OpenAsync(engine);
        await PutAsync(site, Document("<w:t>閉じない"));
        await PublishAsync(site);
        await ReadAsync(site);
        Assert.Equal("", await site.ReadAsync(db => db.Set<SearchFile>().Select(file => file.Text).SingleAsync()));
        Assert.False(await site.ReadAsync(db => FileShelf.Unread(db).AnyAsync()));
        Assert.Equal(["/forms/sheet"], await site.PathsAsync("確認シート"));
    }

    [Fact]
    public async Task Words_cut_into_pieces_are_whole_and_what_was_deleted_is_gone()
    {
        var text = await TextAsync(Document("<w:t>服</w:t><w:t>薬</w:t><w:t>の</w:t><w:tab/><w:t>欄</w:t><w:del><w:delText>消した</w:delText></w:del><mc:AlternateContent><mc:Choice><w:t>枠</w:t></mc:Choice><mc:Fallback><w:t>枠</w:t></mc:Fallback></mc:AlternateContent>"));
        Assert.Equal("服薬の 欄枠", text);
    }

    [Fact]
    public async Task What_unpacks_to_far_more_is_left()
    {
        Assert.Null(await TextAsync(Docx(new string('あ', 20_000_000))));
        Assert.Null(await TextAsync(Document("<!DOCTYPE x>")));
    }

    [Fact]
    public void Any_bytes_are_read_without_harm() => Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes => TextAsync(bytes).GetAwaiter().GetResult() is null).QuickCheckThrowOnFailure();

    private static async Task<string?> TextAsync(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return await DocxText.OfAsync(stream, CancellationToken.None);
    }

    private static byte[] Docx(string text) => Document($"<w:t>{text}</w:t>");

    private static byte[] Document(string run)
    {
        using var buffer = new MemoryStream();
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            zip.CreateEntry("[Content_Types].xml");
            using var body = new StreamWriter(zip.CreateEntry("word/document.xml").Open(), new UTF8Encoding(false));
            body.Write($"""<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body><w:p><w:r>{run}</w:r></w:p></w:body></w:document>""");
        }

        return buffer.ToArray();
    }

    private static async Task<TestSite> OpenAsync(Engine engine)
    {
        var site = await SearchSite.OpenAsync(engine);
        Assert.False((await site.ApplyAsync(System.IO.Path.Combine(AppContext.BaseDirectory, "recipes", "definitions.recipe.json"), keepUnknown: true)).Refused);
        return site;
    }

    private static Task<bool> ReadAsync(TestSite site) => site.InScopeAsync(async scope =>
    {
        await scope.GetRequiredService<FileReader>().ReadAsync(CancellationToken.None);
        return true;
    });

    private static Task<bool> PutAsync(TestSite site, byte[] file, Audience? audience = null) => site.InScopeAsync(async scope =>
    {
        using var bytes = new MemoryStream(file);
        return await scope.GetRequiredService<MediaStore>().PutAsync(await MediaContent.InspectAsync(Path, bytes), bytes, audience);
    });

    private static async Task PublishAsync(TestSite site)
    {
        var item = new ContentItem { ContentType = FormSheetRack.ContentType, DisplayText = "確認シート" };
        item.Set(new TitlePart { Title = "確認シート" });
        item.Set(new AutoroutePart { Path = "forms/sheet" });
        item.Set(new FormSheetPart { Files = new MediaField { Paths = [Path] } });
        Assert.Empty(await site.InScopeAsync(scope => scope.GetRequiredService<ContentStore>().PublishAsync(item)));
    }
}
