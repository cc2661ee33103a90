using System.Text;

namespace Zaitaku.Cms.Text;

/// <summary>One line of a reading dictionary, already judged: either its pieces or the problem with it.</summary>
internal sealed record ReadingLine(string Surface, string Reading, IReadOnlyList<RubyPiece> Pieces, string? Problem)
{
    public bool IsCounter => Surface.StartsWith('*');

    /// <summary>Reads a line; null when it holds nothing but a comment.</summary>
    public static ReadingLine? Read(string line)
    {
        var text = Wellformed(line.Split('#')[0]).Trim();
        if (text.Length == 0) return null;
        var comma = text.IndexOf(',', StringComparison.Ordinal);
        if (comma < 1 || comma == text.Length - 1) return Refused(MarkupText.ReadingWithoutComma);
        var surface = text[..comma].Trim();
        var reading = text[(comma + 1)..].Trim();
        return Problems(surface, reading) is { } problem ? Refused(problem) : Divided(surface, reading);
    }

    private static ReadingLine Divided(string surface, string reading) =>
        RubyAlignment.Divide(surface.TrimStart('*'), reading) is { } pieces
            ? new ReadingLine(surface, reading, pieces, null)
            : Refused(MarkupText.ReadingDoesNotFit);

    private static string? Problems(string surface, string reading)
    {
        if (surface.Length > ReadingDictionary.MaxLength || reading.Length > ReadingDictionary.MaxLength) return MarkupText.ReadingTooLong;
        if (JapaneseLetters.CountKanji(surface) == 0) return MarkupText.ReadingWithoutKanji;
        return reading.All(letter => JapaneseLetters.IsKana(letter) || (char.IsLetterOrDigit(letter) && surface.Contains(letter)))
            && !reading.Where((_, i) => JapaneseLetters.KanjiBeginsAt(reading, i)).Any()
            ? null
            : MarkupText.ReadingNotKana;
    }

    private static ReadingLine Refused(string problem) => new("", "", [], problem);

    // Normalize refuses halves of surrogate pairs; a pasted file may hold them.
    private static string Wellformed(string line) =>
        string.Concat(line.EnumerateRunes()).Trim('\uFEFF').Normalize(NormalizationForm.FormC);
}
