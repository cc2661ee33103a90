namespace Zaitaku.Cms.Recipes.Steps.Kept;

/// <summary><c>Translations {translations: [{culture, context, key, value}]}</c>.</summary>
public sealed class TranslationsStep() : KeptEntriesStep("Translations", "translations", ["culture", "context", "key"]);
