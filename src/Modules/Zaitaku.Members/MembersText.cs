using Zaitaku.Cms.Mail;
using Zaitaku.Cms.Text;

namespace Zaitaku.Members;

/// <summary>Japanese that the code of this module must name.</summary>
public static class MembersText
{
    public const string ModuleName = "利用者";
    public const string SampleAdministrator = "佐倉 管理（見本）";
    public const string SampleEditor = "桜井 編子（見本）";
    public const string SampleCoordinator = "花岡 結（見本）";
    public const string SampleProfessional = "春野 医（見本）";
    public const string SampleFacility = "若葉 守（見本）";

    public const string SignInRefused = "メールアドレスかパスワードが違います。確かめて、もう一度入力してください。続けて間違えると、しばらくサインインできなくなります。";
    public const string ErrorSummary = "入力内容を確かめてください";
    public const string EmailMissing = "メールアドレスを入力してください。";
    public const string PasswordMissing = "パスワードを入力してください。";

    public const string EmailWrong = "メールアドレスの形が正しくありません。";
    public const string PasswordWrong = "パスワードが違います。確かめて、もう一度入力してください。";
    public const string NewPasswordMissing = "新しいパスワードを入力してください。";
    public const string PasswordHint = "8文字以上。15文字以上をおすすめします。文字の種類は問いません。空白や漢字も使えます。関係のない言葉をいくつか並べると、長くても覚えやすくなります。";
    public const string PasswordShort = "8文字以上にしてください。";
    public const string PasswordLong = "256文字までにしてください。";
    public const string PasswordCommon = "よく使われるパスワードなので、最初に試されてしまいます。別のものにしてください。";
    public const string PasswordGuessable = "センターやあなたの名前から思いつきやすいパスワードです。ほかの言葉を足すか、別のものにしてください。";
    public const string PasswordsDiffer = "2回の入力が違います。同じパスワードを、もう一度入力してください。";
    public const string PasswordChanged = "パスワードを変えました。ほかの端末ではサインアウトしました。";
    public const string CodeWrong = "確認コードが違うか、もう使われています。アプリに今出ている数字を入力してください。続けて間違えると、初めからやり直しになります。";
    public const string AppCodeWrong = "数字が違います。アプリに今出ている6桁を入力してください。合わないときは、スマートフォンの時計が正しいか確かめてください。";
    public const string FactorRemoved = "登録を消しました。ほかの端末ではサインアウトしました。";
    public const string PasskeyName = "パスキー";
    public const string PasskeyFailed = "パスキーでサインインできませんでした。もう一度試すか、メールアドレスとパスワードを使ってください。";
    public const string PasskeyNotMade = "パスキーを登録できませんでした。もう一度「登録する」を押してください。この端末で使えないときは、認証アプリを登録してください。";
    public const string PasskeyMade = "パスキーを登録しました。";
    public const string SessionEnded = "その端末でのサインインを終わらせました。";
    public const string NameMissing = "名前を入力してください。";
    public const string EmailTaken = "このメールアドレスの利用者は、もういます。一覧から探してください。";
    public const string RoleUnknown = "知らない役割か権限が送られました。ページを開き直してください。";
    public const string RoleNotYours = "あなたにない権限を含む役割は、渡せません。管理者に頼んでください。";
    public const string UserNotYours = "この利用者は、あなたにない権限を持っているので、変えられません。管理者に頼んでください。";
    public const string UserGone = "この利用者は、もういないか、止められています。一覧を開き直してください。";
    public const string LastAdministrator = "ほかに管理者がいないので、この操作はできません。先に、ほかの人を管理者にしてください。";
    public const string PermissionNotYours = "あなたにない権限は、ほかの役割にも渡せません。";
    public const string AdministratorFixed = "管理者の役割は変えられません。管理者は、いつもすべてのことができます。";
    public const string RolesChangedMeanwhile = "ほかの人が先に保存しました。今の内容を示しています。もう一度選び直してください。";
    public const string RolesSaved = "保存しました。";
    public const string UserDisabled = "アカウントを止めました。サインインしていた端末は、すべてサインアウトしました。";
    public const string UserEnabled = "アカウントを再び使えるようにしました。";
    public const string SessionsEnded = "すべての端末でサインアウトさせました。";
    public const string FactorsReset = "2つ目の確認を消しました。次のサインインのあとで、もう一度登録してもらいます。";
    public const string LinkSent = "パスワードを決めるリンクを、メールで送ります。";
    public const string InvitationSent = "利用者を作りました。招待のメールを送ります。";
    public const string SessionGone = "その端末のサインインは、もう終わっています。";
    public const string EmailSame = "今と同じメールアドレスです。新しいメールアドレスを入力してください。";
    public const string EmailChanged = "メールアドレスを変えました。ほかの端末ではサインアウトしました。";
    public const string PasswordChangedNotice = "パスワードが変わりました。";
    public const string EmailChangedNotice = "サインインに使うメールアドレスが、別のものに変わりました。このアドレスには、これからお知らせが届きません。";
    public const string MenuUsers = "利用者";
    public const string MenuRoles = "役割と権限";
    public const string IdleMinutes = "使わないでいるとサインアウトするまで（分）";
    public const string LifetimeHours = "使っていてもサインアウトするまで（時間）";
    public const string SecondFactorForStaff = "管理画面に入る人に2つ目の確認を求めるか";
    public const string RolesOfUser = "役割";
    public const string NewAdministrator = "管理者";
    public const string CreateAdmin = "最初の管理者のためのリンクを作ります。リンクは24時間、1回だけ使えます。";
    public const string CreateAdminEmail = "管理者のメールアドレス";

