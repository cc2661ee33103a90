using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zaitaku.Cms.Web;
using Zaitaku.Members.Users;
using Zaitaku.Members.Web;

namespace Zaitaku.Members.Pages.Admin.Members;

/// <summary>A role to tick.</summary>
/// <param name="MayGive">Whether whoever looks may give or take it.</param>
public sealed record RoleBox(string Name, bool Has, bool MayGive);

/// <summary>Invites somebody. Nobody but they will ever know their password.</summary>
[Authorize(Policy = "ManageUsers"), RecentProof]
public sealed class NewUserModel(Invitations invitations, RoleChoice roles) : PageModel
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public IReadOnlyList<string> Roles { get; set; } = [];

    public string? Link { get; private set; }
    public IReadOnlyList<RoleBox> Choices { get; private set; } = [];

    [TempData]
    public string? Notice { get; set; }

    public Task OnGetAsync(CancellationToken cancel) => FillAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await FillAsync(cancel);
        var name = Typed.Line(Name, 100);
        if (name.Length == 0) ModelState.AddModelError(nameof(Name), MembersText.NameMissing);
        if (Emails.Key(Email) is null) ModelState.AddModelError(nameof(Email), string.IsNullOrWhiteSpace(Email) ? MembersText.EmailMissing : MembersText.EmailWrong);
        if (!ModelState.IsValid) return this.Again();
        var invited = await invitations.InviteAsync(User, Email!, name, Roles, cancel);
        if (invited.Problem is { } problem) return this.Again(problem == MembersText.EmailTaken ? nameof(Email) : nameof(Roles), problem);
        Link = invited.Link;
        if (Link is not null) return Page();
        Notice = MembersText.InvitationSent;
        return Redirect("/admin/users");
    }

    private async Task FillAsync(CancellationToken cancel)
    {
        List<RoleBox> boxes = [];
        foreach (var name in await roles.AllAsync(cancel)) boxes.Add(new(name, Roles.Contains(name), await roles.MayHandleAsync(User, [name], cancel)));
        Choices = boxes;
    }
}
