using Zaitaku.Cms.Content;

namespace Zaitaku.Admin.Pages.Admin.Admin;

/// <summary>The head of a page about a request, whether it is being made, answered or worked in.</summary>
/// <param name="Back">Where the way back leads, and what it is called.</param>
/// <param name="State">The state of the request in words, and whether it is granted.</param>
public sealed record RequestHead(string Title, (string Path, string Label) Back, IReadOnlyList<ContentProblem> Problems, (string Name, bool IsGranted)? State = null);
