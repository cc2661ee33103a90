using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Web;

namespace Zaitaku.Cms.Pages.Status;

/// <summary>What is shown when a request cannot be answered: what happened in plain words, what to do, and the log's number when it was our fault.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ErrorModel : PageModel
{
    public string Title { get; private set; } = "";
    public string WhatToDo { get; private set; } = "";
    public string? ErrorId { get; private set; }

    /// <summary>Whether it was met in the workplace, by someone who may be there.</summary>
    public bool IsOfWorkplace => User.May(CmsPermissions.AccessAdminPanel) &&
        HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath.StartsWith("/admin", StringComparison.Ordinal) == true;

    public void OnGet(int? status) => Show(status ?? StatusCodes.Status500InternalServerError);

    private void Show(int status)
    {
        status = status is >= 400 and <= 599 ? status : StatusCodes.Status404NotFound;
        Response.StatusCode = status;
        (Title, WhatToDo) = StatusText.Of(status);
        if (status >= StatusCodes.Status500InternalServerError) ErrorId = Activity.Current?.Id ?? HttpContext.TraceIdentifier;
    }
}
