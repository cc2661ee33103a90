using Zaitaku.Cms.Mail;

namespace Zaitaku.Cms.Tests.Mail;

public sealed class MailPatternTests
{
    private static readonly MailSlot Name = new("名前", "受け取る人の名前", "見本 花子");
    private static readonly MailSlot Link = new("リンク", "1回だけのリンク", "https://zaitaku.example/link", Required: true);
    private static readonly SiteMail Invitation = new("Test.Invitation", "招待", "招待したとき", "ご案内", "{名前} 様\n{リンク}", Name, Link);

    [Fact]
    public void Slots_are_filled_in_the_subject_and_the_body()
    {
        var mail = MailPattern.Fill(Invitation, new("{名前} 様へ", "開いてください：{リンク}"), [(Name, "花岡"), (Link, "https://a.example")]);
        Assert.Equal(new("花岡 様へ", "開いてください：https://a.example"), mail);
    }

    [Fact]
    public void Wide_braces_and_blanks_in_them_count() =>
        Assert.Equal("花岡 https://a.example", MailPattern.Fill(Invitation, new("件", "｛名前｝ { リンク }"), [(Name, "花岡"), (Link, "https://a.example")]).Body);

    [Fact]
    public void What_fills_a_slot_is_not_looked_into_for_slots() =>
        Assert.Equal("{リンク} 様 https://a.example", MailPattern.Fill(Invitation, new("件", "{名前} 様 {リンク}"), [(Name, "{リンク}"), (Link, "https://a.example")]).Body);

    [Fact]
    public void A_value_cannot_write_headers_nor_a_subject_without_end()
    {
        var subject = MailPattern.Fill(Invitation, new("{名前}", "{リンク}"), [(Name, "a\r\nBcc: b@c.example" + new string('あ', 300)), (Link, "x")]).Subject;
        Assert.DoesNotContain(subject, char.IsControl);
        Assert.Equal(MailPattern.MaxSubject, subject.Length);
    }

    [Fact]
    public void A_slot_without_a_value_is_a_mistake_of_the_program() =>
        Assert.Throws<ArgumentException>(() => MailPattern.Fill(Invitation, Invitation.Default, [(Name, "花岡")]));

    [Theory]
    [InlineData("", "{リンク}", "Subject")]
    [InlineData("件\r\nBcc: a@b.example", "{リンク}", "Subject")]
    [InlineData("{知らない}", "{リンク}", "Subject")]
    [InlineData("件名", "", "Body")]
    [InlineData("件名", "{名前} 様", "Body")]
    [InlineData("件名", "{リンク} {パスワード}", "Body")]
    [InlineData("件名", "{リンク}\0", "Body")]
    public void A_wording_that_would_not_do_is_refused(string subject, string body, string field) =>
        Assert.Equal(field, Assert.Single(MailPattern.Problems(Invitation, new(subject, body)).Select(problem => problem.Field).Distinct()));

    [Fact]
    public void A_mail_without_its_link_is_told_which_one_is_missing() =>
        Assert.Contains("「{リンク}」がありません", Assert.Single(MailPattern.Problems(Invitation, new("件名", "{名前} 様"))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_wording_that_no_longer_fits_gives_way_to_the_modules_own()
    {
        var wordings = new MailWordings { Mails = { [Invitation.Name] = new("件名", "リンクのない本文") } };
        Assert.Equal(Invitation.Default, wordings.Of(Invitation));
        wordings.Mails[Invitation.Name] = new("件名", "{リンク} だけ");
        Assert.Equal("件名", wordings.Of(Invitation).Subject);
    }
}
