using System.Net;
using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.AuditTrail;
using Zaitaku.Cms.Mail;
using Zaitaku.Site.Tests.Members;
using Zaitaku.Testing;

namespace Zaitaku.Site.Tests.Mails;

/// <summary>What comes out at the other end: a real mail server takes the outbox's mails, late, or not at all.</summary>
public sealed class MailServerTests
{
    private const string Subject = "在宅医療・介護連携支援センターからの、少し長めの題名のお知らせです（見本）：髙橋 﨑𠮷 🌸";
    private const string Body = "見本 様\n\n本文です。1行目の次に、空の行があります。\n.点で始まる行。\n髙﨑𠮷 🌸 <b>そのまま</b>\n";

    [MailFact]
    public async Task A_mail_arrives_as_it_was_written()
    {
        using var sink = new MailSink();
        await using var site = await StartAsync(sink);
        await PutAsync(site, "hanako@sakura.example", Subject, Body);
        var mail = Assert.Single(await sink.MailsAsync(1));
        Assert.Equal(("hanako@sakura.example", "center@sakura.example", Subject, Body), (mail.To, mail.From, mail.Subject, mail.Body.ReplaceLineEndings("\n")));
        Assert.Equal(["hanako@sakura.example"], mail.Receivers);
        Assert.StartsWith("=?utf-8?", mail.RawSubject, StringComparison.Ordinal);
        // RFC 5322: nothing but ASCII on the wire, no line longer than 998.
        Assert.True(mail.Ascii);
        Assert.InRange(mail.LongestLine, 1, 998);
        Assert.Equal("auto-generated", mail.AutoSubmitted);
        Assert.Matches(@"^<\d+\.\d+@sakura\.example>$", mail.Id);
        Assert.NotEmpty(mail.Date);
        var row = await RowAsync(site);
        Assert.NotNull(row.SentUtc);
        Assert.Equal(("", 1, null), (row.Body, row.Tries, row.Error));
    }

    [MailFact]
    public async Task A_server_that_refuses_for_a_while_gets_the_mail_later_and_once()
    {
        using var sink = new MailSink();
        var clock = new TestClock();
        await using var site = await StartAsync(sink, clock);
        sink.Answer("451 4.3.0 Please try again later");
        await PutAsync(site, "hanako@sakura.example", Subject, Body);
        foreach (var (tries, minutes) in new[] { (1, 1), (2, 2), (3, 4) })
        {
            var tried = await TriedAsync(site, tries);
            Assert.Contains("try again later", tried.Error, StringComparison.Ordinal);
            Assert.Equal(TimeSpan.FromMinutes(minutes), tried.DueUtc - clock.Now.UtcDateTime);
            if (tries == 3) sink.Answer(null);
            clock.Now = tried.DueUtc;
        }

        Assert.Single(await sink.MailsAsync(1));
        Assert.NotNull((await RowAsync(site)).SentUtc);
    }

