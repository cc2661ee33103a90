using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Zaitaku.Cms.Access;

namespace Zaitaku.Cms.Web;

/// <summary>
/// Writes down what was refused to somebody who is signed in, or who tried to change something: for whoever looks for an attack afterwards (ASVS 16.3).
/// By id, never by name, and nothing of what was sent.
/// </summary>
internal sealed class RefusalLog(RequestDelegate next, ILogger<RefusalLog> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        // As they came: what is answered with a page of its own is asked for again under another address.
        var (method, path) = (context.Request.Method, context.Request.Path.Value ?? "");
        await next(context);
        if (context.Response.StatusCode is not (400 or 401 or 403 or 409 or 413 or 429)) return;
        var isRead = HttpMethods.IsGet(method) || HttpMethods.IsHead(method);
        if (isRead && context.User.Id() is null && context.Response.StatusCode is not 429) return;
        log.LogWarning("Refused {Status} {Method} {Path} to {UserId}", context.Response.StatusCode, Plain(method, 16), Plain(path, 200), context.User.Id() ?? "nobody");
    }

    /// <summary>One line of bounded length, whatever was asked for.</summary>
    private static string Plain(string text, int most)
    {
        var line = string.Concat(text.Take(most).Select(letter => char.IsControl(letter) || char.IsSurrogate(letter) || letter is '\u2028' or '\u2029' ? '?' : letter));
        return text.Length > most ? line + "…" : line;
    }
}
