namespace Zaitaku.Cms.Recipes.Steps.Kept;

/// <summary><c>AdminMenu {data: [{Id, Name, Enabled, MenuItems}]}</c>.</summary>
public sealed class AdminMenuStep() : KeptEntriesStep("AdminMenu", "data", ["Id", "Name"], either: true);
