using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zaitaku.Cms.Web;
using Zaitaku.Members.SecondFactors;
using Zaitaku.Members.Sessions;
using Zaitaku.Members.Users;
using Zaitaku.Members.Web;

namespace Zaitaku.Members.Pages.Admin.Members;

/// <summary>One account, and what may be done to it. Only the id of the address and the ticked roles are read from the form.</summary>
[Authorize(Policy = "ManageUsers"), RecentProof]
public sealed class EditUserModel(
    UserDesk users, UserAdministration administration, Invitations invitations, RoleChoice roles, SecondFactorDesk factors, SessionDesk sessions) : PageModel
{
    /// <summary>From the address alone: a form that brings another id along is not listened to.</summary>
    [FromRoute]
    public string Id { get; set; } = "";

    [TempData]
    public string? Notice { get; set; }

    public User Account { get; private set; } = null!;
    public bool HasFactor { get; private set; }
    public bool MayChange { get; private set; }
    public IReadOnlyList<UserSession> Sessions { get; private set; } = [];
    public string? Link { get; private set; }
    public IReadOnlyList<RoleBox> Choices { get; private set; } = [];

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (!Typed.IsId(Id) || !await FillAsync(HttpContext.RequestAborted)) context.Result = NotFound();
        else await next();
    }

    public Task<IActionResult> OnPostRolesAsync([FromForm(Name = "Roles")] List<string> wanted, CancellationToken cancel) =>
        DoneAsync(() => administration.ChangeRolesAsync(User, Id, [.. wanted.Distinct()], cancel), MembersText.RolesSaved, cancel);

    public Task<IActionResult> OnPostDisableAsync(CancellationToken cancel) =>
        DoneAsync(() => administration.SetEnabledAsync(User, Id, false, cancel), MembersText.UserDisabled, cancel);

    public Task<IActionResult> OnPostEnableAsync(CancellationToken cancel) =>
        DoneAsync(() => administration.SetEnabledAsync(User, Id, true, cancel), MembersText.UserEnabled, cancel);

    public Task<IActionResult> OnPostEndSessionsAsync(CancellationToken cancel) =>
        DoneAsync(() => administration.EndSessionsAsync(User, Id, cancel), MembersText.SessionsEnded, cancel);

    public Task<IActionResult> OnPostEndSessionAsync([FromForm] string? session, CancellationToken cancel) =>
        DoneAsync(() => Typed.IsId(session) ? administration.EndSessionAsync(User, Id, session!, cancel) : Task.FromResult<string?>(MembersText.SessionGone), MembersText.SessionEnded, cancel);

    public Task<IActionResult> OnPostResetFactorsAsync(CancellationToken cancel) =>
        DoneAsync(() => administration.ResetFactorsAsync(User, Id, cancel), MembersText.FactorsReset, cancel);

    public async Task<IActionResult> OnPostLinkAsync(CancellationToken cancel)
    {
        var invited = await invitations.InviteAgainAsync(User, Id, cancel);
        Link = invited.Link;
        return Link is not null ? Page() : await DoneAsync(() => Task.FromResult(invited.Problem), MembersText.LinkSent, cancel);
    }

    private async Task<IActionResult> DoneAsync(Func<Task<string?>> act, string notice, CancellationToken cancel)
    {
        if (await act() is { } problem)
        {
            await FillAsync(cancel);
            return this.Again("", problem);
        }

        Notice = notice;
        return RedirectToPage(new { Id });
    }

    private async Task<bool> FillAsync(CancellationToken cancel)
    {
        if (await users.FindAsync(Id, cancel) is not { } user) return false;
        Account = user;
        HasFactor = await factors.HasAnyAsync(user, cancel);
        Sessions = await sessions.OfAsync(Id, cancel);
        var has = await users.RolesAsync(Id, cancel);
        MayChange = await roles.MayHandleAsync(User, has, cancel);
        List<RoleBox> boxes = [];
        foreach (var name in (await roles.AllAsync(cancel)).Union(has)) boxes.Add(new(name, has.Contains(name), await roles.MayHandleAsync(User, [name], cancel)));
        Choices = boxes;
        return true;
    }
}
