using System.Text.Json.Nodes;

namespace Zaitaku.Cms.Recipes.Steps.Kept;

/// <summary><c>lucene-index {Indices: [{"Search": {AnalyzerName, IndexedContentTypes, …}}]}</c>, the older form of an index profile: kept, and acted upon by the search.</summary>
public class LuceneIndexStep() : KeptEntriesStep("lucene-index", "Indices", [])
{
    private protected override string? KeyOf(JsonObject entry) => entry.FirstOrDefault().Key;
}
