using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Search;
using Zaitaku.Search.Index;

namespace Zaitaku.Search.Tests.Ranking;

/// <summary>The engines only find: what is best does not depend on which of them did.</summary>
public sealed class AlikeTests
{
    private static readonly string[] Words = ["訪問看護", "往診", "看取り", "薬", "退院", "ケアマネジャー", "ACP", "食事", "家族", "相談", "の", "について", "です"];

    [Fact]
    public async Task Both_engines_rank_alike()
    {
        var rankings = new List<List<string>>();
        foreach (var engine in EachEngineAttribute.Postgres is null ? [Engine.Sqlite] : (Engine[])[Engine.Sqlite, Engine.PostgreSql]) rankings.Add(await RankAsync(engine));
        Assert.Contains(rankings[0], line => line.Contains("/p", StringComparison.Ordinal));
        Assert.All(rankings, ranking => Assert.Equal(rankings[0], ranking));
    }

    private static async Task<List<string>> RankAsync(Engine engine)
    {
        await using var site = await SearchSite.OpenAsync(engine);
        await site.InScopeAsync(async scope =>
        {
            var db = scope.GetRequiredService<SiteDb>();
            return await db.WriteAsync(async () =>
            {
                await new DocumentWriter(db, scope.GetRequiredService<ISearchEngine>()).PutAsync(Pages(), (await db.Set<SearchGeneration>().SingleAsync()).Current, CancellationToken.None);
                return 0;
            });
        });
        var lines = new List<string>();
        foreach (var query in Queries())
        {
            var found = await site.FindAsync(query);
            lines.Add($"{query}: {found.Total} {string.Join(' ', found.Hits.Select(hit => $"{hit.Url}={hit.Score:0.000}"))}");
        }

        return lines;
    }

    /// <summary>Pages of words thrown together, the same each time.</summary>
    private static List<SearchPage> Pages()
    {
        var dice = new Random(4);
        string Text(int most) => string.Concat(Enumerable.Range(0, dice.Next(1, most)).Select(_ => Words[dice.Next(Words.Length)]));
        return [.. Enumerable.Range(0, 300).Select(n => new SearchPage($"p{n}", "", Audience.Public, [new SearchEntry("page", $"/p{n}", Text(3)) { Body = Text(20) }]))];
    }

    private static IEnumerable<string> Queries() =>
        [.. Words, "訪問看護 薬", "看取りについて家族の相談", "退院 食事 ACP", "title:薬", "往診 -家族", "\"看取りの薬\"", "ケアマネ*", "(往診 OR 看取り) AND 食事", "家族の食事の相談は何ですか"];
}
