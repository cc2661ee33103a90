namespace Zaitaku.Cms.Settings;

/// <summary>A module's feature, as the feature step names it. Modules register theirs.</summary>
public sealed record Feature(string Id, string Name);