    /// <summary>Words that anyone who knows the site would try in a password.</summary>
    public static IReadOnlyList<string> GuessableWords { get; } =
    [
        "zaitaku", "iryou", "iryo", "kaigo", "renkei", "shien", "center", "centre", "sentaa", "fukushi", "sakurashi", "password", "パスワード",
        "在宅", "医療", "介護", "連携", "支援", "センター", "福祉", "さくら市", "市役所", "shiyakusho",
    ];

    public static string SetupLink(string link) =>
        $"""

          次のリンクを開いて、パスワードと2つ目の確認を決めてください。
          24時間、1回だけ使えます。人に見せないでください。

          {link}

        """;

    /// <summary>A role in the owner's words; one of the site's own by its name.</summary>
    public static string RoleName(string role) => role switch
    {
        "Administrator" => "管理者",
        "Editor" => "編集者",
        "Coordinator" => "コーディネーター",
        "Professional" => "専門職",
        "FacilityManager" => "事業所の担当",
        _ => role,
    };

    public static string State(Users.User user) => !user.Enabled ? "止めています" : user.PasswordHash is null ? "招待中" : "使えます";

    /// <summary>What stands in for the receiver's name in a mail.</summary>
    public static MailSlot MailName { get; } = new("名前", "受け取る人の名前", "佐倉 花子");

    public static MailSlot MailLink { get; } = new("リンク", "パスワードを決める、1回だけのリンク", "https://zaitaku.example/account/link?key=mihon", Required: true);

    public static SiteMail InvitationMail { get; } = new("Members.Invitation", "招待", "利用者を招待したときに、その人へ送ります。リンクは3日のあいだ使えます。", "サインインのご案内",
        """
        {名前} 様

        センターのサイトにサインインできるようになりました。
        次のリンクを開いて、パスワードを決めてください。3日のあいだ、1回だけ使えます。

        {リンク}

        このメールに心当たりがないときは、リンクを開かずに、センターに知らせてください。
        """, MailName, MailLink);

    public static MailSlot MailChange { get; } = new("変わったこと", "何が変わったか", "パスワードが変わりました。", Required: true);

