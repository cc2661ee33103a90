using Zaitaku.Cms.Text;

namespace Zaitaku.Emergency;

/// <summary>Japanese that the code of this module must name.</summary>
public static class EmergencyText
{
    public const string ModuleName = "緊急のお知らせ";
    public const string MayManage = "緊急のお知らせを出す、終える";

    public const string ChooseNotice = "出すお知らせを選んでください。";
    public const string StartIsPast = "出す日時が過ぎています。空にすると、いますぐ出ます。";
    public const string StartIsFar = "出す日時は、14日先までにしてください。";
    public const string EndMissing = "終える日時を入れてください。";
    public const string EndIsPast = "終える日時が過ぎています。先の日時にしてください。";
    public const string EndBeforeStart = "終える日時は、出す日時より後にしてください。";
    public const string EndIsFar = "終える日時は、出す日時から14日後までにしてください。続くときは、後から延ばせます。";
    public const string NotAMoment = "日付と時刻を「2026-11-26T09:00」のように入力してください。";
    public const string StandsAlready = "このお知らせは、その時間に、もう出ています（または出す予定です）。時間を変えるときは、上の「延ばす」か「終える」を使ってください。";
    public const string NotLonger = "これ以上は延ばせません。いまから14日後までです。";
    public const string OverAlready = "そのお知らせは、もう終わっています。";
    public const string StandsOnSite = "このお知らせは、いま出ているか、出す予定です。先に「緊急のお知らせ」で終えてください。";
    public const string LinkWrong = "リンクの行き先は、「/」から始まるこのサイトのページ、https:// から始まるアドレス、tel: から始まる電話番号のどれかにしてください。";
    public const string LinkWithoutWords = "リンクの文字を入れてください。何のページが開くかを書きます。";

    public const string Posted = "お知らせを出しました。すべてのページに、もう出ています。";
    public const string Planned = "お知らせを出す予定を入れました。その時刻に、自動で出ます。";
    public const string Lifted = "お知らせを終えました。すべてのページから、もう消えています。";
    public const string Extended = "24時間、延ばしました。";

    public static string TooMany(int most) => $"同じ時間に出せるのは{most}つまでです。先に、どれかを終えてください。";

    public static string TitleTooLong(int most) => $"見出しは{most}字までにしてください。";

    public static string TooLong(int length, int most) => $"文章が{length}字あります。{most}字までにしてください。くわしいことは、リンクの先のページに書きます。";

    public static string Level(bool isUrgent) => isUrgent ? "緊急" : "お知らせ";

    public static string Heading(bool isUrgent, string title) => $"【{Level(isUrgent)}】{title}";

    /// <summary>2026年（令和8年）11月26日 14時30分, by Tokyo's clock.</summary>
    public static string Moment(DateTime utc)
    {
        var there = JapaneseDate.InTokyo(utc);
        return $"{JapaneseDate.InWords(utc)} {there.Hour}時{there.Minute:00}分";
    }

    public static string Time(DateTime startUtc, DateTime endUtc) => $"{Moment(startUtc)}から、{Moment(endUtc)}まで";
}
