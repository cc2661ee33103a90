using Zaitaku.Cms.Access;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Parts;
using Zaitaku.Cms.Text;

namespace Zaitaku.Proofing.Writing;

/// <summary>Sentences that are long for their readers.</summary>
internal static class SentenceLength
{
    /// <summary>やさしい日本語 asks for about 40 letters; a few more do not hold anybody up.</summary>
    private const int Easy = 50;
    private const int Residents = 90;
    private const int Professionals = 120;

    public static int LimitFor(ContentItem item) =>
        item.Get<LocalizationPart>()?.Culture == Cultures.Easy ? Easy
        : item.Get<AudiencePart>()?.Audience is Audience.Professionals or Audience.Staff ? Professionals
        : Residents;

    public static IEnumerable<Remark> Read(ItemText text, string masked, int limit)
    {
        var start = 0;
        foreach (var line in masked.Split('\n'))
        {
            // Headings and rows of tables are no sentences.
            if (line.Length > limit && !line.StartsWith('#') && !line.StartsWith('|'))
            {
                foreach (var remark in InLine(text, line, start, limit)) yield return remark;
            }

            start += line.Length + 1;
        }
    }

    private static IEnumerable<Remark> InLine(ItemText text, string line, int lineStart, int limit)
    {
        var from = 0;
        foreach (var sentence in EasyJapanese.Sentences(line))
        {
            var at = line.IndexOf(sentence, from, StringComparison.Ordinal);
            if (at < 0) yield break;
            from = at + sentence.Length;
            var letters = sentence.Count(c => c != MaskedText.Cover);
            if (letters > limit) yield return Place.At(text, lineStart + at, sentence.Length, RemarkLevel.Advice, "LongSentence", ProofingText.LongSentence(letters, limit));
        }
    }
}
