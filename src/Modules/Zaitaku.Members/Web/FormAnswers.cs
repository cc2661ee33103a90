using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Zaitaku.Members.Web;

internal static class FormAnswers
{
    /// <summary>The same page once more, with what is wrong.</summary>
    public static PageResult Again(this PageModel page, string field = "", string? message = null)
    {
        if (message is not null) page.ModelState.AddModelError(field, message);
        page.Response.StatusCode = StatusCodes.Status400BadRequest;
        return page.Page();
    }
}
