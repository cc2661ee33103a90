namespace Zaitaku.Cms.Recipes.Steps.Kept;

/// <summary><c>custom-settings</c>: every property but the name is a whole item of a type with the stereotype CustomSettings.</summary>
public sealed class CustomSettingsStep() : KeptEntriesStep("custom-settings", "", []);
