namespace Zaitaku.Cms.Recipes.Steps.Kept;

/// <summary><c>Layers {Layers: [{Name, Description, LayerRule}]}</c>.</summary>
public sealed class LayersStep() : KeptEntriesStep("Layers", "Layers", ["Name"]);
