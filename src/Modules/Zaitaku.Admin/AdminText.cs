using Zaitaku.Cms.Access;
using Zaitaku.Cms.Mail;
using Zaitaku.Cms.Text;

namespace Zaitaku.Admin;

/// <summary>Japanese that the code of this module must name.</summary>
public static class AdminText
{
    public const string ModuleName = "管理画面";
    public const string MenuHome = "最初の画面";
    public const string MenuContent = "コンテンツ";
    public const string MenuChecks = "サイト全体の点検";
    public const string ToMend = "点検で直すところがあるもの";
    public const string MenuTrash = "ごみ箱";
    public const string SavedAlready = "この内容は、もう保存してあります。同じ送信が2回届きました。";
    public const string MenuMails = "送ったメール";
    public const string MailRetried = "もう一度送ります。しばらくしてから、この一覧を開き直してください。";
    public const string MailNotRetried = "このメールは、もう送ったか、いま送っているところです。一覧を開き直して確かめてください。";
    public const string MenuAuditTrail = "操作の記録";
    public const string MenuMedia = "画像と書類";

    public const string NotThere = "このコンテンツは見つかりません。ほかの人がごみ箱に入れたのかもしれません。";
    public const string EndIsPast = "公開を終える日時が過ぎています。先の日時にするか、空にしてください。";
    public const string StartIsPast = "公開する日時が過ぎています。先の日時にするか、空にして「公開する」を押してください。";
    public const string EndBeforeStart = "公開を終える日時は、公開する日時より後にしてください。";
    public const string ChooseSome = "先に、一覧の左のチェックを入れてください。";
    public const string NotAllowed = "この操作をする権限がありません。";

    public const string TakenDownOverLinks = "ほかのページからのリンクが残ったまま";

    public const string NotPublic = "公開していません。";

    public const string MediaChoose = "ファイルを選んでください。";
    public const string MediaTooLarge = "ファイルが大きすぎます。100MBまでにしてください。動画は、短くするか、画質を下げてください。";
    public const string MediaStored = "ファイルを入れました。編集の画面の「画像」や「ファイル」の欄で、このファイルを選べます。";
    public const string MediaThere = "同じ場所に、もうファイルがあります。差し替えるときは「同じ場所のファイルを差し替える」に印を付けてください。";
    public const string TrashShape = "Items は [ { \"ContentItemId\": …, \"ContentItemVersionId\": …, \"TrashedUtc\": … } ] の形で書いてください。";
    public const string MediaTaken = "その場所には、あなたの見られないファイルがあります。名前か場所を変えて入れてください。";
    public const string MediaIsOut = "公開中のページで使っているファイルです。差し替えるとすぐに公開されるので、公開できる人に頼むか、別の名前で入れて、ページの承認を受けてください。";
    public const string MediaRemoved = "ファイルを消しました。";
    public const string MediaInUse = "使っているページがあるので、消せません。先に、そのページから外してください。";

    public const string AsPlanned = "予定どおり";
    public const string VersionRestored = "選んだ版の内容で、新しい下書きを作りました。確かめてから公開してください。";
    public const string CannotMove = "これ以上は動かせません。";
    public const string NotAnOrder = "順番は、1から始まる数字で入れてください。";

    public const string Saved = "下書きを保存しました。";
    public const string Published = "公開しました。";
    public const string Scheduled = "公開の予定を入れて、下書きを保存しました。その日時に、自動で公開します。";
    public const string ScheduledReplacement = "差し替えの予定を入れて、下書きを保存しました。その日時に、自動で差し替えます。";
    public const string Unpublished = "公開をやめました。下書きとして残っています。";
    public const string Trashed = "ごみ箱に入れました。ごみ箱から戻せます。";
    public const string Restored = "下書きとして戻しました。";
    public const string Purged = "完全に削除しました。";
    public const string Reordered = "順番を変えました。";
    public const string AutosaveDropped = "書きかけを捨てました。";

    public const string Drafts = "公開していない下書き";
    public const string MyDrafts = "自分が作ったもの";
    public const string Planned = "公開の予定";
    public const string Stale = "確認の期限が過ぎたページ";
    public const string MenuFreshness = "内容の確認";
    public const string NoDepartment = "担当のないページ";
    public const string UnknownDepartment = "（消された担当）";

    public const string DiffAdded = "追加：";
    public const string DiffGone = "削除：";
    public const string DiffSkipped = "（同じ部分は省きました）";
    public const string DiffAddedMark = "＋ ";
    public const string DiffGoneMark = "－ ";
    public const string DiffSameMark = "　 ";
    public const string PublishAt = "公開する日時";
    public const string ArchiveAt = "公開を終える日時";

    public const string MenuSettings = "サイトの設定";
    public const string MenuMailTexts = "メールの文面";
    public const string MenuMenus = "メニュー";
    public const string MenuDepartments = "担当と連絡先";

    public const string Comma = "、";
    public const string Yes = "はい";
    public const string No = "いいえ";
    public const string OneLine = "改行のない1行にしてください。";
    public const string PickGone = "選んだものは、いまは公開されていません。選び直してください。";
    public const string SettingsSaved = "設定を保存しました。";
    public const string ChangedMeanwhile = "ほかの人が先に保存しました。下の「いまの値」と比べて、残す内容にしてから、もう一度保存してください。";
    public const string MailTextSaved = "文面を保存しました。これから送るメールに使います。";
    public const string MailSubject = "件名";
    public const string MailBody = "本文";
    public const string MailTextBack = "初めの文面に戻しました。";


    public const string MoveTargetMissing = "移す先を選んでください。";
    public const string MovedDone = "ほかの冊子へ移しました。前のアドレスからは、新しいアドレスへ案内します。";

