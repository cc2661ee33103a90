using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Data;
using Zaitaku.Members.Passwords;
using Zaitaku.Members.Users;

namespace Zaitaku.Site.Tests.Members;

/// <summary>The site as it runs for visitors, not on a developer's machine.</summary>
public sealed class CookieTests
{
    private static readonly Dictionary<string, string> Production = new() { ["environment"] = "Production", ["Zaitaku:SetupRecipe"] = "" };

    [Fact]
    public async Task Outside_development_there_is_no_account_to_begin_with()
    {
        await using var site = await RunningSite.StartAsync(settings: Production);
        Assert.False(await SessionTests.ReadAsync(site, db => db.Set<User>().AnyAsync()));
    }

    [Fact]
    public async Task Outside_development_cookies_are_bound_to_host_and_TLS()
    {
        await using var site = await RunningSite.StartAsync(settings: Production);
        await using (var scope = site.Services.CreateAsyncScope())
        {
            var (db, users, passwords) = (scope.ServiceProvider.GetRequiredService<SiteDb>(), scope.ServiceProvider.GetRequiredService<UserDesk>(), site.Services.GetRequiredService<PasswordHash>());
            await db.WriteAsync(async () =>
            {
                passwords.Set(await users.AddAsync("hana@sakura.example", "花", ["Professional"]), Person.Password);
                return true;
            });
        }

        using var form = await site.Visitor.GetAsync("/account/sign-in");
        var cookie = form.Headers.GetValues("Set-Cookie").Single();
        Assert.Matches("^__Host-Form=[^;]+; path=/; secure; samesite=strict; httponly$", cookie);
        var token = new HtmlParser().ParseDocument(await form.Content.ReadAsStringAsync()).QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/account/sign-in");
        request.Headers.Add("Cookie", cookie.Split(';')[0]);
        request.Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["Email"] = "hana@sakura.example", ["Password"] = Person.Password, ["__RequestVerificationToken"] = token });
        using var answer = await site.Visitor.SendAsync(request);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var session = answer.Headers.GetValues("Set-Cookie").First(header => header.Contains("Session", StringComparison.Ordinal));
        Assert.Matches("^__Host-Zaitaku-Session=[0-9a-f]{64}; path=/; secure; samesite=lax; httponly$", session);
        var browser = answer.Headers.GetValues("Set-Cookie").Single(header => header.Contains("Browser", StringComparison.Ordinal));
        Assert.Matches("^__Host-Zaitaku-Browser=[0-9a-f]{64}; max-age=15552000; path=/; secure; samesite=lax; httponly$", browser);
        // What is said after a form was sent travels in a cookie too.
        using var told = await site.Visitor.GetAsync("/preview/none");
        Assert.Matches("^__Host-Notice=; expires=[^;]+; path=/; secure; samesite=strict; httponly$", told.Headers.GetValues("Set-Cookie").Single());
    }
}
