using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Mail;
using Zaitaku.Cms.Settings;
using Zaitaku.Testing;

namespace Zaitaku.Site.Tests.Members;

/// <summary>Mails that the site sends, in the modules' words and in the owner's.</summary>
public sealed class MailWordingTests
{
    private static readonly Dictionary<string, string> Mailing = new() { ["Mail:Host"] = "127.0.0.1", ["Mail:Port"] = "9", ["Mail:From"] = "center@sakura.example", ["Zaitaku:BaseUrl"] = "https://zaitaku.example" };

    [Fact]
    public async Task Every_mail_of_the_site_may_be_sent_as_its_module_words_it()
    {
        await using var site = await RunningSite.StartAsync();
        var mails = site.Services.GetServices<SiteMail>().ToList();
        Assert.NotEmpty(mails);
        Assert.Distinct(mails.Select(mail => mail.Name));
        Assert.All(mails, mail => Assert.Empty(MailPattern.Problems(mail, mail.Default)));
        Assert.All(mails, mail => Assert.DoesNotContain("{", MailPattern.Sample(mail, mail.Default).Body, StringComparison.Ordinal));
    }

    [Theory, EachEngine]
    public async Task A_mail_goes_out_in_the_owners_words(Engine engine)
    {
        await using var site = await RunningSite.StartAsync(engine, Mailing);
        await using (var scope = site.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<SiteDb>();
            await db.WriteAsync(async () =>
            {
                var settings = await SiteDocuments.LoadAsync<SiteSettings>(db);
                settings.Properties[nameof(MailWordings)] = System.Text.Json.JsonSerializer.SerializeToNode(
                    new MailWordings { Mails = { ["Members.Reset"] = new("センターより", "こちらから：{リンク}") } }, ContentJson.Options);
                return await SiteDocuments.PutAsync(db, settings);
            });
        }

        using var person = new Person(site);
        (await person.SendAsync("/account/forgot", new() { ["Email"] = "editor@sakura.example" })).Dispose();
        await using var after = site.Services.CreateAsyncScope();
        var mail = await after.ServiceProvider.GetRequiredService<SiteDb>().Set<OutboxMessage>().SingleAsync();
        Assert.Equal("センターより", mail.Subject);
        Assert.StartsWith("こちらから：https://zaitaku.example/account/link?key=", mail.Body, StringComparison.Ordinal);
    }
}
