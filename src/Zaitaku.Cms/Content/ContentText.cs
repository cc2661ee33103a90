namespace Zaitaku.Cms.Content;

/// <summary>What the content kernel says to editors.</summary>
public static class ContentText
{
    public const string ReplacementNotPublished = "差し替えは、そのままでは公開できません。「差し替える」で元のページに入れてください。";
    public const string ReplacementOfNothing = "差し替えの元のページがありません。元のページをごみ箱から戻すか、差し替えを捨ててください。";
    public const string ReplacementTwice = "このページには、もう差し替えがあります。それを開いて続けてください。";
    public const string MailInvalid = "メールアドレスを1つ、「keepers@sakura.example」のように入力してください。";
    public const string ChangedMeanwhile = "ほかの人が先に保存しました。最新の内容を開いて、変更を合わせてください。";
    public const string TitleRequired = "題名を入力してください。";
    public const string UnknownPart = "この種類のコンテンツにはない部品です。";

    public const string IdMissing = "ContentItemId がありません。26文字以内の番号を書いてください（レシピでは [js: uuid()] と書くと作られます）。";

    public static string VersionTwice(string versionId) => $"ContentItemVersionId「{versionId}」が二度出てきます。どちらか一方にしてください。";

    public static string VersionOfOther(string versionId, string contentItemId) =>
        $"ContentItemVersionId「{versionId}」は、すでに別のコンテンツ「{contentItemId}」の版です。";

    public static string UnknownType(string type) => $"「{type}」という種類のコンテンツは定義されていません。";

    public static string FieldRequired(string label) => $"「{label}」を入力してください。";

    public static string PathTaken(string path) => $"アドレス「/{path}」はほかのページが使っています。別のアドレスにしてください。";

    public static string PathInvalid(string path) =>
        $"アドレス「{(path.Length > 60 ? path[..60] + "…" : path)}」は使えません。文字・数字・ハイフンを「/」で区切り、1,024文字以内で書いてください。";

    public static string AliasTaken(string alias) => $"別名「{alias}」はほかのコンテンツが使っています。";
}
