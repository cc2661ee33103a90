using Zaitaku.Guides.Editions;

namespace Zaitaku.Guides;

/// <summary>Japanese that the code of this module must name.</summary>
public static class GuidesText
{
    public const string GuideKind = "ガイドブック";
    public const string HandbookKind = "手引き";
    public const string FormKind = "様式・シート";
    public const string TermKind = "用語";
    public const string Glossary = "用語集";
    public const string SaidWrong = "「まちがいがある」の声があるページ（90日以内）";
    public const string PrintingEnabled = "このサーバーでPDFを作るか";
    public const string ModuleName = "ガイドブック・手引き・様式";
    public const string GuidesTitle = "家で療養する方・ご家族へ";
    public const string GuidesLead = "家で医療や介護を受けながら暮らすこと、これからの過ごし方を話し合うことについて、順に読める冊子です。";
    public const string HandbooksTitle = "専門職の方へ";
    public const string HandbooksLead = "医療・介護の現場で使う手引きとリーフレットです。場面ごとの確認表は、印刷して使えます。";
    public const string FormsTitle = "様式";
    public const string FormsLead = "連携に使う様式をダウンロードできます。記入した用紙は、このサイトに送らず、事業所の決まりにしたがって保管してください。";
    public const string EasyTitle = "やさしい日本語";
    public const string Contents = "もくじ";
    public const string NoPdfProgram = "weasyprint が入っていないため、冊子の PDF は作られません。";
    public const string PrintTitle = "印刷用";
    public const string FeedbackThanks = "ありがとうございました。ページの見直しに役立てます。";

    public const string MenuEditions = "冊子の版";
    public const string EditionsOfBook = "版を閉じる、版の一覧";
    public const string Amended = "この版のあとの直しを含みます。";
    public const string ChangedSinceYourCopy = "お手元の冊子のあとに変わったところ";
    public const string EditionName = "版の名前";
    public const string EditionNameHint = "「第2版」「令和8年11月版」のように、表紙に入れる名前です。";
    public const string EditionDay = "日付";
    public const string EditionDayHint = "表紙に入れる日付です。";
    public const string EditionNote = "変わったところ";
    public const string EditionNoteHint = "読む人に伝わる言葉で、短く書きます。何が変わったか、読む人が何をすればよいかを書きます。";
    public const string BookItself = "表紙と「この冊子について」";
    public const string Reordered = "章の順番";
    public const string NothingToTell = "変わったところはありません。";
    public const string BoxMark = "□ ";
    public const string CellMark = " ／ ";
    public const string AddedEnds = "ここまで追加〕";
    public const string GoneEnds = "ここまで削除〕";
    public const string AddedBegins = "〔追加：";
    public const string GoneBegins = "〔削除：";
    public const string BookNotPublished = "この冊子は公開していません。公開してから、版を閉じてください。";
    public const string EditionNotThere = "この版は見つかりません。ほかの人が開き直したのかもしれません。";
    public const string OnlyTheNewest = "開き直せるのは、いちばん新しい版だけです。";
    public const string TooLateToReopen = "版を閉じてから1日を過ぎたので、開き直せません。直したところは、次の版として閉じてください。";
    public const string EditionNameMissing = "版の名前を入力してください。";
    public const string EditionNameLong = "版の名前は、60文字以内で入力してください。";
    public const string EditionNameTaken = "同じ名前の版があります。別の名前にしてください。";
    public const string EditionNoteMissing = "変わったところを、読む人に伝わる言葉で入力してください。";
    public const string EditionNoteLong = "変わったところは、2,000文字以内で、短い文に分けて入力してください。";
    public const string EditionDayMissing = "日付を入力してください。";
    public const string EditionDayFar = "日付は、1年先までの日にしてください。";
    public const string EditionClosed = "版を閉じました。印刷用の冊子と PDF に、この版の名前と日付が入ります。";
    public const string EditionReopened = "版を開き直しました。直してから、もう一度閉じてください。";

    public const string EditionShape = "版は { \"BookId\": …, \"Number\": 1, \"Name\": …, \"Note\": …, \"Day\": \"2026-11-01\" } の形で書いてください。";
    public const string EditionTextsShape = "Texts は [ { \"ContentItemId\": …, \"ContentItemVersionId\": …, \"Order\": 0, \"Culture\": \"ja\" } ] の形で、1つのコンテンツを1回だけ書いてください。";

    public static string EditionTwice(string name) => $"版「{name}」の番号が二度出てきます。番号を変えてください。";

    public static string EditionOfNoBook(string id) => $"冊子「{id}」がありません。先に冊子を入れてください。";

    public static string EditionHoldsOther(string name) => $"版「{name}」と同じ番号の版がこのサイトにあり、入っている章が違います。番号を変えてください。";

    public static string EditionTextMissing(string name, string title) => $"版「{name}」に入っている「{title}」の版が、このサイトにも、このレシピにもありません。";

    public static string PassageName(PassageKind kind) => kind switch
    {
        PassageKind.Added => "加わった文",
        PassageKind.Gone => "なくなった文",
        _ => "変わった文",
    };

    public static string ChangeName(ChangeKind kind) => kind switch
    {
        ChangeKind.Added => "加わった章",
        ChangeKind.Removed => "なくなった章",
        _ => "変わった章",
    };

    public static string TextName(TextChange text) => text.IsBook ? BookItself : text.IsEasy ? $"{text.Title}（{EasyTitle}）" : text.Title;

    public static string TextCount(int count) => $"{count}か所";

    /// <summary>変わった章 2、加わった章 1.</summary>
    public static string Counted(EditionChanges changes)
    {
        var counts = new[] { ChangeKind.Reworded, ChangeKind.Added, ChangeKind.Removed }.Where(kind => changes.Count(kind) > 0).Select(kind => $"{ChangeName(kind)} {changes.Count(kind)}").ToList();
        if (changes.Texts.Any(text => text.IsBook)) counts.Add(BookItself);
        if (changes.Reordered) counts.Add(Reordered);
        return counts.Count == 0 ? NothingToTell : string.Join("、", counts);
    }

    public static string EditionDayEarly(string day) => $"日付は、前の版の日付（{day}）より後にしてください。";

    public static string NextEdition(int number) => $"第{number}版";

    public static string NothingChanged(string edition) => $"「{edition}」のあとに、変わったところがありません。直して公開してから、版を閉じてください。";

    public static string HeldByEdition(string title, string edition) => $"「{title}」は、冊子の版「{edition}」に入っているので、消せません。版を持っている人に、変わったところを伝えるために残します。";

    public static string FeedTitle(string book, string edition) => $"「{book}」の{edition}";

    public static string SinceTitle(string edition) => $"{edition}からの変更";

    public static string Picture(string text) => $"（画像：{text}）";

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

    public static string InEasyJapanese(string title) => $"{title}（やさしい日本語）";
}
