using System.Net;
using System.Text;
using Zaitaku.Cms.Access;

namespace Zaitaku.Site.Tests.Workplace;

[Collection(WorkplaceTests.Name)]
public sealed class MediaTests(WorkplaceSite workplace)
{
    private static readonly byte[] Text = Encoding.UTF8.GetBytes("名前,電話\n見本,000");
    private static readonly byte[] Other = Encoding.UTF8.GetBytes("名前,電話\n見本,111");

    [Fact]
    public async Task A_file_is_taken_in_found_with_its_uses_and_removed_when_nothing_uses_it()
    {
        using var editor = workplace.As(RoleNames.Editor);
        Assert.Equal(HttpStatusCode.Redirect, await UploadAsync(editor, "一覧.csv", Text));
        await workplace.Site.PublishPageAsync("uses-a-file", "[一覧](/media/lists/一覧.csv)");
        var page = await editor.PageAsync("/admin/media?q=" + Uri.EscapeDataString("一覧"));
        Assert.Contains("uses-a-fileの題", page.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, await RemoveAsync(editor, "lists/一覧.csv"));
        Assert.Equal(HttpStatusCode.BadRequest, await UploadAsync(editor, "一覧.csv", Text));
        Assert.Equal(HttpStatusCode.Redirect, await UploadAsync(editor, "使わない.csv", Text));
        Assert.Equal(HttpStatusCode.Redirect, await RemoveAsync(editor, "lists/使わない.csv"));
        using var gone = await workplace.Site.Visitor.GetAsync("/media/lists/使わない.csv");
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    /// <summary>A file on a page that is out is out itself: replacing it is publishing, and nobody would have approved it.</summary>
    [Fact]
    public async Task Whoever_may_not_publish_replaces_nothing_that_readers_see()
    {
        using var editor = workplace.As(RoleNames.Editor);
        using var coordinator = workplace.As(RoleNames.Coordinator, "taro");
        Assert.Equal(HttpStatusCode.Redirect, await UploadAsync(editor, "公開中.csv", Text));
        Assert.Equal(HttpStatusCode.Redirect, await UploadAsync(coordinator, "公開中.csv", Other, replace: true));
        await workplace.Site.PublishPageAsync("shows-a-file", "[一覧](/media/lists/公開中.csv)");
        Assert.Equal(HttpStatusCode.BadRequest, await UploadAsync(coordinator, "公開中.csv", Text, replace: true));
        Assert.Equal(Other, await workplace.Site.Visitor.GetByteArrayAsync("/media/lists/公開中.csv"));
        Assert.Equal(HttpStatusCode.Redirect, await UploadAsync(editor, "公開中.csv", Text, replace: true));
        Assert.Equal(Text, await workplace.Site.Visitor.GetByteArrayAsync("/media/lists/公開中.csv"));
    }

    [Fact]
    public async Task A_file_is_not_opened_by_replacing_it_nor_replaced_by_those_who_may_not_see_it()
    {
        using var editor = workplace.As(RoleNames.Editor);
        Assert.Equal(HttpStatusCode.Redirect, await UploadAsync(editor, "職員.csv", Text, audience: "Staff"));
        Assert.Equal(HttpStatusCode.Redirect, await UploadAsync(editor, "職員.csv", Other, replace: true, audience: "Public"));
        using var hidden = await workplace.Site.Visitor.GetAsync("/media/lists/職員.csv");
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
        using var outsider = workplace.As("may=AccessAdminPanel+ManageMediaContent+PublishContent", "soto");
        Assert.Equal(HttpStatusCode.BadRequest, await UploadAsync(outsider, "職員.csv", Text, replace: true));
        using var kept = await editor.GetAsync("/media/lists/職員.csv");
        Assert.Equal(Other, await kept.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("絵.png", "<svg onload='x()'>"), InlineData("絵.svg", "<svg/>"), InlineData("文書.docx", "MZ"), InlineData("長い文書.docx", "MZ This program cannot be run in DOS mode, and it is long enough to be a zip."), InlineData("逆\u202egnp.csv", "a"), InlineData(".csv", "a")]
    public async Task A_file_that_is_not_what_it_says_is_refused(string name, string content)
    {
        using var editor = workplace.As(RoleNames.Editor);
        Assert.Equal(HttpStatusCode.BadRequest, await UploadAsync(editor, name, Encoding.UTF8.GetBytes(content)));
    }

    [Fact]
    public async Task A_folder_that_leads_elsewhere_is_refused()
    {
        using var editor = workplace.As(RoleNames.Editor);
        Assert.Equal(HttpStatusCode.BadRequest, await UploadAsync(editor, "a.csv", Text, "../../etc"));
    }

    [Fact]
    public async Task A_file_beyond_the_limit_is_answered_with_our_page_and_not_cut_off()
    {
        using var editor = workplace.As(RoleNames.Editor);
        using var form = new MultipartFormDataContent
        {
            { new StringContent(await TokenAsync(editor)), "__RequestVerificationToken" },
            { new StreamContent(new Zeros(102L * 1024 * 1024)), "file", "long.mp4" },
        };
        using var answer = await editor.SendAsync("/admin/media", form);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("大きすぎます", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> UploadAsync(Colleague editor, string name, byte[] bytes, string folder = "lists", bool replace = false, string audience = "Public")
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(await TokenAsync(editor)), "__RequestVerificationToken" },
            { new StringContent(folder), "folder" },
            { new StringContent(replace ? "true" : "false"), "replace" },
            { new StringContent(audience), "audience" },
            { new ByteArrayContent(bytes), "file", name },
        };
        using var answer = await editor.SendAsync("/admin/media", form);
        return answer.StatusCode;
    }

    private static async Task<HttpStatusCode> RemoveAsync(Colleague editor, string path)
    {
        using var answer = await editor.PostAsync("/admin/media", [new("__RequestVerificationToken", await TokenAsync(editor)), new("remove", path)]);
        return answer.StatusCode;
    }

    private static async Task<string> TokenAsync(Colleague editor) =>
        (await editor.PageAsync("/admin/media")).QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
}

/// <summary>A file of nothing but zeros that takes no memory.</summary>
internal sealed class Zeros(long length) : Stream
{
    private long at;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position { get => at; set => at = value; }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var taken = (int)Math.Min(count, length - at);
        Array.Clear(buffer, offset, taken);
        at += taken;
        return taken;
    }

    public override long Seek(long offset, SeekOrigin origin) => at = origin == SeekOrigin.Begin ? offset : origin == SeekOrigin.End ? length + offset : at + offset;

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
