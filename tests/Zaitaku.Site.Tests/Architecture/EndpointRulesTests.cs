using System.Net;
using System.Text.RegularExpressions;
using Zaitaku.Site.Tests.Members;

namespace Zaitaku.Site.Tests.Architecture;

/// <summary>Every endpoint of the running site, asked by everyone there is: each gets what the table says (ASVS 8.2.1, 8.3.1).</summary>
public sealed partial class EndpointRulesTests
{
    [Fact]
    public async Task Every_endpoint_has_a_rule_and_keeps_it_for_every_role()
    {
        await using var site = await RunningSite.StartAsync(settings: new Dictionary<string, string> { ["Members:SignInsPerMinute"] = "100000" });
        var endpoints = Endpoints(site);
        var routes = endpoints.Select(RouteOf).Distinct().Order(StringComparer.Ordinal).ToList();
        // Where only a post is known, a get is another address: that of the content which might stand there.
        var reads = endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>() is null or { HttpMethods.Count: 0 } ||
            endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Contains("GET")).Select(RouteOf).ToHashSet();
        Assert.True(routes.Count > 25, "Few endpoints were found.");
        Assert.Empty(routes.Where(route => EndpointRules.Needed(route) == EndpointRules.Everyone && !route.StartsWith("account/", StringComparison.Ordinal) && !EndpointRules.Public.Contains(route)));
        // Entering the workplace is no rule for what stands in it: each of its sections has one of its own.
        Assert.Empty(routes.Where(route => route.StartsWith("admin/", StringComparison.Ordinal) && EndpointRules.Needed(route) == EndpointRules.Needed("admin")));

        Assert.Empty(routes.Where(route => route.StartsWith("admin/", StringComparison.Ordinal) && !EndpointRules.All.Any(rule => rule.Route != "admin" && (route + "/").StartsWith(rule.Route + "/", StringComparison.Ordinal) && rule.Route.Length > 0)));

        var broken = new List<string>();
        foreach (var role in EndpointRules.Roles.Keys.Prepend(null))
        {
            using var person = role is null ? new Person(site) : await Person.SignedInAsync(site, role);
            var token = await person.TokenAsync();
            foreach (var route in routes)
            {
                var expected = EndpointRules.May(role, EndpointRules.Needed(route));
                foreach (var answer in new[] { reads.Contains(route) ? await person.GetAsync(Address(route)) : null, await PostAsync(person, route, token) }.OfType<HttpResponseMessage>())
                {
                    using (answer)
                    {
                        if (Refused(answer) == expected) broken.Add($"{role ?? "nobody"} {answer.RequestMessage!.Method} /{route}: {(int)answer.StatusCode} {answer.Headers.Location}");
                    }
                }
            }
        }

        Assert.Empty(broken);
    }

    /// <summary>A post goes to a door as well as a get. The two that would end the session are looked at elsewhere.</summary>
    private static Task<HttpResponseMessage> PostAsync(Person person, string route, string token) =>
        route is "account/sign-out" ? person.GetAsync("/" + route) : person.PostAsync(Address(route), new() { ["__RequestVerificationToken"] = token }, token: false);

    private static bool Refused(HttpResponseMessage answer) =>
        answer.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized ||
        answer.Headers.Location?.OriginalString.StartsWith("/account/sign-in?ReturnUrl=", StringComparison.Ordinal) == true;

    private static List<RouteEndpoint> Endpoints(RunningSite site) =>
    [
        .. site.Services.GetRequiredService<IEnumerable<EndpointDataSource>>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.DisplayName?.Contains("assets/", StringComparison.Ordinal) != true && !RouteOf(endpoint).Contains("assets/", StringComparison.Ordinal)),
    ];

    private static string RouteOf(RouteEndpoint endpoint) => endpoint.RoutePattern.RawText?.Trim('/') ?? "";

    internal static string Address(string route) => "/" + Hole().Replace(route, hole => hole.Value.Trim('{', '}', '*').Split(':', '?')[0] switch
    {
        "slug" => "acp",
        "status" => "404",
        // As long as the ids of content are.
        "id" => new string('0', 26),
        "path" => "guides/acp/who-comes",
        var other => other,
    });

    [GeneratedRegex(@"\{[^{}]*(\{\{?[^{}]*\}?\}[^{}]*)*\}")]
    private static partial Regex Hole();
}
