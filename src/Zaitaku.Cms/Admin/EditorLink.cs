using Zaitaku.Cms.Access;

namespace Zaitaku.Cms.Admin;

/// <summary>A page of a module about one item, to which the editor of the item leads. Modules register theirs.</summary>
/// <param name="ContentTypes">The types whose editors lead there.</param>
/// <param name="Label">As it is read.</param>
/// <param name="Path">The address for an item's id.</param>
/// <param name="Permission">What opening it needs.</param>
public sealed record EditorLink(IReadOnlyList<string> ContentTypes, string Label, Func<string, string> Path, Permission Permission);
