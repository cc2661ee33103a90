using System.Collections.Frozen;

namespace Zaitaku.Cms.Media;

/// <summary>A kind of file the site takes. SVG is not among them: it is a program as much as a picture.</summary>
/// <param name="Extension">With its dot, lower case.</param>
/// <param name="ContentType">The media type it is served with.</param>
public sealed record MediaKind(string Extension, string ContentType)
{
    private static readonly FrozenDictionary<string, MediaKind> ByExtension = new MediaKind[]
    {
        new(".png", "image/png"), new(".jpg", "image/jpeg"), new(".jpeg", "image/jpeg"), new(".gif", "image/gif"), new(".webp", "image/webp"),
        new(".pdf", "application/pdf"),
        new(".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        new(".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        new(".pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
        new(".txt", "text/plain; charset=utf-8"), new(".csv", "text/csv; charset=utf-8"), new(".ics", "text/calendar; charset=utf-8"),
        new(".vtt", "text/vtt; charset=utf-8"), new(".mp3", "audio/mpeg"), new(".mp4", "video/mp4"),
    }.ToFrozenDictionary(kind => kind.Extension, StringComparer.OrdinalIgnoreCase);

    public bool IsImage => ContentType.StartsWith("image/", StringComparison.Ordinal);

    /// <summary>The kind its name promises, or null when the site takes no such files.</summary>
    public static MediaKind? Of(string path) => ByExtension.GetValueOrDefault(Path.GetExtension(path));
}
