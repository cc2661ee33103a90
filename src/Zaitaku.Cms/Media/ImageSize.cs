using System.Buffers.Binary;

namespace Zaitaku.Cms.Media;

/// <summary>Width and height of an image in pixels, read from its first bytes without decoding it.</summary>
public readonly record struct ImageSize(int Width, int Height)
{
    public long Pixels => (long)Width * Height;

    /// <returns>Null for what is no image, or one whose head cannot be read.</returns>
    public static ImageSize? Read(MediaKind kind, Stream bytes)
    {
        bytes.Position = 0;
        Span<byte> head = stackalloc byte[32];
        if (bytes.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length) return null;
        return kind.ContentType switch
        {
            "image/png" => new(BinaryPrimitives.ReadInt32BigEndian(head[16..]), BinaryPrimitives.ReadInt32BigEndian(head[20..])),
            "image/gif" => new(BinaryPrimitives.ReadUInt16LittleEndian(head[6..]), BinaryPrimitives.ReadUInt16LittleEndian(head[8..])),
            "image/webp" => Webp(head),
            "image/jpeg" => Jpeg(bytes),
            _ => null,
        };
    }

    private static ImageSize? Webp(ReadOnlySpan<byte> head)
    {
        if (head[12..].StartsWith("VP8X"u8)) return new(1 + Int24(head[24..]), 1 + Int24(head[27..]));
        if (head[12..].StartsWith("VP8 "u8)) return new(BinaryPrimitives.ReadUInt16LittleEndian(head[26..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(head[28..]) & 0x3FFF);
        if (!head[12..].StartsWith("VP8L"u8)) return null;
        var bits = BinaryPrimitives.ReadUInt32LittleEndian(head[21..]);
        return new((int)(bits & 0x3FFF) + 1, (int)(bits >> 14 & 0x3FFF) + 1);
    }

    private static int Int24(ReadOnlySpan<byte> at) => at[0] | at[1] << 8 | at[2] << 16;

    /// <summary>Walks from segment to segment until the frame says how large it is.</summary>
    private static ImageSize? Jpeg(Stream bytes)
    {
        Span<byte> segment = stackalloc byte[9];
        for (bytes.Position = 2; bytes.ReadAtLeast(segment, segment.Length, throwOnEndOfStream: false) == segment.Length;)
        {
            if (segment[0] != 0xFF) return null;
            var isFrame = segment[1] is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);
            if (isFrame) return new(BinaryPrimitives.ReadUInt16BigEndian(segment[7..]), BinaryPrimitives.ReadUInt16BigEndian(segment[5..]));
            var length = BinaryPrimitives.ReadUInt16BigEndian(segment[2..]);
            if (length < 2) return null;
            bytes.Position += length + 2 - segment.Length;
        }

        return null;
    }
}
