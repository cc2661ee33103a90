using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Zaitaku.Admin.Approvals;
using Zaitaku.Admin.Scheduling;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Parts;
using Zaitaku.Cms.Routing;
using Zaitaku.Guides.Editions;
using Zaitaku.Members.Users;
using Zaitaku.Testing;

namespace Zaitaku.Site.Tests.Workplace;

/// <summary>
/// Two who do the same at one moment: one does it, the other is told. Each is done twice, with the lock and, as the control, without it: then both
/// would do it, or one would meet a mishap.
/// </summary>
public sealed class TwoAtOnceTests : IAsyncDisposable
{
    private readonly WithoutLock without = new();
    private RunningSite site = null!;

    [Theory, EachEngine]
    public async Task One_of_two_does_it_and_without_the_lock_both_would(Engine engine)
    {
        site = await WorkplaceSite.StartAsync(engine, services => services.ConfigureDbContext<SiteDb>(options => options.AddInterceptors(without)));
        foreach (var prepare in new[] { ScheduleAsync, ApprovalAsync, EditionAsync, LastAdministratorAsync })
        {
            var (name, act) = await prepare(1);
            Assert.Equal((name, 1, 0), await TwiceAsync(name, act));
            if (engine == Engine.Sqlite) continue;
            (_, act) = await prepare(2);
            without.IsOn = true;
            var (_, done, mishaps) = await TwiceAsync(name, act);
            without.IsOn = false;
            Assert.True(done == 2 || mishaps > 0, $"{name}: the lock is not what keeps the second away.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        without.Dispose();
    }

    /// <summary>Two nodes find one page whose time has come.</summary>
    private async Task<(string, Func<int, Task<bool>>)> ScheduleAsync(int round)
    {
        var id = await site.PublishPageAsync($"planned-{round}", "まえ。");
        var due = new DateTime(2090 + round, 4, 1, 0, 0, 0, DateTimeKind.Utc);
        await SaveAsync(id, item =>
        {
            item.Set(new MarkdownBodyPart { Markdown = "あと。" });
            item.Set(new PublishLaterPart { ScheduledPublishUtc = due });
        }, publish: false);
        return ("schedule", _ => site.InScopeAsync(async services => await services.GetRequiredService<Schedule>().DoAsync(due, default) == 1));
    }

    /// <summary>Two approvers answer one request.</summary>
    private async Task<(string, Func<int, Task<bool>>)> ApprovalAsync(int round)
    {
        await site.DemandAsync(levels: 1, takeDown: false);
        var id = await site.PublishPageAsync($"asked-{round}", "まえ。");
        using var writer = site.As(RoleNames.Coordinator, "taro");
        var request = (await writer.AskAsync(id, "新しい文。")).Split('/')[^1];
        await site.DemandAsync(levels: 0, takeDown: false);
        return ("approval", who => site.InScopeAsync(async services =>
            (await services.GetRequiredService<ApprovalDesk>().ApproveAsync(Somebody(who, CmsPermissions.ApproveContent), request, 1, null, false, default)).Refusal is null));
    }

    /// <summary>Two editors close the edition of one book.</summary>
    private async Task<(string, Func<int, Task<bool>>)> EditionAsync(int round)
    {
        var book = await site.InScopeAsync(services => services.GetRequiredService<SiteDb>().Set<AutoroutePartIndex>().Where(row => row.Path == "guides/acp").Select(row => row.ContentItemId).SingleAsync());
        await SaveAsync(book, item => item.Set(new TitlePart { Title = $"ガイドブック{round}" }), publish: true);
        return ("edition", who => site.InScopeAsync(async services =>
            (await services.GetRequiredService<EditionDesk>().CloseAsync(book, new($"第{round}{who}版", "直しました。", DateOnly.FromDateTime(DateTime.UtcNow)))).Count == 0));
    }

    /// <summary>Two administrators, the only ones, disable each other.</summary>
    private async Task<(string, Func<int, Task<bool>>)> LastAdministratorAsync(int round)
    {
        var ids = await site.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<SiteDb>();
            return await db.WriteAsync(async () =>
            {
                var two = await db.Set<User>().Where(user => user.EmailKey.StartsWith("admin") || user.EmailKey.StartsWith("editor")).ToListAsync();
                two.ForEach(user => user.Enabled = true);
                foreach (var user in two.Where(user => round == 1 && user.EmailKey.StartsWith("editor", StringComparison.Ordinal))) db.Add(new UserRole { UserId = user.UserId, Role = RoleNames.Administrator });
                return two.ConvertAll(user => user.UserId);
            });
        });
        return ("last administrator", who => site.InScopeAsync(async services =>
            await services.GetRequiredService<UserAdministration>().SetEnabledAsync(Somebody(who, [.. CmsPermissions.All, .. services.GetServices<Permission>()]), ids[who], false) is null));
    }

    private static async Task<(string, int Done, int Mishaps)> TwiceAsync(string name, Func<int, Task<bool>> act)
    {
        var (done, mishaps) = (0, 0);
        await Task.WhenAll(Enumerable.Range(0, 2).Select(who => Task.Run(async () =>
        {
            try
            {
                if (await act(who)) Interlocked.Increment(ref done);
            }
            catch (Exception mishap) when (mishap is DbUpdateException or InvalidOperationException or System.Data.Common.DbException)
            {
                Interlocked.Increment(ref mishaps);
            }
        })));
        return (name, done, mishaps);
    }

    private static ClaimsPrincipal Somebody(int who, params Permission[] may) =>
        new(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, $"somebody{who}".PadRight(26, '0')), new(ClaimTypes.Name, $"somebody{who}"), new(ClaimTypes.Role, RoleNames.Administrator), .. may.Select(permission => new Claim(PermissionPolicies.Claim, permission.Name))], "Test"));

    private Task<int> SaveAsync(string id, Action<ContentItem> change, bool publish) => site.InScopeAsync(async services =>
    {
        var store = services.GetRequiredService<ContentStore>();
        var item = (await store.LatestAsync(id))!;
        change(item);
        Assert.Empty(await store.SaveVersionAsync(item, publish));
        return 0;
    });
}
