namespace Zaitaku.Cms.Text;

/// <summary>The Japanese words and marks that this folder writes or recognises.</summary>
internal static class MarkupText
{
    public const char TermSummaryOpening = '「';
    public const string TermSummaryClosing = "」とは";
    public const string TermsLabel = "ことばの説明";
    public const char TermFootnoteColon = '：';
    public const string FootnoteMark = "注";
    public const string FootnoteReturn = "本文に戻る";
    public const char ReadingOpening = '（';
    public const char ReadingClosing = '）';
    public const string SentenceEnds = "。．！？!?";
    public const string OpeningBrackets = "「『（【〔［〈《([";
    public const string ClosingBrackets = "」』）】〕］〉》)]";

    /// <summary>How a paragraph begins that is the caption of the table below it.</summary>
    public static readonly string[] CaptionOpenings = ["表: ", "表：", "表:"];

    public static readonly string[] Eras = ["明治", "大正", "昭和", "平成", "令和"];
    public static readonly string[] Weekdays = ["日曜日", "月曜日", "火曜日", "水曜日", "木曜日", "金曜日", "土曜日"];

    public static string? CalloutTitle(string kind) => kind switch
    {
        "NOTE" => "ポイント",
        "TIP" => "こんなときは",
        "IMPORTANT" => "大切なこと",
        "WARNING" or "CAUTION" => "ご注意ください",
        _ => null,
    };

    public static string Minutes(int minutes) => $"約{minutes}分";

    public static string YearInEra(int era, int year) =>
        (era <= Eras.Length ? Eras[era - 1] : JapaneseDate.EraName(era)) + (year == 1 ? "元" : $"{year}") + "年";

    public static string Date(DateOnly date, string era) =>
        era.Length == 0 ? $"{date.Year}年{date.Month}月{date.Day}日" : $"{date.Year}年（{era}）{date.Month}月{date.Day}日";

    public static string Weekday(DayOfWeek day) => $"（{Weekdays[(int)day]}）";

    public static string FiscalYear(string eraYear) => $"{eraYear}度";

    public static string UnknownTerm(string term) => $"用語集に「{term}」がありません。用語集に加えるか、書き方を直してください。";

    public static string UnsafeLink(string url) => $"このリンクは使えません：{url}";

    public static string SkippedLevel(string text, int from, int to) =>
        $"見出し「{text}」の段が飛んでいます（{from}段目の次に{to}段目）。";

    public static string TopHeading(string text) => $"見出し「{text}」は # でなく ## から始めてください。";

    public const string EmptyHeading = "文字のない見出しがあります。";

    public static string BadAnchor(string text) => $"見出し「{text}」の {{#…}} は、英字で始め、英数字とハイフンだけで書いてください。";

    public static string UnknownCallout(string kind) =>
        $"囲み「[!{kind}]」はありません。NOTE、TIP、IMPORTANT、WARNING、CAUTION のどれかを使ってください。";

    public const string ImageWithoutText = "画像に代わりの文字がありません。何の画像かを書いてください。";

    public static string TooLong(int limit) => $"文章が長すぎます。{limit / 1024}KB（約{limit / 3 / 10000}万字）より短くするか、章や段落を分けてください。";

    public const string TooDeep = "箇条書きや引用の入れ子が深すぎます。段を減らしてください。";

    public const string ReadingWithoutComma = "「表記,よみ」の形で書いてください。";
    public const string ReadingWithoutKanji = "表記に漢字がありません。";
    public const string ReadingNotKana = "よみは、かなで書いてください。";
    public const string ReadingTooLong = "表記またはよみが長すぎます。";
    public const string ReadingDoesNotFit = "よみが表記の送りがなと合いません。";

    public static string ReadingTwice(string surface, string reading) =>
        $"「{surface}」のよみは、すでに「{reading}」と決まっています。";
}
