using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.HttpsPolicy;
using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.AuditTrail;
using Zaitaku.Cms.Data;
using Zaitaku.Members.Tickets;
using Zaitaku.Members.Users;
using Zaitaku.Site.Tests.Architecture;
using Zaitaku.Testing;

namespace Zaitaku.Site.Tests.Members;

/// <summary>Rows of ASVS that belong to no one page: docs/security.md says which test holds which.</summary>
public sealed class AsvsTests
{
    private static readonly Dictionary<string, string> Bare = new() { ["Zaitaku:SetupRecipe"] = "", ["Members:SignInsPerMinute"] = "1000" };

    /// <summary>13.3.2: keys that open every sealed thing, and copies of the database, are for the site's own user.</summary>
    [Fact]
    public async Task Keys_and_backups_are_for_the_sites_own_user()
    {
        await using var site = await RunningSite.StartAsync(settings: Bare);
        using (var person = await Person.SignedInAsync(site, "editor")) Assert.True(await person.IsSignedInAsync());
        if (OperatingSystem.IsWindows()) return;
        const UnixFileMode own = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        Assert.Equal(own, File.GetUnixFileMode(Path.Combine(site.Folder, "keys")));
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(site.Folder, "keys")));
        Assert.Equal(own, File.GetUnixFileMode(site.Services.GetRequiredService<DataFolder>().Sub("backups")));
    }

    /// <summary>11.3.3: until 10.0.6 anyone could forge what Data Protection seals (CVE-2026-40372).</summary>
    [Fact]
    public void The_runtime_seals_what_it_says_it_seals() => Assert.True(Environment.Version >= new Version(10, 0, 7), $"{Environment.Version}");

    /// <summary>3.4.1.</summary>
    [Fact]
    public async Task Outside_development_browsers_are_told_to_come_by_TLS_for_a_year()
    {
        await using var site = await RunningSite.StartAsync(settings: new Dictionary<string, string>(Bare) { ["environment"] = "Production" }, services: services =>
            // A machine's own names are left out otherwise.
            services.AddSingleton<IStartupFilter, AsOverTls>().PostConfigure<HstsOptions>(options => options.ExcludedHosts.Clear()));
        foreach (var path in new[] { "/account/sign-in", "/nothing-here", "/account", "/media/nothing.pdf", "/health/live" })
        {
            using var answer = await site.Visitor.GetAsync(path);
            Assert.Equal("max-age=31536000; includeSubDomains", answer.Headers.GetValues("Strict-Transport-Security").Single());
        }
    }

    /// <summary>3.5.3: whoever makes a signed-in browser open addresses, by pictures or links, changes nothing.</summary>
    [Fact]
    public async Task Opening_an_address_changes_nothing()
    {
        await using var site = await RunningSite.StartAsync(settings: new Dictionary<string, string> { ["Members:SignInsPerMinute"] = "1000" });
        using var admin = await Person.SignedInAsync(site, "admin");
        var before = await StateAsync(site);
        HashSet<string> seen = [], waiting = ["/admin", "/account", "/account/sign-out", "/account/second-factor", "/admin/users", "/admin/roles", "/admin/trash", "/admin/mails", "/admin/media"];
        while (waiting.Count > 0 && seen.Count < 120)
        {
            var path = waiting.First();
            waiting.Remove(path);
            if (!seen.Add(path)) continue;
            using var answer = await admin.GetAsync(path);
            if (answer.Content.Headers.ContentType?.MediaType != "text/html") continue;
            foreach (var link in (await Person.DocumentAsync(answer)).QuerySelectorAll("a[href^='/admin'], a[href^='/account']").Select(a => a.GetAttribute("href")!)) waiting.Add(link);
        }

        Assert.True(seen.Count > 40, $"Only {seen.Count} addresses.");
        Assert.Equal(before, await StateAsync(site));
        Assert.True(await admin.IsSignedInAsync());
    }

    /// <summary>6.2.10.</summary>
    [Fact]
    public async Task A_password_does_not_grow_old()
    {
        var clock = new TestClock();
        await using var site = await RunningSite.StartAsync(settings: Bare, services: services => services.AddSingleton<TimeProvider>(clock));
        clock.Now += TimeSpan.FromDays(400);
        using var person = await Person.SignedInAsync(site, "editor");
        Assert.Equal(HttpStatusCode.OK, await person.StatusAsync("/account"));
    }

    /// <summary>16.3.2, 16.3.3, 16.2.5, 16.4.1.</summary>
    [Fact]
    public async Task What_is_refused_is_written_down_by_id_and_without_what_was_sent()
    {
        using var log = new Overheard();
        await using var site = await RunningSite.StartAsync(settings: new Dictionary<string, string>(Bare) { ["Members:SignInsPerMinute"] = "4" }, services: services => services.AddSingleton<ILoggerProvider>(log));
        using var editor = await Person.SignedInAsync(site, "editor");
        var id = await SessionTests.ReadAsync(site, db => db.Set<User>().Where(u => u.EmailKey == "editor@sakura.example").Select(u => u.UserId).SingleAsync());
        (await editor.GetAsync("/admin/users?q=my-secret")).Dispose();
        (await editor.PostAsync("/account/password", new() { ["Current"] = "my-secret" }, token: false)).Dispose();
        (await editor.GetAsync("/admin/users/a%E2%80%A8b")).Dispose();
        for (var tries = 0; tries < 5; tries++) (await editor.PostAsync("/account/sign-in", new() { ["Password"] = "my-secret" }, token: false)).Dispose();
        var lines = log.Lines.Where(line => line.StartsWith("Refused", StringComparison.Ordinal)).ToList();
        Assert.Contains($"Refused 403 GET /admin/users to {id}", lines);
        Assert.Contains($"Refused 400 POST /account/password to {id}", lines);
        Assert.Contains($"Refused 403 GET /admin/users/a?b to {id}", lines);
        Assert.Contains(lines, line => line.StartsWith("Refused 429 POST /account/sign-in", StringComparison.Ordinal));
        Assert.DoesNotContain(log.Lines, line => line.Contains("secret", StringComparison.Ordinal) || line.Contains("editor@", StringComparison.Ordinal));
    }

    /// <summary>13.3.1.</summary>
    [Fact]
    public void No_secret_stands_in_the_settings_or_recipes_of_the_repository()
    {
        var files = Directory.GetFiles(Path.Combine(Sources.Root, "src", "ZaitakuSite"), "appsettings*.json").Concat(Directory.GetFiles(Path.Combine(Sources.Root, "recipes"), "*.json", SearchOption.AllDirectories)).ToList();
        Assert.NotEmpty(files);
        Assert.Empty(files.Where(file => File.ReadAllText(file) is var text && (text.Contains("Password=", StringComparison.OrdinalIgnoreCase) || text.Contains("\"Password\"", StringComparison.OrdinalIgnoreCase) || text.Contains("PRIVATE KEY", StringComparison.Ordinal))));
    }

    /// <summary>3.2.2, 3.5.5: scripts write text, never markup, and listen to no other window.</summary>
    [Fact]
    public void Scripts_write_no_markup_and_hear_no_other_window()
    {
        var scripts = Directory.GetFiles(Path.Combine(Sources.Root, "src"), "*.js", SearchOption.AllDirectories)
            .Where(file => file.Contains("/scripts/", StringComparison.Ordinal) && !file.Contains("node_modules", StringComparison.Ordinal)).ToList();
        Assert.True(scripts.Count > 5);
        string[] never = ["innerHTML =", "innerHTML=", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function", "postMessage", "addEventListener('message'"];
        Assert.Empty(scripts.SelectMany(file => never.Where(word => File.ReadAllText(file).Contains(word, StringComparison.Ordinal)).Select(word => $"{file}: {word}")));
    }

    /// <summary>11.5.1: what opens something is made by the random generator, not by a GUID or by System.Random.</summary>
    [Fact]
    public void Nothing_secret_is_made_of_a_guid_or_of_ordinary_chance()
    {
        var sources = Directory.GetFiles(Path.Combine(Sources.Root, "src", "Modules", "Zaitaku.Members"), "*.cs", SearchOption.AllDirectories).Where(file => !file.Contains("/obj/", StringComparison.Ordinal));
        Assert.Empty(sources.Where(file => File.ReadAllText(file) is var text && (text.Contains("Guid.NewGuid", StringComparison.Ordinal) || text.Contains("new Random", StringComparison.Ordinal) || text.Contains("Random.Shared", StringComparison.Ordinal))));
    }

    /// <summary>What a change would show in: everything but when sessions were seen.</summary>
    private static Task<string> StateAsync(RunningSite site) => SessionTests.ReadAsync(site, async db =>
    {
        var items = await db.Content.IgnoreQueryFilters().OrderBy(i => i.Id).Select(i => new { i.ContentItemVersionId, i.Published, i.Latest, i.Revision }).ToListAsync();
        var users = await db.Set<User>().OrderBy(u => u.UserId).Select(u => new { u.UserId, u.SecurityStamp, u.Enabled, u.EmailKey, u.PasswordHash }).ToListAsync();
        var documents = await db.Set<SiteDocument>().OrderBy(d => d.Name).Select(d => d.Json).ToListAsync();
        return System.Text.Json.JsonSerializer.Serialize(new
        {
            items,
            users,
            documents,
            roles = await db.Set<UserRole>().CountAsync(),
            tickets = await db.Set<Ticket>().CountAsync(),
            acts = await db.Set<AuditTrailEvent>().CountAsync(),
        });
    });

    /// <summary>As behind a server that takes the TLS.</summary>
    private sealed class AsOverTls : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, onwards) =>
            {
                context.Request.Scheme = "https";
                return onwards(context);
            });
            next(app);
        };
    }

    private sealed class Overheard : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public void Dispose()
        {
        }

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Lines.Enqueue(formatter(state, exception));
    }
}
