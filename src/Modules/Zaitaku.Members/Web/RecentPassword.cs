using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Web;
using Zaitaku.Members.Passwords;
using Zaitaku.Members.Sessions;

namespace Zaitaku.Members.Web;

/// <summary>A form that came too late after its sender's last proof: it goes around with the question, and is sent on with the answer.</summary>
/// <param name="Fields">All that was typed, as it came.</param>
/// <param name="Address">The page it was typed on.</param>
public sealed record HeldForm(IReadOnlyList<KeyValuePair<string, string>> Fields, string Address)
{
    /// <summary>The field of the question. It is never filled in.</summary>
    public string? ProvingPassword { get; init; }
}

/// <summary>
/// Asks for the password of whoever has not shown it for a while. Whoever opens a page is led to the question and back; a form is kept in the page
/// that asks, and comes back to its own address together with the password. The server keeps nothing of it meanwhile.
/// </summary>
public sealed class RecentPassword(PasswordDesk passwords, SessionDesk sessions, TimeProvider clock, IModelMetadataProvider metadata) : RecentProof
{
    public static readonly TimeSpan Good = TimeSpan.FromMinutes(15);

    private const string Field = nameof(HeldForm.ProvingPassword);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var http = context.HttpContext;
        if (clock.GetUtcNow().UtcDateTime - SessionClaims.ProvedUtc(http.User) <= Good) await next();
        else if (!http.Request.HasFormContentType) context.Result = new RedirectResult("/account/prove?ReturnUrl=" + Uri.EscapeDataString(http.Request.Path + http.Request.QueryString));
        else if (await RefusalAsync(http, context.ModelState) is { } refused) context.Result = refused;
        else await next();
    }

    /// <returns>Null when the form brought the right password along.</returns>
    private async Task<ViewResult?> RefusalAsync(HttpContext http, ModelStateDictionary state)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (!form.TryGetValue(Field, out var password)) return Ask(form, http.Request.Path, state, null);
        if (string.IsNullOrEmpty(password)) return Ask(form, http.Request.Path, state, MembersText.PasswordMissing);
        if (!await passwords.ProveAsync(http.User.Id()!, password, http.RequestAborted)) return Ask(form, http.Request.Path, state, MembersText.PasswordWrong);
        await sessions.ProvedAsync(SessionClaims.IdOf(http.User)!, http.RequestAborted);
        return null;
    }

    private ViewResult Ask(IFormCollection form, string address, ModelStateDictionary state, string? problem)
    {
        // What the page itself would say of the form, it says when it has its turn.
        state.Clear();
        if (problem is not null) state.AddModelError(Field, problem);
        var fields = form.Where(field => field.Key is not (Field or "__RequestVerificationToken")).SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key, value ?? "")));
        var view = new ViewDataDictionary<HeldForm>(metadata, state) { Model = new([.. fields], address) };
        return new() { ViewName = "/Pages/Members/ProveWithForm.cshtml", ViewData = view, StatusCode = problem is null ? StatusCodes.Status403Forbidden : StatusCodes.Status400BadRequest };
    }
}
