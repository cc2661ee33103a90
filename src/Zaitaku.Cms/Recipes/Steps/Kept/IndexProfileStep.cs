namespace Zaitaku.Cms.Recipes.Steps.Kept;

/// <summary><c>CreateOrUpdateIndexProfile {indexes: [{Id?, Name, IndexName, ProviderName, Type, …}]}</c>: kept for the search.</summary>
public sealed class IndexProfileStep() : KeptEntriesStep("CreateOrUpdateIndexProfile", "indexes", ["Id", "Name"], either: true);
