using Zaitaku.Cms.Mail;

namespace Zaitaku.Admin.Approvals;

/// <summary>Mails of approval, as this module words them.</summary>
public static class ApprovalMailText
{
    public const string NoComment = "（なし）";

    public static MailSlot Title { get; } = new("題名", "コンテンツの題名", "在宅療養のはじめかた");

    public static MailSlot Kind { get; } = new("申請", "何の申請か：公開、公開終了、差し替え", "公開");

    public static MailSlot Applicant { get; } = new("申請した人", "申請した人の名前", "佐倉 花子");

    public static MailSlot Comment { get; } = new("コメント", "申請した人、または差し戻した人のコメント", "電話番号を直しました。");

    public static MailSlot Days { get; } = new("日数", "答えを待っている日数", "3");

    public static MailSlot Why { get; } = new("わけ", "公開できなかったわけ", "公開中のページの同じところが直されています。");

    public static MailSlot Link { get; } = new("リンク", "申請、または編集の画面", "https://zaitaku.example/admin/approvals/mihon", Required: true);

    public static SiteMail Asked { get; } = new("Approval.Asked", "承認のお願い", "承認が申請されたとき、次の段に進んだときに、承認する人へ送ります。", "承認のお願い：{題名}（{申請}）",
        """
        {申請した人} さんから、承認の申請がありました。

        題名：{題名}
        申請：{申請}
        コメント：
        {コメント}

        内容を見て、答えてください。
        {リンク}
        """, Title, Kind, Applicant, Comment, Link);

    public static SiteMail Reminded { get; } = new("Approval.Reminded", "承認の催促", "決めた日数のあいだ答えがないときに、承認する人へ送ります。", "承認をお待ちしています（{日数}日）：{題名}",
        """
        {申請した人} さんの申請が、{日数}日、答えを待っています。

        題名：{題名}
        申請：{申請}

        {リンク}
        """, Title, Kind, Applicant, Days, Link);

    public static SiteMail Approved { get; } = new("Approval.Approved", "承認されました", "最後の段まで承認されたときに、申請した人へ送ります。", "承認されました：{題名}（{申請}）",
        """
        申請が承認されました。

        題名：{題名}
        申請：{申請}

        {リンク}
        """, Title, Kind, Link);

    public static SiteMail Remanded { get; } = new("Approval.Remanded", "差し戻されました", "申請が差し戻されたときに、申請した人へ送ります。", "差し戻されました：{題名}（{申請}）",
        """
        申請が差し戻されました。理由を読んで直し、もう一度申請してください。

        題名：{題名}
        申請：{申請}
        理由：
        {コメント}

        {リンク}
        """, Title, Kind, Comment, Link);

    public static SiteMail Lapsed { get; } = new("Approval.Lapsed", "申請が終わりました", "申請のあとに、ほかの人が内容を変えたときに、申請した人へ送ります。", "申請が終わりました（内容が変わったため）：{題名}",
        """
        申請のあとに、ほかの人が内容を変えたので、申請が終わりました。最新の内容を確かめて、もう一度申請してください。

        題名：{題名}
        申請：{申請}

        {リンク}
        """, Title, Kind, Link);

    public static SiteMail Held { get; } = new("Content.Held", "予定どおり公開できませんでした", "予定の日時に公開や差し替えができなかったときに、公開する人と、それを作った人へ送ります。", "予定どおり公開できませんでした：{題名}",
        """
        予定の日時に公開できませんでした。公開中のページは変わっていません。

        題名：{題名}
        わけ：
        {わけ}

        {リンク}
        """, Title, Why, Link);

    public static IReadOnlyList<SiteMail> All { get; } = [Asked, Reminded, Approved, Remanded, Lapsed, Held];
}
