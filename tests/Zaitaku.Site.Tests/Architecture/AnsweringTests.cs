using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Zaitaku.Site.Tests.Architecture;

/// <summary>Every page answers, with whatever it finds, and never with a mishap.</summary>
public sealed class AnsweringTests
{
    [Fact]
    public Task Every_endpoint_answers_on_a_full_database() => EveryEndpointAnswersAsync(new Dictionary<string, string>());

    [Fact]
    public Task Every_endpoint_answers_on_an_empty_database() => EveryEndpointAnswersAsync(new Dictionary<string, string> { ["Zaitaku:SetupRecipe"] = "" });

    private static async Task EveryEndpointAnswersAsync(Dictionary<string, string> settings)
    {
        await using var site = await RunningSite.StartAsync(settings: settings);
        var patterns = site.Services.GetRequiredService<IEnumerable<EndpointDataSource>>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.DisplayName?.Contains("assets/", StringComparison.Ordinal) != true).Select(endpoint => endpoint.RoutePattern).ToList();
        Assert.True(patterns.Count > 10, "Few endpoints were found.");
        var mishaps = new List<string>();
        foreach (var address in patterns.SelectMany(Addresses).Distinct())
        {
            foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head, HttpMethod.Post })
            {
                using var answer = await site.Visitor.SendAsync(new HttpRequestMessage(method, address));
                if (answer.StatusCode >= HttpStatusCode.InternalServerError) mishaps.Add($"{method} {address} {(int)answer.StatusCode}");
            }
        }

        Assert.Empty(mishaps);
    }

    /// <summary>The pattern with what the sample content has, and with what nothing has.</summary>
    private static IEnumerable<string> Addresses(RoutePattern pattern)
    {
        var filled = "/" + Regex.Replace(pattern.RawText?.TrimStart('/') ?? "", @"\{[^{}]*(\{\{?[^{}]*\}?\}[^{}]*)*\}", hole => hole.Value.Trim('{', '}', '*').Split(':', '?')[0] switch
        {
            "shelf" => "guides",
            "slug" => "acp",
            "status" => "404",
            "path" => "guides/acp/who-comes",
            var other => other,
        });
        return [filled, filled + "-nothing", filled + "/x"];
    }
}
