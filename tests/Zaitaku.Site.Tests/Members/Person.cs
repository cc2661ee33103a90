using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Zaitaku.Members.Setup;

namespace Zaitaku.Site.Tests.Members;

/// <summary>Someone with a browser: keeps cookies, follows no redirects unless asked, and sends forms as their page has them.</summary>
public sealed class Person : IDisposable
{
    public const string Password = DevelopmentUsers.Password;

    private readonly HttpClient client;

    public Person(RunningSite site) : this(site.Address)
    {
    }

    public Person(string address)
    {
        client = new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = Cookies }) { BaseAddress = new Uri(address) };
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        client.DefaultRequestHeaders.Add("User-Agent", "Mozilla/5.0 (Windows NT 10.0) Chrome/140.0");
    }

    public CookieContainer Cookies { get; } = new();

    /// <summary>The cookie as a thief would copy it.</summary>
    public string? SessionCookie => Cookies.GetCookies(client.BaseAddress!)["Zaitaku-Session"]?.Value;

    public static Task<Person> SignedInAsync(RunningSite site, string name, string password = Password) => SignedInAsync(site.Address, name, password);

    public static async Task<Person> SignedInAsync(string address, string name, string password = Password)
    {
        var person = new Person(address);
        using var answer = await person.SignInAsync($"{name}@sakura.example", password);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return person;
    }

    /// <summary>Someone who has only what was copied from another's browser.</summary>
    public static Person Thief(RunningSite site, string sessionCookie)
    {
        var thief = new Person(site);
        thief.Cookies.Add(new Uri(site.Address), new Cookie("Zaitaku-Session", sessionCookie));
        return thief;
    }

    public Task<HttpResponseMessage> SignInAsync(string email, string password, string path = "/account/sign-in") =>
        SendAsync(path, new() { ["Email"] = email, ["Password"] = password });

    public Task<HttpResponseMessage> GetAsync(string path) => client.GetAsync(path);

    public async Task<HttpStatusCode> StatusAsync(string path)
    {
        using var answer = await client.GetAsync(path);
        return answer.StatusCode;
    }

    public async Task<IHtmlDocument> PageAsync(string path)
    {
        using var answer = await client.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await DocumentAsync(answer);
    }

    /// <summary>Whether somebody is signed in: the page of their account opens.</summary>
    public async Task<bool> IsSignedInAsync() => await StatusAsync("/account") == HttpStatusCode.OK;

    /// <summary>Opens a page and sends its form, with what is typed over what is there.</summary>
    /// <param name="form">Which form: the part of its action's address that tells it from others.</param>
    public async Task<HttpResponseMessage> SendAsync(string path, Dictionary<string, string> typed, string form = "")
    {
        var page = await PageAsync(path);
        var found = page.QuerySelectorAll<IHtmlFormElement>("main form[method=post]")
            .First(f => (f.GetAttribute("action") ?? path).Contains(form, StringComparison.Ordinal) && (form.Length > 0 || !f.HasAttribute("data-passkey") || typed.ContainsKey("Answer")));
        var fields = found.QuerySelectorAll<IHtmlInputElement>("input[name]").GroupBy(i => i.Name!).ToDictionary(g => g.Key, g => g.First().Value);
        foreach (var (name, value) in typed) fields[name] = value;
        return await client.PostAsync(found.GetAttribute("action") is { Length: > 0 } action ? action : path, new FormUrlEncodedContent(fields));
    }

    /// <summary>Sends a form without having opened its page, but with a token of this browser.</summary>
    public async Task<HttpResponseMessage> PostAsync(string path, Dictionary<string, string> fields, bool token = true)
    {
        if (token) fields["__RequestVerificationToken"] = await TokenAsync();
        return await client.PostAsync(path, new FormUrlEncodedContent(fields));
    }

    /// <summary>Sends these fields, some of them more than once.</summary>
    public Task<HttpResponseMessage> PostAllAsync(string path, IReadOnlyList<KeyValuePair<string, string>> fields) => client.PostAsync(path, new FormUrlEncodedContent(fields));

    /// <summary>Sends a request that no form would.</summary>
    public Task<HttpResponseMessage> AskAsync(HttpRequestMessage request) => client.SendAsync(request);

    public async Task<string> TokenAsync() =>
        (await PageAsync("/account/sign-in")).QuerySelector<IHtmlInputElement>("main input[name=__RequestVerificationToken]")!.Value;

    public static async Task<IHtmlDocument> DocumentAsync(HttpResponseMessage answer) => new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());

    public void Dispose() => client.Dispose();
}
