using Zaitaku.Cms.Mail;

namespace Zaitaku.Admin.Approvals;

/// <summary>The mails that tell of requests, as they are worded until the site's owner words them otherwise.</summary>
public static class ApprovalMailsText
{
    public const string NoComment = "（ありません）";

    public static MailSlot Title { get; } = new("題名", "申請されたページの題名", "訪問看護とは");
    public static MailSlot Kind { get; } = new("申請", "何の申請か（公開、公開終了など）", "公開");
    public static MailSlot Applicant { get; } = new("申請した人", "申請した人の名前", "桜井 編子");
    public static MailSlot State { get; } = new("状態", "申請がいまどうなっているか", "承認待ち");
    public static MailSlot Comment { get; } = new("コメント", "申請した人か、差し戻した人が書いたこと", "3章の電話番号を直しました。");
    public static MailSlot Days { get; } = new("日数", "待っている日数", "3");
    public static MailSlot Link { get; } = new("リンク", "申請の内容を見るページ", "https://zaitaku.example/admin/approvals/1", Required: true);

    public static SiteMail Asked { get; } = new("Approvals.Asked", "承認のお願い", "申請があったときに、承認する人へ送ります。", "承認のお願い：{題名}（{申請}）", Body("コメント：\n{コメント}\n"), Title, Kind, Applicant, State, Comment, Link);

    public static SiteMail Reminded { get; } = new("Approvals.Reminded", "承認の催促", "承認を待つ日が続いたときに、承認する人へ送ります。", "承認をお待ちしています（{日数}日）：{題名}", Body("コメント：\n{コメント}\n"), Title, Kind, Applicant, State, Comment, Days, Link);

    public static SiteMail Approved { get; } = new("Approvals.Approved", "承認されたとき", "承認されたときに、申請した人へ送ります。", "承認されました：{題名}（{申請}）", Body(""), Title, Kind, Applicant, State, Link);

    public static SiteMail Remanded { get; } = new("Approvals.Remanded", "差し戻されたとき", "差し戻されたときに、申請した人へ送ります。", "差し戻されました：{題名}（{申請}）", Body("コメント：\n{コメント}\n"), Title, Kind, Applicant, State, Comment, Link);

    public static SiteMail Lapsed { get; } = new("Approvals.Lapsed", "申請が終わったとき", "内容が変わって申請が終わったときに、申請した人へ送ります。", "申請が終わりました（内容が変わったため）：{題名}", Body(""), Title, Kind, Applicant, State, Link);

    public static IReadOnlyList<SiteMail> All { get; } = [Asked, Reminded, Approved, Remanded, Lapsed];

    private static string Body(string comment) => $"題名：{{題名}}\n申請：{{申請}}\n申請した人：{{申請した人}}\n状態：{{状態}}\n{comment}\n内容を見る：\n{{リンク}}\n";
}
