using System.Net;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.AuditTrail;
using Zaitaku.Cms.Mail;
using Zaitaku.Testing;

namespace Zaitaku.Site.Tests.Workplace;

public sealed class MailTextsTests
{
    private const string Page = "/admin/mail-texts/Members.Invitation";

    [Theory, EachEngine]
    public async Task A_mail_is_worded_previewed_saved_and_given_back(Engine engine)
    {
        await using var site = await WorkplaceSite.StartAsync(engine);
        using var owner = new Colleague(site, RoleNames.Administrator, "hanako");
        var preview = await owner.FillAsync(Page, "preview", ("Subject", "{名前} 様へ"), ("Body", "<b>{リンク}</b>")).ExpectAsync(HttpStatusCode.OK);
        Assert.Contains("佐倉 花子 様へ", preview.QuerySelector("#preview-card")!.TextContent, StringComparison.Ordinal);
        Assert.Null(preview.QuerySelector("#preview-card pre b"));
        Assert.Empty((await site.SettingsAsync()).Section<MailWordings>().Mails);
        await owner.FillAsync(Page, "save", ("Subject", "{名前} 様へ"), ("Body", "ここから：\r\n{リンク}")).ExpectAsync(HttpStatusCode.Redirect);
        Assert.Equal(new("{名前} 様へ", "ここから：\n{リンク}"), (await site.SettingsAsync()).Section<MailWordings>().Mails["Members.Invitation"]);
        Assert.Equal(["件名", "本文"], AuditChanges.Read((await site.RecordedAsync("MailTextChanged")).Data).Select(change => change.What));
        await owner.FillAsync(Page, "default").ExpectAsync(HttpStatusCode.Redirect);
        Assert.Empty((await site.SettingsAsync()).Section<MailWordings>().Mails);
    }

    [Fact]
    public async Task A_wording_that_would_not_do_is_refused_where_it_is_wrong()
    {
        await using var site = await WorkplaceSite.StartAsync();
        using var owner = new Colleague(site, RoleNames.Administrator, "hanako");
        foreach (var (subject, body, field) in new[] { ("件名", "リンクがない", "Body"), ("件名", "{リンク} {知らない}", "Body"), ("", "{リンク}", "Subject"), ("{パスワード}", "{リンク}", "Subject") })
        {
            var page = await owner.FillAsync(Page, "save", ("Subject", subject), ("Body", body)).ExpectAsync(HttpStatusCode.BadRequest);
            Assert.NotNull(page.QuerySelector($"#{field}-problem"));
            Assert.Equal(body, page.QuerySelector("#Body")!.TextContent.TrimStart('\n'));
        }

        Assert.Empty((await site.SettingsAsync()).Section<MailWordings>().Mails);
    }

    [Fact]
    public async Task A_stale_form_shows_what_was_saved_and_an_unknown_mail_is_not_found()
    {
        await using var site = await WorkplaceSite.StartAsync();
        using var owner = new Colleague(site, RoleNames.Administrator, "hanako");
        var form = Colleague.FormOf(await owner.PageAsync(Page));
        await owner.FillAsync(Page, "save", ("Subject", "先の件名")).ExpectAsync(HttpStatusCode.Redirect);
        var page = await owner.PostAsync(Page, [.. Colleague.Changed(form, ("Subject", "後の件名")), new("act", "save")]).ExpectAsync(HttpStatusCode.Conflict);
        Assert.Contains("先の件名", page.QuerySelector("[aria-labelledby=theirs]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("後の件名", page.QuerySelector("#Subject")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.NotFound, await owner.GetAsync("/admin/mail-texts/Members.Nothing").StatusAsync());
        using var editor = new Colleague(site, RoleNames.Editor, "taro");
        Assert.Equal(HttpStatusCode.Forbidden, await editor.GetAsync(Page).StatusAsync());
    }
}
