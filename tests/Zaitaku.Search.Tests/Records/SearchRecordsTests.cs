using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Zaitaku.Cms.Data;
using Zaitaku.Search.Records;

namespace Zaitaku.Search.Tests.Records;

/// <summary>What is kept of what the public searches for: words and counts, nothing of a person, and nothing for longer than it is of use.</summary>
public sealed class SearchRecordsTests
{
    [Theory, EachEngine]
    public async Task Words_are_counted_by_day_however_they_are_written(Engine engine)
    {
        await using var site = await OpenAsync(engine);
        using var records = await RecordsAsync(site);
        foreach (var typed in new[] { "ＡＣＰ", "acp", " ACP ", "訪問看護\u3000費用" }) records.Take(typed, 3);
        await records.WriteAsync();
        records.Take("acp", 0);
        await records.WriteAsync();
        Assert.Equal([("acp", 4, 0), ("訪問看護 費用", 1, 3)], (await AllAsync(site)).Select(r => (r.Words, r.Count, r.Found)));
    }

    [Theory, EachEngine]
    public async Task What_may_be_about_a_person_is_not_counted(Engine engine)
    {
        await using var site = await OpenAsync(engine);
        using var records = await RecordsAsync(site);
        foreach (var typed in new[]
        {
            "090-1234-5678", "０９０１２３４５６７８", "さくら太郎 1941年", "hanako@sakura.example", "被保険者番号 00001234",
            "母が昨日から食べられなくなり、どうすればよいか分かりません", "", "  ",
        }) records.Take(typed, 1);
        await records.WriteAsync();
        Assert.Empty(await AllAsync(site));
    }

    [Theory, EachEngine]
    public async Task What_few_asked_for_goes_after_a_month_and_the_rest_after_half_a_year(Engine engine)
    {
        await using var site = await OpenAsync(engine);
        using var records = await RecordsAsync(site);
        foreach (var typed in new[] { "さくら花子", "さくら花子", "訪問看護", "訪問看護", "訪問看護" }) records.Take(typed, 1);
        await records.WriteAsync();
        await AfterAsync(site, records, 30);
        Assert.Equal(2, (await AllAsync(site)).Count);
        await AfterAsync(site, records, 1);
        Assert.Equal(["訪問看護"], (await AllAsync(site)).Select(r => r.Words));
        await AfterAsync(site, records, 149);
        Assert.Single(await AllAsync(site));
        await AfterAsync(site, records, 1);
        Assert.Empty(await AllAsync(site));
    }

    /// <summary>On how many days it was asked for makes no difference, nor that others go.</summary>
    [Theory, EachEngine]
    public async Task What_is_asked_for_now_and_then_stays_as_long_as_it_adds_up(Engine engine)
    {
        await using var site = await OpenAsync(engine);
        using var records = await RecordsAsync(site);
        foreach (var typed in new[] { "往診", "さくら花子" })
        {
            records.Take(typed, 1);
            await records.WriteAsync();
        }

        foreach (var _ in new[] { 1, 2 })
        {
            site.Clock.Now += TimeSpan.FromDays(1);
            records.Take("往診", 1);
            await records.WriteAsync();
        }

        await AfterAsync(site, records, 40);
        Assert.Equal([("往診", 1), ("往診", 1), ("往診", 1)], (await AllAsync(site)).Select(r => (r.Words, r.Count)));
    }

    /// <summary>Nobody calls it but the site itself, at work and when it stops.</summary>
    [Theory, EachEngine]
    public async Task The_site_writes_and_forgets_by_itself(Engine engine)
    {
        await using var site = await OpenAsync(engine);
        using var records = await RecordsAsync(site);
        records.Take("さくら花子", 1);
        await records.WriteAsync();
        site.Clock.Now += TimeSpan.FromDays(31);
        records.Take("往診", 1);
        await records.StartAsync(CancellationToken.None);
        await records.StopAsync(CancellationToken.None);
        Assert.Equal(["往診"], (await AllAsync(site)).Select(r => r.Words));
    }

    [Theory, EachEngine]
    public async Task A_flood_of_words_fills_no_memory_and_hides_no_word_that_waits(Engine engine)
    {
        await using var site = await OpenAsync(engine);
        using var records = await RecordsAsync(site);
        records.Take("往診", 1);
        for (var n = 0; n < 1_000; n++) records.Take($"言葉{n}", 1);
        records.Take("往診", 1);
        await records.WriteAsync();
        var all = await AllAsync(site);
        Assert.InRange(all.Count, 1, 500);
        Assert.Equal(2, Assert.Single(all, record => record.Words == "往診").Count);
    }

    private static Task AfterAsync(TestSite site, SearchRecords records, int days)
    {
        site.Clock.Now += TimeSpan.FromDays(days);
        return records.ForgetAsync();
    }

    private static Task<TestSite> OpenAsync(Engine engine) => TestSite.OpenAsync(engine, services => services.AddSingleton<ITableMap, SearchRecordTable>());

    private static Task<SearchRecords> RecordsAsync(TestSite site) => site.InScopeAsync(scope => Task.FromResult(
        new SearchRecords(scope.GetRequiredService<IServiceScopeFactory>(), site.Clock, new SearchRecordSettings(), NullLogger<SearchRecords>.Instance)));

    private static Task<List<SearchRecord>> AllAsync(TestSite site) => site.ReadAsync(db => db.Set<SearchRecord>().AsNoTracking().OrderBy(r => r.Words).ToListAsync());
}
