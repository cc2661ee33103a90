using Zaitaku.Cms.Caching;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Settings;
using Zaitaku.Proofing.Structure;
using Zaitaku.Proofing.Writing;

namespace Zaitaku.Proofing;

/// <summary>Reads every text of an item by the rules that need nothing but the text and the house's words.</summary>
public sealed class Proofreader(SiteDocuments documents, SiteCache cache) : PublicationCheck
{
    /// <summary>The longest text that is read, in UTF-16 code units.</summary>
    private const int MaxLength = 256 * 1024;

    /// <summary>The most remarks of a kind on one text: nobody mends more at a time, and a text of one letter over and over has no end of them.</summary>
    private const int Most = 200;

    public override async Task<IReadOnlyList<Remark>> ReadAsync(ContentItem item, CancellationToken cancel = default)
    {
        var words = await cache.GetOrMakeAsync("house-words", [PageTag.Site], async () =>
            new HouseWords((await documents.GetAsync<SiteSettings>(cancel)).Section<HouseWordsSettings>().Words));
        return Read(item, words);
    }

    internal static List<Remark> Read(ContentItem item, HouseWords words)
    {
        var limit = SentenceLength.LimitFor(item);
        var remarks = ItemText.Of(item).SelectMany(text => text.Text.Length > MaxLength ? [TooLong(text)] : Read(text, words, limit));
        return [.. remarks.Concat(MediaTexts.Read(item)).OrderBy(remark => remark.Path, StringComparer.Ordinal).ThenBy(remark => remark.Start)];
    }

    private static IEnumerable<Remark> Read(ItemText text, HouseWords words, int limit)
    {
        var masked = MaskedText.Of(text);
        IEnumerable<Remark> structure = text.Kind switch
        {
            TextKind.Markdown => MarkdownStructure.Read(text),
            TextKind.Html => HtmlStructure.Read(text),
            _ => [],
        };
        IEnumerable<Remark>[] kinds = [structure, LinkWords.Read(text), LetterRules.Read(text, masked), words.Read(text, masked), SentenceLength.Read(text, masked, limit)];
        return kinds.SelectMany(kind => kind.Take(Most));
    }

    private static Remark TooLong(ItemText text) => new(RemarkLevel.Error, "TooLong", text.Path, ProofingText.TooLong);
}
