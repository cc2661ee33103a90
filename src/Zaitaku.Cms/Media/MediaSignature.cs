using System.IO.Compression;

namespace Zaitaku.Cms.Media;

/// <summary>Tells from the bytes whether a file is what its name promises.</summary>
internal static class MediaSignature
{
    private const int HeadSize = 4096;
    /// <summary>An empty zip. Looking for the end of anything shorter leads before its beginning.</summary>
    private const int SmallestZip = 22;
    private const int MaxEntries = 10_000;

    /// <summary>What a document may say that it is when it is unfolded; one that says more is a bomb for whoever opens it.</summary>
    private const long MaxUnfolded = 2L * 1024 * 1024 * 1024;

    /// <param name="bytes">Seekable; left anywhere.</param>
    public static bool Matches(MediaKind kind, Stream bytes)
    {
        bytes.Position = 0;
        var buffer = new byte[HeadSize];
        ReadOnlySpan<byte> head = buffer.AsSpan(0, bytes.ReadAtLeast(buffer, HeadSize, throwOnEndOfStream: false));
        return kind.Extension switch
        {
            ".png" => head.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
            ".jpg" or ".jpeg" => head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]),
            ".gif" => head.StartsWith("GIF87a"u8) || head.StartsWith("GIF89a"u8),
            ".webp" => head.Length > 12 && head.StartsWith("RIFF"u8) && head[8..].StartsWith("WEBP"u8),
            ".pdf" => head.StartsWith("%PDF-"u8),
            ".docx" => IsOffice(bytes, head, "word/"),
            ".xlsx" => IsOffice(bytes, head, "xl/"),
            ".pptx" => IsOffice(bytes, head, "ppt/"),
            ".mp3" => head.StartsWith("ID3"u8) || head.Length > 2 && head[0] == 0xFF && (head[1] & 0xE6) == 0xE2,
            ".mp4" => head.Length > 12 && head[4..].StartsWith("ftyp"u8),
            ".ics" => IsText(bytes) && WithoutMark(head).StartsWith("BEGIN:VCALENDAR"u8),
            ".vtt" => IsText(bytes) && WithoutMark(head).StartsWith("WEBVTT"u8),
            _ => IsText(bytes),
        };
    }

    /// <summary>
    /// An Office document without macros: a zip from its first byte on (a program may have a zip behind it, and be both), with the document's folder
    /// in it. Nothing is unpacked.
    /// </summary>
    private static bool IsOffice(Stream bytes, ReadOnlySpan<byte> head, string folder)
    {
        if (bytes.Length < SmallestZip || !head.StartsWith("PK\u0003\u0004"u8)) return false;
        try
        {
            bytes.Position = 0;
            using var zip = new ZipArchive(bytes, ZipArchiveMode.Read, leaveOpen: true);
            var names = zip.Entries.Take(MaxEntries + 1).Select(e => e.FullName).ToList();
            return names.Count <= MaxEntries && zip.Entries.Sum(e => e.Length) <= MaxUnfolded && names.Contains("[Content_Types].xml") && names.Exists(n => n.StartsWith(folder, StringComparison.Ordinal)) &&
                !names.Exists(n => n.Contains("..", StringComparison.Ordinal) || n.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase));
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    /// <summary>Text of any encoding a town hall's programs write: no control characters but tabs, line ends and the escape of ISO-2022-JP.</summary>
    private static bool IsText(Stream bytes)
    {
        bytes.Position = 0;
        var buffer = new byte[81920];
        for (var read = bytes.Read(buffer); read > 0; read = bytes.Read(buffer))
        {
            foreach (var b in buffer.AsSpan(0, read))
            {
                if (b < 0x20 && b is not (0x09 or 0x0A or 0x0C or 0x0D or 0x1B)) return false;
            }
        }

        return true;
    }

    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> head) => head.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? head[3..] : head;
}
