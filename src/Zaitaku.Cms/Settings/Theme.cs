namespace Zaitaku.Cms.Settings;

/// <summary>A theme: where its Razor overrides lie.</summary>
/// <param name="Id">As the themes step names it.</param>
/// <param name="ViewRoot">Folder of its views, for example <c>/Theme</c>.</param>
public sealed record Theme(string Id, string ViewRoot);