    [MailFact]
    public async Task A_mail_that_nobody_takes_is_given_up_shown_and_sent_when_staff_ask_for_it()
    {
        using var sink = new MailSink();
        var clock = new TestClock();
        await using var site = await StartAsync(sink, clock);
        sink.Answer("550 5.1.1 <hanako@sakura.example>: no such mailbox");
        await PutAsync(site, "hanako@sakura.example", "見本の件名", "https://zaitaku.example/account/link?key=secret");
        OutboxMessage row;
        for (var tries = 1; ; tries++)
        {
            row = await TriedAsync(site, tries);
            if (row.FailedUtc is not null) break;
            Assert.InRange(tries, 1, 20);
            clock.Now = row.DueUtc;
        }

        Assert.Equal(16, row.Tries);
        Assert.Contains("Degraded", await site.Visitor.GetStringAsync("/health/ready"), StringComparison.Ordinal);
        using var admin = await Person.SignedInAsync(site, "admin");
        var page = await admin.PageAsync("/admin/mails");
        var text = page.QuerySelector("main table")!.TextContent;
        Assert.Contains("h…@sakura.example", text, StringComparison.Ordinal);
        Assert.Contains("16回送ろうとして、あきらめました", text, StringComparison.Ordinal);
        Assert.DoesNotContain("hanako", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", page.DocumentElement.OuterHtml, StringComparison.Ordinal);

        sink.Answer(null);
        using var retried = await admin.SendAsync("/admin/mails", []);
        Assert.Equal(HttpStatusCode.Redirect, retried.StatusCode);
        Assert.Single(await sink.MailsAsync(1));
        Assert.Equal("MailRetried", await SessionTests.ReadAsync(site, db => db.Set<AuditTrailEvent>().Where(e => e.Category == "Mail").Select(e => e.Name).SingleAsync()));
        // Once it is out, nobody can have it sent again.
        Assert.Null((await admin.PageAsync("/admin/mails")).QuerySelector("main table form"));
        using var again = await admin.PostAsync("/admin/mails", new() { ["id"] = row.Id.ToString(System.Globalization.CultureInfo.InvariantCulture) });
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Single(await sink.MailsAsync(1));
    }

    [MailFact]
    public async Task A_server_that_says_nothing_does_not_hold_up_the_outbox()
    {
        using var sink = new MailSink();
        await using var site = await StartAsync(sink, more: new() { ["Mail:PatienceSeconds"] = "1" });
        sink.Answer("silence");
        await PutAsync(site, "hanako@sakura.example", Subject, Body);
        Assert.Equal("メールのサーバーが時間内に答えませんでした。", (await TriedAsync(site, 1)).Error);
        sink.Answer(null);
        await PutAsync(site, "taro@sakura.example", Subject, Body);
        Assert.Equal("taro@sakura.example", Assert.Single(await sink.MailsAsync(1)).To);
    }

    [MailFact]
    public async Task Of_two_nodes_one_sends_a_mail()
    {
        using var sink = new MailSink();
        await using var one = await StartAsync(sink);
        await using var two = await StartAsync(sink, more: new() { ["Database:ConnectionString"] = $"Data Source={Path.Combine(one.Folder, "zaitaku.db")};Foreign Keys=True;Default Timeout=30" });
        for (var n = 0; n < 20; n++) await PutAsync(n % 2 == 0 ? one : two, $"person{n}@sakura.example", Subject, Body);
        var mails = await sink.MailsAsync(20);
        Assert.Equal(20, mails.Count);
        Assert.Equal(20, mails.Select(mail => mail.Id).Distinct().Count());
    }

    [Fact]
    public async Task The_list_forgets_mails_after_a_month_and_shows_them_to_nobody_but_those_who_keep_the_settings()
    {
        var clock = new TestClock();
        await using var site = await RunningSite.StartAsync(
            settings: new Dictionary<string, string> { ["Zaitaku:SetupRecipe"] = "", ["Mail:LookAgain"] = "00:00:00.2" }, services: services => services.AddSingleton<TimeProvider>(clock));
        var now = clock.Now.UtcDateTime;
        await SessionTests.WriteAsync(site, db =>
        {
            foreach (var (sent, failed) in new (DateTime?, DateTime?)[] { (now, null), (null, now), (null, null) })
            {
                db.Add(new OutboxMessage { To = "hanako@sakura.example", Subject = "件名", Body = "", CreatedUtc = now, DueUtc = now, SentUtc = sent, FailedUtc = failed });
            }

            return Task.CompletedTask;
        });
        using (var editor = await Person.SignedInAsync(site, "editor")) Assert.Equal(HttpStatusCode.Forbidden, await editor.StatusAsync("/admin/mails"));
        using (var admin = await Person.SignedInAsync(site, "admin")) Assert.Equal(3, (await admin.PageAsync("/admin/mails")).QuerySelectorAll("main tbody tr").Length);
        clock.Now += TimeSpan.FromDays(31);
        for (var waited = 0; waited < 100 && await CountAsync(site) > 1; waited++) await Task.Delay(100);
        // One that waits is never forgotten.
        Assert.Null((await RowAsync(site)).SentUtc);
    }

    private static Task<int> CountAsync(RunningSite site) => SessionTests.ReadAsync(site, db => db.Set<OutboxMessage>().CountAsync());

    private static Task<RunningSite> StartAsync(MailSink sink, TestClock? clock = null, Dictionary<string, string>? more = null)
    {
        var settings = new Dictionary<string, string>(sink.Settings) { ["Zaitaku:SetupRecipe"] = "" };
        foreach (var (key, value) in more ?? []) settings[key] = value;
        return RunningSite.StartAsync(settings: settings, services: services => { if (clock is not null) services.AddSingleton<TimeProvider>(clock); });
    }

    private static async Task PutAsync(RunningSite site, string to, string subject, string body)
    {
        await using var scope = site.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Outbox>().PutAsync(to, subject, body);
    }

    private static Task<OutboxMessage> RowAsync(RunningSite site) => SessionTests.ReadAsync(site, db => db.Set<OutboxMessage>().AsNoTracking().SingleAsync());

    /// <summary>The mail, when it has been tried so often and the answer is written down.</summary>
    private static async Task<OutboxMessage> TriedAsync(RunningSite site, int tries)
    {
        for (var waited = 0; waited < 200; waited++)
        {
            if (await RowAsync(site) is { Error: not null } row && row.Tries >= tries) return row;
            await Task.Delay(100);
        }

        throw new TimeoutException($"The mail was not tried {tries} times.");
    }
}
