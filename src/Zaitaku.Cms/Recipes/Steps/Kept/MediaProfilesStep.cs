namespace Zaitaku.Cms.Recipes.Steps.Kept;

/// <summary><c>MediaProfiles {MediaProfiles: {name: {Width, Height, Mode, …}}}</c>.</summary>
public sealed class MediaProfilesStep() : KeptEntriesStep("MediaProfiles", "MediaProfiles", []);
