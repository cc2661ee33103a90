using System.Text.Json.Nodes;

namespace Zaitaku.Cms.Recipes.Checks;

/// <summary>Something in the recipe that points at something else.</summary>
internal sealed record Reference(StepBody Body, JsonNode At, string Target);

/// <summary>What a recipe brings and what it points at, gathered while items are checked and held against the site in one go.</summary>
internal sealed class References
{
    /// <summary>Ids of items the recipe brings, contained ones too.</summary>
    public HashSet<string> Items { get; } = [];

    /// <summary>Ids of terms by their taxonomy, for the taxonomies the recipe brings.</summary>
    public Dictionary<string, HashSet<string>> Terms { get; } = [];

    /// <summary>Paths of media the recipe brings.</summary>
    public HashSet<string> Media { get; } = [];

    /// <summary>Container by contained item.</summary>
    public Dictionary<string, string> Containers { get; } = [];

    public List<Reference> NeededItems { get; } = [];

    public List<(string Taxonomy, Reference Term)> NeededTerms { get; } = [];

    public List<Reference> NeededMedia { get; } = [];

    /// <summary>Addresses the recipe gives, with the item each is for.</summary>
    public Dictionary<string, (string ItemId, Reference At)> Paths { get; } = [];

    public Dictionary<string, (string ItemId, Reference At)> Aliases { get; } = [];
}
