namespace Zaitaku.Cms.Web;

/// <summary>A page of the least that can be shown, in the site's look, where its own pages cannot be made: it asks for nothing and for nobody.</summary>
internal static class BarePage
{
    /// <param name="status">What went wrong, as a status of HTTP.</param>
    /// <param name="more">A further paragraph of plain words.</param>
    public static string Of(int status, string? more = null)
    {
        var (title, whatToDo) = StatusText.Of(status);
        return $"""
            <!DOCTYPE html>
            <html lang="ja">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{title}</title>
            <meta name="robots" content="noindex">
            <link rel="stylesheet" href="/assets/site.css">
            </head>
            <body>
            <main id="main" tabindex="-1">
            <div class="wrap">
            <header class="page-header">
            <h1>{title}</h1>
            <p class="lead">{whatToDo}</p>
            </header>{(more is null ? "" : $"\n<p>{more}</p>")}
            <p><a class="button" href="/">{StatusText.ToHome}</a></p>
            </div>
            </main>
            </body>
            </html>

            """;
    }
}
