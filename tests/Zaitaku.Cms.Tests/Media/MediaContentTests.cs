using System.Text;
using Zaitaku.Cms.Media;

namespace Zaitaku.Cms.Tests.Media;

public sealed class MediaContentTests
{
    public static TheoryData<string, byte[], int?> Good => new()
    {
        { "写真/在宅 医療.png", MediaFiles.Png(), 2 },
        { "a.JPG", MediaFiles.Jpeg, 4 },
        { "a.gif", MediaFiles.Gif, 7 },
        { "a.webp", MediaFiles.Webp, 10 },
        { "a.pdf", "%PDF-1.7\n"u8.ToArray(), null },
        { "様式.docx", MediaFiles.Office("[Content_Types].xml", "word/document.xml"), null },
        { "様式.xlsx", MediaFiles.Office("[Content_Types].xml", "xl/workbook.xml"), null },
        { "a.pptx", MediaFiles.Office("[Content_Types].xml", "ppt/presentation.xml"), null },
        { "a.txt", Encoding.UTF8.GetBytes("本文\r\n"), null },
        { "a.csv", [0x96, 0xBC, 0x91, 0x4F, 0x2C, 0x31], null },
        { "a.ics", "BEGIN:VCALENDAR\r\n"u8.ToArray(), null },
        { "a.vtt", "WEBVTT\n"u8.ToArray(), null },
        { "a.mp3", "ID3\u0004"u8.ToArray(), null },
        { "a.mp4", [0, 0, 0, 24, .. "ftypisom"u8, 0, 0], null },
    };

    [Theory, MemberData(nameof(Good))]
    public async Task Files_that_are_what_they_promise_are_taken(string path, byte[] bytes, int? width)
    {
        var content = await MediaContent.InspectAsync(path, new MemoryStream(bytes));
        Assert.Null(content.Refusal);
        Assert.Equal(width, content.Size?.Width);
        Assert.Equal(64, content.Sha256.Length);
    }

    public static TheoryData<string, byte[]> Bad => new()
    {
        { "a.svg", "<svg/>"u8.ToArray() },
        { "a.html", "<p>"u8.ToArray() },
        { "a", "x"u8.ToArray() },
        { "a.png", MediaFiles.Jpeg },
        { "a.png", MediaFiles.Png(40_000, 40_000) },
        { "a.png", MediaFiles.Png(-1, 5) },
        { "a.png", [0x89, 0x50] },
        { "a.docx", "MZ\u0000"u8.ToArray() },
        { "a.docx", MediaFiles.Office("[Content_Types].xml", "xl/workbook.xml") },
        { "a.docx", MediaFiles.Office("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin") },
        { "a.docx", MediaFiles.Office("[Content_Types].xml", "word/document.xml", "../../etc/passwd") },
        { "a.txt", [0x41, 0x00] },
        { "a.pdf", "<html>"u8.ToArray() },
        { "a.ics", "hello"u8.ToArray() },
        { "a.mp4", [] },
    };

    [Theory, MemberData(nameof(Bad))]
    public async Task Files_that_are_not_are_refused(string path, byte[] bytes) => Assert.NotNull((await MediaContent.InspectAsync(path, new MemoryStream(bytes))).Refusal);

    [Theory]
    [InlineData("../a.png")]
    [InlineData("a/../b.png")]
    [InlineData("a//b.png")]
    [InlineData("a\\b.png")]
    [InlineData("C:a.png")]
    [InlineData(".hidden.png")]
    [InlineData("a/.git/b.png")]
    [InlineData("a\0.png")]
    [InlineData("a\u202Egnp.exe.png")]
    [InlineData("a\u200B.png")]
    [InlineData("a.png.")]
    [InlineData("")]
    [InlineData("/")]
    public void Paths_that_lead_elsewhere_or_deceive_are_refused(string path) => Assert.Null(MediaPath.Clean(path));

    [Fact]
    public void Half_a_character_is_no_name() => Assert.Null(MediaPath.Clean("a\uD800.png"));

    [Fact]
    public void Japanese_names_keep_every_mark_in_one_form() => Assert.Equal("がん/ガイド.pdf", MediaPath.Clean("/か\u3099ん/カ\u3099イト\u3099.pdf"));
}