    public static string Moment(string day, DateTimeOffset there) => $"{day} {there.Hour}時{there.Minute:00}分";

    public static string MovedTo(string? list) => $"「{list}」へ移した";

    public static string TooLong(int most) => $"{most}文字までにしてください。";

    public static string TheirsNow(string value) => value.Length == 0 ? "いまの値：（空）" : $"いまの値：{value}";

    public static string PropertyName(string property) => property switch
    {
        "Path" => "場所",
        "SetHomepage" => "トップページにするか",
        "Disabled" => "アドレスを使わないか",
        "Culture" => "言葉",
        "LocalizationSet" => "組み合わせ",
        "PageTitle" => "検索での題名",
        "MetaDescription" => "検索での説明",
        "Url" => "行き先",
        _ => property,
    };

    public static string EndingSoon(int days) => $"まもなく公開が終わる（{days}日以内）";

    public static string NextReview(DateTime day) => $"次の確認は{JapaneseDate.InWords(DateOnly.FromDateTime(day))}まで";

    public static string Reviewed(DateTime day) => $"確認したことを記録しました。{NextReview(day)}です。";

    public static MailSlot SlotDepartment { get; } = new("担当", "担当の名前", "さくら市在宅医療・介護連携支援センター（見本）");

    public static MailSlot SlotReader { get; } = new("宛名", "担当か、最後に直した人の名前", "佐倉 花子 様");

    public static MailSlot SlotCount { get; } = new("件数", "ページの数", "2");

    public static MailSlot SlotPages { get; } = new("ページ", "ページの題名、期限、編集の画面のアドレス", "・お金と制度のあらまし（2026年（令和8年）11月1日まで）\nhttps://zaitaku.example/admin/content/mihon", Required: true);

    public static MailSlot SlotList { get; } = new("一覧", "この担当のページの一覧のアドレス", "https://zaitaku.example/admin/freshness", Required: true);

    public static SiteMail OverdueLetter { get; } = new("Admin.OverdueReviews", "内容の確認のお願い", "確認の期限が過ぎたページがある担当へ、週に1回送ります。", "内容の確認のお願い（{件数}ページ）",
        """
        {担当} のみなさま

        次の{件数}ページは、内容を確かめる期限が過ぎています。
        ページを読み、正しければ「確認しました」を押してください。直すところがあれば、直して公開してください。

        {ページ}

        一覧から、続けて確認できます。
        {一覧}
        """, SlotDepartment, SlotCount, SlotPages, SlotList);

    public static SiteMail EndingLetter { get; } = new("Admin.EndingSoon", "まもなく公開が終わるページ", "公開を終える日時が近づいたページの担当と、最後に直した人へ、ページごとに1回送ります。", "まもなく公開が終わるページ（{件数}ページ）",
        """
        {宛名}

        次の{件数}ページは、まもなく自動で公開が終わります。
        続けて公開するときは、編集の画面の「公開を終える日時」を変えてください。そのままでよければ、何もしなくて構いません。

        {ページ}
        """, SlotReader, SlotCount, SlotPages);

    public static string ToDepartment(string name) => $"{name} のみなさま";

    public static string ToPerson(string name) => $"{name} 様";

    public static string LetterLine(string title, string when) => $"・{title}（{when}）";

    public static string DueOn(DateTime utc) => $"{JapaneseDate.InWords(utc.AddTicks(-1))}まで";

    public static string EndsOn(DateTime utc) => $"{AdminDates.InTokyo(utc)}まで";

    public static string AndMore(int count) => $"ほか{count}ページ";

    public static string Checked(int count) => $"{count}件を点検しました。";

    public static string HeldBack(int errors) => $"点検で、直すところが{errors}か所見つかりました。「公開前の点検」を見て直してください。下書きはこのまま保存できます。";

    public static string OverErrors(int errors) => $"点検の指摘{errors}か所を残したまま";

    public static string HasContents(string? title, int count) =>
        $"「{title}」には{count}件の中身があります。先に中身をごみ箱に入れるか、ほかへ移してください。";

    public static string Done(int count, int refused) =>
        $"{count}件を処理しました。" + (refused > 0 ? $"{refused}件は処理できませんでした。" : "");

    public static string Refused(string? title, string why) => $"「{title}」：{why}";

    public static string AudienceName(Audience audience) => audience switch
    {
        Audience.Public => "一般公開",
        Audience.Professionals => "専門職限定",
        _ => "職員限定",
    };

    public static string StatusName(string status) => status switch
    {
        "Draft" => "下書きがある",
        "Published" => "公開中",
        "Owner" => "自分が作ったもの",
        "Scheduled" => "公開の予定がある",
        "EndingSoon" => "まもなく公開が終わる",
        "Stale" => "確認の期限が過ぎた",
        "Replacement" => "差し替え",
        _ => status,
    };

    public static string SortName(string sort) => sort switch
    {
        "Modified" => "直した日の新しい順",
        "Published" => "公開した日の新しい順",
        "Created" => "作った日の新しい順",
        _ => "題名の順",
    };

    /// <summary>What became of a mail, and when.</summary>
    public static string MailState(Mails.MailLine line) => line.State switch
    {
        Mails.MailState.Sent => $"送りました（{AdminDates.InTokyo(line.WhenUtc!.Value)}）",
        Mails.MailState.Failed => $"{line.Tries}回送ろうとして、あきらめました（{AdminDates.InTokyo(line.WhenUtc!.Value)}）",
        Mails.MailState.TriedInVain => $"{line.Tries}回送ろうとして、まだ送れていません。次は{AdminDates.InTokyo(line.WhenUtc!.Value)}ごろに送ります",
        Mails.MailState.Trying => "送っているところです",
        _ => "これから送ります",
    };
}
