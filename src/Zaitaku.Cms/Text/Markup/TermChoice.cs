namespace Zaitaku.Cms.Text.Markup;

/// <summary>Chooses the references that are explained: the first use of each entry in running text.</summary>
internal sealed class TermChoice(IReadOnlyDictionary<string, GlossaryEntry> glossary)
{
    private readonly HashSet<string> _explained = new(StringComparer.Ordinal);
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly List<string> _used = [];

    /// <summary>Titles of the entries referred to, in the order of first use.</summary>
    public IReadOnlyList<string> Used => _used;

    /// <summary>Decides about one reference; false when the glossary has no such entry.</summary>
    public bool Choose(TermInline term, bool running)
    {
        if (!glossary.TryGetValue(term.Key, out var entry)) return false;
        if (_seen.Add(entry.Term)) _used.Add(entry.Term);
        if (running && _explained.Add(entry.Term))
        {
            term.Explained = entry;
            term.Number = _explained.Count;
        }

        return true;
    }
}
