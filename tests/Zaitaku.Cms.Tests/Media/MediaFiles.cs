using System.IO.Compression;

namespace Zaitaku.Cms.Tests.Media;

/// <summary>Small files of each kind.</summary>
internal static class MediaFiles
{
    public static byte[] Png(int width = 2, int height = 3) =>
    [
        0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8,
        (byte)(width >> 24), (byte)(width >> 16), (byte)(width >> 8), (byte)width, (byte)(height >> 24), (byte)(height >> 16), (byte)(height >> 8), (byte)height,
        8, 2, 0, 0, 0, 0, 0, 0, 0,
    ];

    public static byte[] Jpeg { get; } = [0xFF, 0xD8, 0xFF, 0xE0, 0, 6, 1, 2, 3, 4, 0xFF, 0xC0, 0, 11, 8, 0, 5, 0, 4, 3, .. new byte[20]];

    public static byte[] Gif { get; } = [.. "GIF89a"u8, 7, 0, 9, 0, .. new byte[30]];

    public static byte[] Webp { get; } = [.. "RIFF"u8, 0, 0, 0, 0, .. "WEBPVP8X"u8, 10, 0, 0, 0, 0, 0, 0, 0, 9, 0, 0, 19, 0, 0, 0, 0];

    public static byte[] Office(params string[] entries)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in entries) zip.CreateEntry(entry);
        }

        return file.ToArray();
    }
}
