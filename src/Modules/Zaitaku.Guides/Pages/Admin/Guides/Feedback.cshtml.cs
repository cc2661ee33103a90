using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zaitaku.Guides.Feedback;

namespace Zaitaku.Guides.Pages.Admin.Guides;

/// <summary>The pages of which readers say that something in them is wrong.</summary>
[Authorize(Policy = "EditContent")]
public sealed class FeedbackModel(DoubtedPages doubted) : PageModel
{
    public IReadOnlyList<DoubtedPage> Pages { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => Pages = await doubted.ListAsync(cancel);
}
