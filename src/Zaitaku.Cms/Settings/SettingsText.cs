namespace Zaitaku.Cms.Settings;

/// <summary>What the site's owner reads beside the kernel's settings.</summary>
public static class SettingsText
{
    public const string Site = "サイト";
    public const string SiteName = "サイトの名前";
    public const string SiteNameHint = "すべてのページの上と、ブラウザーの題名に出ます。";
    public const string BaseUrl = "サイトのアドレス";
    public const string BaseUrlHint = "メール、冊子、更新情報のリンクに使います。例：https://zaitaku.example";
    public const string BaseUrlWrong = "「https://」から始まるアドレスを、ページの場所を付けずに入力してください。例：https://zaitaku.example";
    public const string Home = "トップページ";
    public const string HomeHint = "編集の画面で「トップページにする」と決めたページがあれば、そちらが出ます。";
    public const string Contact = "センターの連絡先";
    public const string ContactDepartment = "すべてのページの下に出す担当";
    public const string ContactHint = "電話番号などは「担当と連絡先」で直します。";
    public const string Sample = "見本の表示";
    public const string IsSample = "このサイトは見本です（ページの上に「見本サイト」と出します）";
    public const string Note = "見本であることの説明";
    public const string NoteHint = "すべてのページの下に出ます。";

    public const string DataPath = "データの置き場所";
    public const string AllowedHosts = "受け付けるホスト名";
    public const string Provider = "データベースの種類";
    public const string ConnectionString = "データベースへの接続";
    public const string MailHost = "メールを送るサーバー";
    public const string MailFrom = "メールの差出人";
    public const string MailPassword = "メールサーバーのパスワード";
    public const string PageCache = "作ったページを取っておくか";
}
