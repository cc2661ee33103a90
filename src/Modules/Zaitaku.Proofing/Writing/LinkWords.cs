using System.Collections.Frozen;
using Zaitaku.Cms.Content;
using Zaitaku.Proofing.Links;

namespace Zaitaku.Proofing.Writing;

/// <summary>Links whose words do not say where they lead: a list of links read aloud is a list of 「こちら」.</summary>
internal static class LinkWords
{
    private static readonly FrozenSet<string> Empty = ProofingText.EmptyLinkWords.ToFrozenSet();

    public static IEnumerable<Remark> Read(ItemText text) => LinkReader.Read(text)
        .Where(link => link.Words is { } words && (words.Trim().Length == 0 || Empty.Contains(words.Trim().TrimEnd(ProofingText.LinkTail))))
        .Select(link => Place.At(text, link.Start, link.Length, RemarkLevel.Error, "LinkWords", ProofingText.LinkWords));
}
