using System.Security.Cryptography;

namespace Zaitaku.Cms.Media;

/// <summary>Bytes that have been looked at: what they are, or why they are not taken.</summary>
/// <param name="Path">As it is stored.</param>
/// <param name="Refusal">For the person who brought the file; null when all is well.</param>
public sealed record MediaContent(string Path, string? Refusal)
{
    public const long MaxBytes = 200L * 1024 * 1024;
    private const long MaxPixels = 100_000_000;

    public MediaKind Kind { get; private init; } = new("", "");
    public string Sha256 { get; private init; } = "";
    public long Length { get; private init; }
    public ImageSize? Size { get; private init; }

    /// <summary>Looks at a file: its name, its kind, whether it is that kind, and its hash.</summary>
    /// <param name="bytes">Seekable; left at its beginning.</param>
    public static async Task<MediaContent> InspectAsync(string path, Stream bytes, CancellationToken cancel = default)
    {
        if (MediaPath.Clean(path) is not { } clean) return new(path, MediaText.PathInvalid);
        if (MediaKind.Of(clean) is not { } kind) return new(clean, MediaText.KindRefused(System.IO.Path.GetExtension(clean)));
        if (bytes.Length > MaxBytes) return new(clean, MediaText.TooLarge(MaxBytes));
        if (!MediaSignature.Matches(kind, bytes)) return new(clean, MediaText.NotItsKind);
        var size = ImageSize.Read(kind, bytes);
        if (size is { Pixels: < 1 or > MaxPixels }) return new(clean, MediaText.ImageTooLarge);
        bytes.Position = 0;
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(bytes, cancel));
        bytes.Position = 0;
        return new(clean, null) { Kind = kind, Sha256 = hash, Length = bytes.Length, Size = size };
    }
}
