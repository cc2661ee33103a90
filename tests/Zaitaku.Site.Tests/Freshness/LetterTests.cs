using Microsoft.EntityFrameworkCore;
using Zaitaku.Admin.Freshness;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Mail;
using Zaitaku.Site.Tests.Workplace;
using Zaitaku.Testing;

namespace Zaitaku.Site.Tests.Freshness;

/// <summary>Departments are written to once a week of what is overdue, and once of each page that is about to end.</summary>
public sealed class LetterTests
{
    private const string Overdue = """, "ContactPart": { "Department": { "ContentItemIds": ["4center0000000000000000000"] } }, "ReviewPart": { "ReviewBy": "2026-11-01T00:00:00Z" }""";
    private const string Ending = """, "ContactPart": { "Department": { "ContentItemIds": ["4center0000000000000000000"] } }, "ArchiveLaterPart": { "ScheduledArchiveUtc": "2026-11-29T00:59:00Z" }""";

    private readonly TestClock clock = new();

    [Theory, EachEngine]
    public async Task A_week_has_one_letter_and_the_next_has_another(Engine engine)
    {
        await using var site = await StartAsync(engine);
        await site.PublishPageAsync("letter-page", more: Overdue);
        await site.PublishPageAsync("letter-nobodys", more: """, "ReviewPart": { "ReviewBy": "2026-11-01T00:00:00Z" }""");
        Assert.Equal(1, await WriteAsync(site));
        Assert.Equal(0, await WriteAsync(site));
        var letter = Assert.Single(await LettersAsync(site));
        Assert.Equal("keepers@sakura.example", letter.To);
        Assert.Contains("1ページ", letter.Subject, StringComparison.Ordinal);
        Assert.Contains("letter-pageの題（2026年（令和8年）11月1日まで）", letter.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("letter-nobodysの題", letter.Body, StringComparison.Ordinal);
        Assert.Contains("/admin/freshness?department=4center0000000000000000000", letter.Body, StringComparison.Ordinal);
        // Monday at eight in Tokyo.
        clock.Now = new(2026, 11, 22, 22, 59, 59, TimeSpan.Zero);
        Assert.Equal(0, await WriteAsync(site));
        clock.Now = new(2026, 11, 22, 23, 0, 0, TimeSpan.Zero);
        Assert.Equal(1, await WriteAsync(site));
    }

    /// <summary>Nodes that come at the same moment. Without the row of the week each would write.</summary>
    [Theory, EachEngine]
    public async Task Of_many_nodes_at_one_moment_one_writes(Engine engine)
    {
        await using var site = await StartAsync(engine);
        await site.PublishPageAsync("letter-race", more: Overdue);
        var written = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => WriteAsync(site))));
        Assert.Equal(1, written.Sum());
        Assert.Single(await LettersAsync(site));
    }

    [Theory, EachEngine]
    public async Task A_page_that_is_about_to_end_is_told_once_and_again_for_another_end(Engine engine)
    {
        await using var site = await StartAsync(engine);
        var id = await site.PublishPageAsync("letter-ending", more: Ending);
        clock.Now = new(2026, 11, 22, 0, 58, 0, TimeSpan.Zero);
        Assert.Equal(0, await WriteEndingAsync(site));
        clock.Now = new(2026, 11, 22, 0, 59, 0, TimeSpan.Zero);
        var written = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => WriteEndingAsync(site))));
        Assert.Equal(1, written.Sum());
        Assert.Contains("letter-endingの題（2026年（令和8年）11月29日 9時59分まで）", Assert.Single(await LettersAsync(site)).Body, StringComparison.Ordinal);
        await site.InScopeAsync(services => services.GetRequiredService<Cms.Content.ContentStore>().AnnotateAsync(id, item =>
            item.Set(new Cms.Parts.ArchiveLaterPart { ScheduledArchiveUtc = new DateTime(2026, 11, 28, 0, 0, 0, DateTimeKind.Utc) })));
        Assert.Equal(1, await WriteEndingAsync(site));
        Assert.Equal(0, await WriteEndingAsync(site));
    }

    [Theory, EachEngine]
    public async Task Whoever_worked_on_the_page_last_is_told_too_while_they_still_may(Engine engine)
    {
        await using var site = await StartAsync(engine);
        var id = await site.PublishPageAsync("letter-author", more: Ending);
        clock.Now = new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);
        await site.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<SiteDb>();
            var editor = await db.Set<Zaitaku.Members.Users.User>().SingleAsync(user => user.Email == "editor@sakura.example");
            return await db.WriteAsync(async () =>
            {
                db.Add(new Cms.AuditTrail.AuditTrailEvent { CorrelationId = id, Category = "Content", Name = "Published", UserId = editor.UserId, CreatedUtc = clock.Now.UtcDateTime });
                return await db.SaveChangesAsync();
            });
        });
        Assert.Equal(2, await WriteEndingAsync(site));
        var letters = await LettersAsync(site);
        Assert.Equal(["editor@sakura.example", "keepers@sakura.example"], letters.Select(letter => letter.To).Order(StringComparer.Ordinal));
        Assert.All(letters, letter => Assert.Contains("letter-authorの題", letter.Body, StringComparison.Ordinal));
        Assert.Equal(0, await WriteEndingAsync(site));
    }

    private Task<RunningSite> StartAsync(Engine engine) => WorkplaceSite.StartAsync(engine, services => services.AddSingleton<TimeProvider>(clock));

    private static Task<int> WriteAsync(RunningSite site) => site.InScopeAsync(services => services.GetRequiredService<LetterDesk>().WriteOverdueAsync(default));

    private static Task<int> WriteEndingAsync(RunningSite site) => site.InScopeAsync(services => services.GetRequiredService<LetterDesk>().WriteEndingAsync(default));

    private static Task<List<OutboxMessage>> LettersAsync(RunningSite site) => site.InScopeAsync(services => services.GetRequiredService<SiteDb>().Set<OutboxMessage>().AsNoTracking().ToListAsync());
}
