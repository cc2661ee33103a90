using Zaitaku.Cms.Media;
using Zaitaku.Search.Analysis;

namespace Zaitaku.Search.Files;

/// <summary>The words of a file, in bounded time and size whatever its bytes are.</summary>
public static class FileText
{
    /// <summary>A larger file is not read, in bytes.</summary>
    public const int MaxLength = 30 * 1024 * 1024;

    /// <summary>What is read of the words, in UTF-16 code units: as much as a section of the index holds.</summary>
    public const int MaxText = Index.DocumentWriter.MaxBody;

    private static readonly string Docx = MediaKind.Of(".docx")!.ContentType;
    private static readonly string Pdf = MediaKind.Of(".pdf")!.ContentType;

    /// <summary>Of the files that can be read here.</summary>
    public static IReadOnlyList<string> ContentTypes { get; } = PdfText.IsInstalled ? [Docx, Pdf] : [Docx];

    /// <returns>The words; null when they cannot be read.</returns>
    public static async Task<string?> OfAsync(MediaFile file, Stream bytes, CancellationToken cancel)
    {
        if (file.Length > MaxLength) return null;
        var text = file.ContentType == Docx ? await DocxText.OfAsync(bytes, cancel) : await PdfText.OfAsync(bytes, cancel);
        // No database takes a NUL, which a PDF may hold, nor half a letter, where reading stopped.
        return text is null ? null : NormalText.Wellformed(NormalText.Cut(text, MaxText));
    }
}
