using System.Net;
using Zaitaku.Site.Tests.Members;

namespace Zaitaku.Site.Tests.Architecture;

/// <summary>Whatever changes something refuses a request that another site's page could have sent (ASVS 3.5.1, 3.5.2).</summary>
public sealed class UnsafeRequestTests
{
    /// <summary>Posts of people who are nobody in particular: there the browser says where they come from.</summary>
    private static readonly string[] WithoutToken = ["feedback"];

    [Fact]
    public async Task Every_address_that_is_posted_to_asks_for_its_token_however_the_form_is_sent()
    {
        await using var site = await RunningSite.StartAsync(settings: new Dictionary<string, string> { ["Members:SignInsPerMinute"] = "100000" });
        using var admin = await Person.SignedInAsync(site, "admin");
        var posted = site.Services.GetRequiredService<IEnumerable<EndpointDataSource>>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().Where(site.TakesPosts)
            .Select(endpoint => endpoint.RoutePattern.RawText!.Trim('/')).Distinct().Order(StringComparer.Ordinal).ToList();
        Assert.True(posted.Count > 30, $"{posted.Count} were found.");
        var broken = new List<string>();
        foreach (var route in posted)
        {
            foreach (var (kind, body) in new Dictionary<string, Func<HttpContent>>
            {
                ["form"] = () => new FormUrlEncodedContent([new("act", "save"), new("Title", "x")]),
                ["files"] = () => new MultipartFormDataContent { { new StringContent("save"), "act" } },
                ["text"] = () => new StringContent("{\"act\":\"save\"}", System.Text.Encoding.UTF8, "text/plain"),
                ["json"] = () => new StringContent("{\"act\":\"save\"}", System.Text.Encoding.UTF8, "application/json"),
                ["nothing"] = () => new ByteArrayContent([]),
            })
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, EndpointRulesTests.Address(route)) { Content = body() };
                request.Headers.Add("Sec-Fetch-Site", "cross-site");
                request.Headers.Add("Origin", "https://evil.test");
                using var answer = await admin.AskAsync(request);
                // 415: a kind of body that is not read at all.
                if (answer.StatusCode is not (HttpStatusCode.BadRequest or HttpStatusCode.UnsupportedMediaType)) broken.Add($"/{route} {kind}: {(int)answer.StatusCode}");
            }
        }

        Assert.Empty(broken);
        Assert.Equal(WithoutToken, posted.Where(route => !route.StartsWith("account", StringComparison.Ordinal) && !route.StartsWith("admin", StringComparison.Ordinal)));
        Assert.True(await admin.IsSignedInAsync());
    }
}
