using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Media;

namespace Zaitaku.Site.Tests.Workplace;

/// <summary>Files that are not what they say, brought in by the front door: each is refused with words, and leaves nothing behind.</summary>
[Collection(WorkplaceTests.Name)]
public sealed class HostileFilesTests(WorkplaceSite workplace)
{
    private static readonly byte[] Program = Encoding.ASCII.GetBytes("MZ This program cannot be run in DOS mode.");

    public static TheoryData<string, byte[]> Files => new()
    {
        { "拡張子だけ.png", Program },
        { "絵.svg", Encoding.UTF8.GetBytes("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>") },
        { "絵のふり.png", Encoding.UTF8.GetBytes("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>") },
        { "大きな絵.png", Png(40_000, 40_000) },
        { "実行.docx", Program },
        { "実行と文書.docx", Office(Program, ("word/document.xml", "<w/>")) },
        { "よそへ.docx", Office(("word/document.xml", "<w/>"), ("../../etc/cron.d/x", "x")) },
        { "爆弾.docx", Bomb() },
        { "マクロ.docx", Office(("word/document.xml", "<w/>"), ("word/vbaProject.bin", "x")) },
        { "まとめ.zip", Office(("a.txt", "a")) },
        { "頁.html", Encoding.UTF8.GetBytes("<script>alert(1)</script>") },
        { "頁.cshtml", Encoding.UTF8.GetBytes("@{ }") },
        { "見かけ\u202egnp.exe.png", Png(1, 1) },
        { "見えない\u200b.png", Png(1, 1) },
        { "../../../etc/passwd.png", Png(1, 1) },
        { new string('長', 200) + ".png", Png(1, 1) },
    };

    [Theory, MemberData(nameof(Files))]
    public async Task A_file_that_is_not_what_it_says_leaves_nothing_behind(string name, byte[] bytes)
    {
        using var editor = workplace.As(RoleNames.Editor);
        var before = (await RowsAsync(), Stored());
        using var answer = await UploadAsync(editor, name, bytes);
        // What a browser sends as a name is only its last part: of a path nothing else is left.
        if (name.StartsWith("..", StringComparison.Ordinal) && answer.StatusCode == HttpStatusCode.Redirect)
        {
            Assert.Equal(HttpStatusCode.OK, (await workplace.Site.Visitor.GetAsync("/media/hostile/passwd.png")).StatusCode);
            return;
        }

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await Colleague.ReadAsync(answer);
        Assert.StartsWith("エラー：", page.Title, StringComparison.Ordinal);
        Assert.NotEmpty(page.QuerySelector(".errors")!.TextContent.Trim());
        Assert.Equal(before, (await RowsAsync(), Stored()));
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_refused_before_it_has_come()
    {
        using var editor = workplace.As(RoleNames.Editor);
        var token = await TokenAsync(editor);
        using var form = new MultipartFormDataContent
        {
            { new StringContent(token), "__RequestVerificationToken" }, { new StringContent("hostile"), "folder" }, { new StreamContent(new Endless(110L * 1024 * 1024)), "file", "a.mp4" },
        };
        HttpStatusCode? status = null;
        try
        {
            using var answer = await editor.SendAsync("/admin/media", form);
            status = answer.StatusCode;
        }
        catch (HttpRequestException)
        {
            // The site has hung up while we were still sending.
        }

        Assert.True(status is null or HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.BadRequest, $"{status}");
        Assert.Equal(HttpStatusCode.NotFound, (await workplace.Site.Visitor.GetAsync("/media/hostile/a.mp4")).StatusCode);
    }

    private Task<int> RowsAsync() => workplace.Site.InScopeAsync(services => services.GetRequiredService<SiteDb>().Set<MediaFile>().IgnoreQueryFilters().CountAsync());

    private int Stored() => Directory.GetFiles(Path.Combine(workplace.Site.Folder, "media"), "*", SearchOption.AllDirectories).Length;

    private static async Task<HttpResponseMessage> UploadAsync(Colleague editor, string name, byte[] bytes)
    {
        var file = new ByteArrayContent(bytes);
        file.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"file\"; filename=\"{name}\"; filename*=UTF-8''{Uri.EscapeDataString(name)}");
        using var form = new MultipartFormDataContent { { new StringContent(await TokenAsync(editor)), "__RequestVerificationToken" }, { new StringContent("hostile"), "folder" } };
        form.Add(file);
        return await editor.SendAsync("/admin/media", form);
    }

    private static async Task<string> TokenAsync(Colleague editor) =>
        (await editor.PageAsync("/admin/media")).QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    /// <summary>The head of a picture of this size.</summary>
    private static byte[] Png(int width, int height)
    {
        byte[] head = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0, 0, 0, 0, 0];
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(16), width);
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(20), height);
        return head;
    }

    private static byte[] Office(params (string Name, string Text)[] files) => Office([], files);

    /// <param name="before">What stands before the document in the file, which is a document all the same: its directory counts from the beginning.</param>
    private static byte[] Office(byte[] before, params (string Name, string Text)[] files)
    {
        using var bytes = new MemoryStream();
        bytes.Write(before);
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in files.Prepend(("[Content_Types].xml", "<Types/>")))
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return bytes.ToArray();
    }

    /// <summary>A document of a few thousand bytes that says it is three gigabytes: the size in its directory is all that is read.</summary>
    private static byte[] Bomb()
    {
        var bytes = Office(("word/document.xml", "<w/>"));
        for (var at = 0; at + 4 < bytes.Length; at++)
        {
            if (bytes.AsSpan(at, 4).SequenceEqual("PK\u0001\u0002"u8)) System.Buffers.Binary.BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at + 24), 3_000_000_000);
        }

        return bytes;
    }

    /// <summary>So many zeros, made as they are asked for.</summary>
    private sealed class Endless(long length) : Stream
    {
        private long left = length;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(count, left);
            Array.Clear(buffer, offset, read);
            left -= read;
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
