using System.Net;
using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Data;
using Zaitaku.Guides.Feedback;
using Zaitaku.Testing;

namespace Zaitaku.Site.Tests.Pages;

/// <summary>「このページは役に立ちましたか」, through the web.</summary>
public sealed class FeedbackTests
{
    [Theory, EachEngine]
    public async Task Answers_are_counted_and_garbage_is_refused(Engine engine)
    {
        await using var site = await RunningSite.StartAsync(engine);
        var form = (await site.PageAsync("/guides/acp/who-comes")).QuerySelector("form[data-feedback]")!;
        var item = form.QuerySelector("[name=ContentItemId]")!.GetAttribute("value")!;
        var version = form.QuerySelector("[name=ContentItemVersionId]")!.GetAttribute("value")!;

        Assert.Equal(HttpStatusCode.NoContent, await PostAsync(site, item, version, "Yes"));
        Assert.Equal(HttpStatusCode.NoContent, await PostAsync(site, item, version, "Yes", ("Origin", site.Address), ("Sec-Fetch-Site", "same-origin")));
        Assert.Equal(HttpStatusCode.NoContent, await PostAsync(site, item, version, "Wrong", ("Origin", site.Address)));
        Assert.Equal(HttpStatusCode.Redirect, await PostAsync(site, item, version, "No", ("Accept", "text/html")));

        foreach (var answer in new[] { "", "Perhaps", "9", "-1", "Yes,No", "<script>" }) Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(site, item, version, answer));
        foreach (var id in new[] { "", new string('a', 27), new string('a', 5000), "a\0b", "'; --" }) Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(site, id, version, "Yes"));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(site, item, "a\0b", "Yes"));
        Assert.Equal(HttpStatusCode.NotFound, await PostAsync(site, "4nothing000000000000000000", version, "Yes"));
        Assert.Equal(HttpStatusCode.NotFound, await PostAsync(site, item, "4nothing000000000000000000", "Yes"));
        Assert.Equal(HttpStatusCode.NotFound, await PostAsync(site, "4center0000000000000000000", version, "Yes"));

        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(site, item, version, "Yes", ("Origin", "https://evil.test")));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(site, item, version, "Yes", ("Origin", "null")));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(site, item, version, "Yes", ("Sec-Fetch-Site", "cross-site")));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(site, item, version, "Yes", ("Sec-Fetch-Site", "same-site"), ("Origin", site.Address)));

        await using var scope = site.Services.CreateAsyncScope();
        var counts = await scope.ServiceProvider.GetRequiredService<SiteDb>().Set<FeedbackCount>().OrderBy(count => count.Count).ToListAsync();
        Assert.Equal([(FeedbackAnswer.No, 1), (FeedbackAnswer.Wrong, 1), (FeedbackAnswer.Yes, 2)], counts.OrderBy(c => c.Answer.ToString()).Select(count => (count.Answer, count.Count)));
        Assert.All(counts, count => Assert.Equal((item, version, Cms.Text.JapaneseDate.DayInTokyo(DateTimeOffset.UtcNow)), (count.ContentItemId, count.ContentItemVersionId, count.Day)));
    }

    [Fact]
    public async Task Without_script_one_is_thanked_on_a_page()
    {
        await using var site = await RunningSite.StartAsync();
        var form = (await site.PageAsync("/guides/acp/who-comes")).QuerySelector("form[data-feedback]")!;
        var fields = form.QuerySelectorAll("input").ToDictionary(input => input.GetAttribute("name")!, input => input.GetAttribute("value")!);
        fields["Answer"] = "Wrong";
        using var request = new HttpRequestMessage(HttpMethod.Post, "/feedback") { Content = new FormUrlEncodedContent(fields), Headers = { { "Accept", "text/html,*/*" } } };
        using var answer = await site.Visitor.SendAsync(request);
        var page = await site.PageAsync(answer.Headers.Location!.ToString());
        Assert.Equal("ありがとうございました", page.QuerySelector("h1")!.TextContent);
        Assert.NotNull(page.QuerySelector("main a[href='/contact']"));
    }

    [Fact]
    public async Task Whoever_answers_without_end_is_asked_to_wait()
    {
        await using var site = await RunningSite.StartAsync();
        var statuses = new List<HttpStatusCode>();
        for (var time = 0; time < 70; time++) statuses.Add(await PostAsync(site, "4nothing000000000000000000", "4nothing000000000000000000", "Yes"));
        Assert.Equal(60, statuses.Count(status => status == HttpStatusCode.NotFound));
        Assert.Equal(10, statuses.Count(status => status == HttpStatusCode.TooManyRequests));
        using var last = await site.Visitor.PostAsync("/feedback", new FormUrlEncodedContent([]));
        Assert.Equal(60, last.Headers.RetryAfter?.Delta?.TotalSeconds);
        Assert.Contains("1分ほど待って", WebUtility.HtmlDecode(await last.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/json", "{}", 415, "もう一度お試しください"), InlineData("text/plain", "Answer=Yes", 415, "もう一度お試しください")]
    [InlineData("multipart/form-data; boundary=x", "--x", 400, "もう一度お試しください"), InlineData("application/x-www-form-urlencoded", "%%%=&=%ff", 400, "もう一度お試しください")]
    [InlineData("application/x-www-form-urlencoded", "Answer=%00", 400, "もう一度お試しください")]
    public async Task What_is_not_a_good_form_is_refused_with_words(string type, string body, int status, string words)
    {
        await using var site = await RunningSite.StartAsync(settings: new Dictionary<string, string> { ["Zaitaku:SetupRecipe"] = "" });
        using var content = new StringContent(body);
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var answer = await site.Visitor.PostAsync("/feedback", content);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Contains(words, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> PostAsync(RunningSite site, string item, string version, string answer, params (string Name, string Value)[] headers)
    {
        var fields = new Dictionary<string, string> { ["ContentItemId"] = item, ["ContentItemVersionId"] = version, ["Answer"] = answer };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/feedback") { Content = new FormUrlEncodedContent(fields) };
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var response = await site.Visitor.SendAsync(request);
        return response.StatusCode;
    }
}
