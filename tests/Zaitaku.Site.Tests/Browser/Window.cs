using Microsoft.Playwright;

namespace Zaitaku.Site.Tests.Browser;

/// <summary>A browser window that notes what a visitor should never meet: errors on the console, refused resources, requests to strangers.</summary>
public sealed class Window : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly List<string> complaints = [];
    private readonly List<string> requests = [];

    private Window(IBrowserContext context, IPage page, string address)
    {
        this.context = context;
        Page = page;
        // The browser reports the answer of an error page as an error of its own.
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal)) complaints.Add(message.Text);
        };
        page.PageError += (_, error) => complaints.Add(error);
        page.RequestFailed += (_, request) => complaints.Add($"{request.Url}: {request.Failure}");
        page.Request += (_, request) =>
        {
            requests.Add(request.Url);
            if (!request.Url.StartsWith(address + "/", StringComparison.Ordinal)) complaints.Add($"request to {request.Url}");
        };
        page.Response += (_, response) =>
        {
            if (response.Status >= 400 && !response.Request.IsNavigationRequest) complaints.Add($"{response.Status} {response.Url}");
        };
    }

    public IPage Page { get; }

    /// <summary>With what the server answered when the window last went somewhere.</summary>
    public IResponse? Answer { get; private set; }

    public IReadOnlyList<string> Complaints => complaints;

    public IReadOnlyList<string> Requests => requests;

    internal static async Task<Window> OfAsync(IBrowserContext context, string address) => new(context, await context.NewPageAsync(), address);

    public async Task<IPage> GoAsync(string path)
    {
        Answer = await Page.GotoAsync(path);
        return Page;
    }

    /// <summary>Waits until the window is there. It looks for itself: an event of the page may be over before anybody listens.</summary>
    public Task ReachAsync(string address) => Page.WaitForFunctionAsync("address => location.href.includes(address)", address);

    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}
