namespace Zaitaku.Guides;

/// <summary>Japanese that the code of this module must name.</summary>
public static class GuidesText
{
    public const string SaidWrong = "「まちがいがある」の声があるページ（90日以内）";
    public const string ModuleName = "ガイドブック・手引き・様式";
    public const string GuidesTitle = "家で療養する方・ご家族へ";
    public const string GuidesLead = "家で医療や介護を受けながら暮らすこと、これからの過ごし方を話し合うことについて、順に読める冊子です。";
    public const string HandbooksTitle = "専門職の方へ";
    public const string HandbooksLead = "医療・介護の現場で使う手引きとリーフレットです。場面ごとの確認表は、印刷して使えます。";
    public const string FormsTitle = "様式";
    public const string FormsLead = "連携に使う様式をダウンロードできます。記入した用紙は、このサイトに送らず、事業所の決まりにしたがって保管してください。";
    public const string EasyTitle = "やさしい日本語";
    public const string Contents = "もくじ";
    public const string LeafletText = "本文";
    public const string NoPdfProgram = "weasyprint が入っていないため、冊子の PDF は作られません。";
    public const string PrintTitle = "印刷用";
    public const string FeedbackThanks = "ありがとうございました。ページの見直しに役立てます。";

    public static string ReadingTime(int minutes) => $"約{minutes}分";

    public static string FileKind(string extension) => extension.TrimStart('.').ToLowerInvariant() switch
    {
        "docx" => "Word",
        "xlsx" => "Excel",
        "pdf" => "PDF",
        var other => other.ToUpperInvariant(),
    };

    public static string EasyBehind(string standard) => $"もとの章「{standard}」のほうが新しくなっています。やさしい日本語版も見直してください。";

    public static string EasyToFollow(string easy) => $"この章を公開すると、やさしい日本語版「{easy}」のほうが古くなります。あわせて見直してください。";
}
