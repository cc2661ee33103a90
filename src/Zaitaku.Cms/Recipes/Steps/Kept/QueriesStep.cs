namespace Zaitaku.Cms.Recipes.Steps.Kept;

/// <summary><c>Queries {Queries: [{Source, Name, Template, …}]}</c>.</summary>
public sealed class QueriesStep() : KeptEntriesStep("Queries", "Queries", ["Name"]);
