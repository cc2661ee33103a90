using Microsoft.Playwright;

namespace Zaitaku.Site.Tests.Browser;

/// <summary>One Chromium for all browser tests of a run; each opens windows of its own.</summary>
internal static class Chromium
{
    private static readonly string[] Arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    /// <summary>The shell draws what the browser draws, without a browser's own tabs and menus behind each window.</summary>
    private static readonly string[] Programs = ["chromium-headless-shell", "chromium"];

    private static readonly Lazy<Task<IBrowser>> Started = new(async () =>
        await (await Playwright.CreateAsync()).Chromium.LaunchAsync(new() { ExecutablePath = Program(), Args = Arguments }));

    /// <summary>A new window with nothing kept in it.</summary>
    /// <param name="address">The site's.</param>
    /// <param name="authorization">A header that goes with every request.</param>
    public static async Task<Window> OpenAsync(
        string address, int width = 1280, int height = 900, ColorScheme scheme = ColorScheme.Light, bool script = true, string? authorization = null)
    {
        var context = await (await Started.Value).NewContextAsync(new()
        {
            BaseURL = address,
            Locale = "ja-JP",
            TimezoneId = "Asia/Tokyo",
            ViewportSize = new() { Width = width, Height = height },
            ColorScheme = scheme,
            JavaScriptEnabled = script,
            ReducedMotion = ReducedMotion.Reduce,
            ExtraHTTPHeaders = authorization is null ? [] : [new("Authorization", authorization)],
        });
        context.SetDefaultTimeout(30_000);
        return await Window.OfAsync(context, address);
    }

    /// <summary>The machine's own: Playwright's download would be a second one.</summary>
    private static string Program() => Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named
        ? named
        : Programs.SelectMany(_ => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator), (name, folder) => Path.Combine(folder, name)).FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException("Chromium is missing: apt-get install chromium-headless-shell, or name one in CHROMIUM.");
}
