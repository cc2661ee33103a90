using Zaitaku.Cms.Access;
using Zaitaku.Search.Analysis;

namespace Zaitaku.Search;

/// <summary>Japanese that the code of this module must name.</summary>
public static class SearchText
{
    public const string ModuleName = "検索";
    public const string EvaluationCommand = "検索の質と速さを、問いと答えの組で測ります。";
    public const string DocumentsFile = "文書のファイル（1行に1つの JSON：id, title, text）";
    public const string QueriesFile = "問いのファイル（1行に1つの JSON：id, text, rel）";
    public const string RebuildCommand = "検索の索引を作り直します。その間も、検索は前の索引で答えます。";
    public const string QueryMissing = "探す言葉を q に書いてください。";
    public const string FirstShown = "（合うものから50件を表示します。下の絞り込みも使えます）";

    public const string WordsMissing = "言葉を入れてください。";
    public const string SynonymMissing = "同じ意味の言葉を入れてください。";
    public const string CommaInWord = "言葉に、コンマ（,）や # や改行は使えません。";
    public const string WordTooLong = "言葉が長すぎます。50字までにしてください。";
    public const string PageMissing = "そのアドレスのページは公開されていません。「/」から始まるアドレスを確かめてください。";
    public const string SynonymAdded = "同じ意味の言葉に加えました。次の検索から使われます。";
    public const string AnswerPinned = "最初に示すページを決めました。";
    public const string AnswerUnpinned = "最初に示すページを外しました。";
    public const string RebuildAsked = "索引を作り直しています。終わるまで、検索は前の索引で答えます。";
    public const string IndexToRebuild = "検索の索引を作り直す";
    public const string Overtaken = "ほかの作り直しが始まったので、そちらに任せました。";

    public static string FileMissing(string path) => $"{path} がありません。ファイルの場所を確かめてください。";

    public static string FileEmpty(string path) => $"{path} は空です。1行に1つの JSON を書いてください。";

    public static string LineOdd(string path, int line, string problem) => $"{path} の{line}行目が読めません。1行に1つの JSON を、決まった形で書いてください。（{problem}）";

    public static string Unanswerable(int queries) => $"注意：{queries}件の問いは、答えの文書が文書のファイルにありません（0点と数えます）。";

    public static string IndexBuilt(int pages) => $"{pages}ページの索引を作りました。";

    /// <summary>What was typed stands in the box; where it is only named, its beginning is enough.</summary>
    public static string Named(string typed) => NormalText.Cut(typed, 30) is var beginning && beginning.Length < typed.Length ? $"「{beginning}…」" : $"「{typed}」";

    public static string TitleOf(string typed) => $"{Named(typed)}の検索結果";

    public static string CountOutside(int most) => $"n は 1 から {most} までの数にしてください。";

    public static string KindUnknown(string known) => $"kind は次のどれかにしてください：{known}";

    public static string BoxDescription(string site) => $"{site}の中を探します。";

    public static string CircleMark(Audience audience) => audience == Audience.Staff ? "・職員限定" : "・専門職限定";

    public static string AudienceOf(string value) => value switch { nameof(Audience.Public) => "どなたでも", nameof(Audience.Professionals) => "専門職限定", _ => "職員限定" };

    public const string IndexMissing = "検索の索引がまだありません。サイトを起動し直すか、search rebuild で作ってください。";
    public const string IndexUnknown = "検索の索引を調べられません。データベースにつながっているかを確かめてください。";
    public const string SameWord = "検索された言葉とは別の言葉を入れてください。";

    public static string TooManyPinned(int most) => $"最初に示すページは{most}件までです。使われていないものを外してください。";

    public static string IndexBehind(int pages) => $"検索の索引に入っていないページが {pages} あります。search rebuild で作り直してください。";

    public static string RareHidden(int from) => $"30日のあいだに{from}回以上検索された言葉だけを示します。それより少ない言葉は、人の名前かもしれないので、示しません。";

    public static string Megabytes(long bytes) => $"{bytes / 1048576.0:0.0} MB";

    public static string Behind(int pages) => $"入っていないページが {pages} あります。索引を作り直してください。";
}