    public static MailSlot MailEmailLink { get; } = new("リンク", "新しいメールアドレスを確かめる、1回だけのリンク", "https://zaitaku.example/account/link?key=mihon", Required: true);

    public static SiteMail EmailMail { get; } = new("Members.Email", "新しいメールアドレスの確認", "利用者がメールアドレスを変えたいと伝えたときに、新しいメールアドレスへ送ります。リンクは1時間のあいだ使えます。", "新しいメールアドレスの確認",
        """
        このメールアドレスを、サインインに使うための確認です。
        サインインしている端末で、次のリンクを開いてください。1時間のあいだ、1回だけ使えます。

        {リンク}

        心当たりがないときは、何もしないでください。何も変わりません。
        """, MailEmailLink);

    public static SiteMail EmailTakenMail { get; } = new("Members.EmailTaken", "使われているメールアドレス", "利用者が変えたいと伝えたメールアドレスに、もうほかのアカウントがあるときに、そのメールアドレスへ送ります。", "新しいメールアドレスの確認",
        """
        このメールアドレスを、別のアカウントで使いたいという申し出がありました。
        このメールアドレスは、すでにあなたのアカウントで使われているので、何も変えていません。

        心当たりがないときは、何もしないでください。
        """);

    public static SiteMail ChangeMail { get; } = new("Members.Change", "アカウントの変更のお知らせ", "パスワード、2つ目の確認、メールアドレスが変わったときに、本人へ送ります。", "アカウントの変更のお知らせ",
        """
        {名前} 様

        {変わったこと}

        あなたが変えたのであれば、何もしなくてかまいません。
        心当たりがないときは、すぐにセンターに知らせてください。
        """, MailName, MailChange);

    public static string FactorNotice(string act) => act switch
    {
        "AuthenticatorRegistered" => "2つ目の確認に、認証アプリが登録されました。",
        "AuthenticatorRemoved" => "2つ目の確認から、認証アプリが消されました。",
        "PasskeyRegistered" => "パスキーが登録されました。",
        "PasskeyRemoved" => "パスキーが消されました。",
        "RecoveryCodesMade" => "回復コードが作り直されました。前の回復コードは使えません。",
        _ => "2つ目の確認が、管理者によって消されました。次にサインインしたとき、もう一度登録してください。",
    };

    public static SiteMail ResetMail { get; } = new("Members.Reset", "パスワードの決め直し", "サインインの画面で「パスワードを忘れた」と伝えた人へ送ります。リンクは1時間のあいだ使えます。", "パスワードを決めるリンク",
        """
        パスワードを決めるリンクです。1時間のあいだ、1回だけ使えます。

        {リンク}

        心当たりがないときは、何もしないでください。今のパスワードはそのままです。
        """, MailLink);

    /// <summary>A browser in words people know, from what it says of itself.</summary>
    public static string Device(string agent)
    {
        var system = First(agent, ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS", "Mac"), ("Linux", "Linux"));
        var browser = First(agent, ("Edg/", "Edge"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari"));
        return system is null && browser is null ? "不明な端末" : string.Join(" の ", new[] { system, browser }.OfType<string>());
    }

    /// <summary>A moment as people here read it: 11月22日 19:51.</summary>
    public static string Moment(DateTime utc)
    {
        var there = JapaneseDate.InTokyo(utc);
        return $"{JapaneseDate.InWords(utc)} {there.Hour}時{there.Minute:00}分";
    }

    public static string DevelopmentUsers(string emails, string password) =>
        $"""

          開発用の利用者：      {emails}
          パスワード：          {password}（全員同じ。開発の環境だけにあります）
        """;

    private static string? First(string agent, params ReadOnlySpan<(string Sign, string Name)> known)
    {
        foreach (var (sign, name) in known)
        {
            if (agent.Contains(sign, StringComparison.Ordinal)) return name;
        }

        return null;
    }
}
