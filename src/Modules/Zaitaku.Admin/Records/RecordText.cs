namespace Zaitaku.Admin.Records;

/// <summary>What the record of acts says: names of kinds and of acts.</summary>
public static class RecordText
{
    public const string TheSite = "サイト（自動）";

    public static IReadOnlyList<string> RecordColumns { get; } = ["日時", "だれが", "種類", "操作", "対象", "番号", "備考", "変わったところ"];

    public static string BeforeAfter(string what, string before, string after) => $"{what}：「{before}」→「{after}」";

    public static string KindName(string kind) => kind switch
    {
        "Content" => "コンテンツ",
        "User" => "利用者",
        "Media" => "画像と書類",
        "Settings" => "設定",
        "Recipe" => "レシピ",
        "SignIn" => "サインイン",
        "Search" => "検索",
        _ => kind,
    };

    public static string ActName(string act) => act switch
    {
        "MailRetried" => "メールをもう一度送る",
        "SignedIn" => "サインイン",
        "SignInRefused" => "サインインを断った",
        "SignedOut" => "サインアウト",
        "PasswordSet" => "パスワードの変更",
        "ResetAsked" => "パスワードを忘れた",
        "EmailChangeAsked" => "メールアドレスの変更の申し出",
        "EmailChanged" => "メールアドレスの変更",
        "AuthenticatorRegistered" => "認証アプリの登録",
        "AuthenticatorRemoved" => "認証アプリを消す",
        "PasskeyRegistered" => "パスキーの登録",
        "PasskeyRemoved" => "パスキーを消す",
        "RecoveryCodesMade" => "回復コードを作る",
        "SecondFactorsReset" => "2つ目の確認を消す",
        "SessionEnded" => "端末のサインインを終える",
        "SessionsEnded" => "すべての端末のサインインを終える",
        "Invited" => "利用者の招待",
        "InvitedAgain" => "利用者に新しいリンク",
        "RolesChanged" => "利用者の役割の変更",
        "PermissionsChanged" => "役割の権限の変更",
        "Enabled" => "アカウントを再び使えるようにする",
        "Disabled" => "アカウントを止める",
        "AdministratorCreated" => "最初の管理者",
        "LinkIgnored" => "リンクを無視する",
        "LinkHeeded" => "リンクをまた調べる",
        "Reviewed" => "内容の確認",
        "SettingsChanged" => "設定の変更",
        "MailTextChanged" => "メールの文面の変更",
        "WordAdded" => "辞書に足す",
        "WordChanged" => "辞書を直す",
        "WordRemoved" => "辞書から消す",
        "WordsReplaced" => "辞書の入れ替え",
        "SynonymAdded" => "検索の同義語を加える",
        "AnswerPinned" => "最初に示すページを決める",
        "AnswerUnpinned" => "最初に示すページを外す",
        "RebuildAsked" => "検索の索引の作り直し",
        "Moved" => "ほかの冊子へ移す",
        "Created" => "作成",
        "Saved" => "下書きの保存",
        "Published" => "公開",
        "Unpublished" => "公開をやめる",
        "Removed" => "ごみ箱に入れる",
        "Restored" => "戻す",
        "Purged" => "完全な削除",
        "Reordered" => "順番の変更",
        "EditionClosed" => "冊子の版を閉じる",
        "EditionReopened" => "冊子の版を開き直す",
        "Uploaded" => "ファイルを入れる",
        "Replaced" => "ファイルの差し替え",
        "Deleted" => "ファイルを消す",
        "EmergencyPosted" => "緊急のお知らせを出す",
        "EmergencyLifted" => "緊急のお知らせを終える",
        "EmergencyExtended" => "緊急のお知らせを延ばす",
        "NotPublished" => "予定の公開ができなかった",
        "ReplacementBegun" => "差し替えを作る",
        "ReplacementWentIn" => "差し替え",
        "ApprovalSettingsChanged" => "承認の設定の変更",
        "StandInNamed" => "代理を決める",
        "StandInEnded" => "代理の取消し",
        _ => Approvals.ApprovalText.VerbName(act),
    };
}
