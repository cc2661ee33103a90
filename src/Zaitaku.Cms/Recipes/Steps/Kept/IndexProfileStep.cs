namespace Zaitaku.Cms.Recipes.Steps.Kept;

/// <summary><c>CreateOrUpdateIndexProfile {indexes: [{Id?, Name, IndexName, ProviderName, Type, …}]}</c>: kept, and acted upon by the search.</summary>
public class IndexProfileStep() : KeptEntriesStep("CreateOrUpdateIndexProfile", "indexes", ["Id", "Name"], either: true);
