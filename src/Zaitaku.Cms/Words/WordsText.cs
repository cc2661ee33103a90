namespace Zaitaku.Cms.Words;

/// <summary>What whoever keeps a list of words is told.</summary>
public static class WordsText
{
    public const string TryLabel = "ためしに読む文";
    public const string Added = "言葉を足しました。";
    public const string Changed = "言葉を直しました。";
    public const string Removed = "言葉を消しました。";
    public const string Replaced = "ファイルの内容に入れ替えました。";
    public const string Gone = "この言葉は、ほかの人が先に直したか、消しました。一覧でいまの内容を確かめて、もう一度直してください。";
    public const string ChangedMeanwhile = "確かめているあいだに、ほかの人が辞書を直しました。下は、いまの辞書との違いです。よければ、もう一度「入れ替える」を押してください。";
    public const string FileMissing = "ファイルを選んでください。";
    public const string FileEmpty = "このファイルには、言葉が1つもありません。正しいファイルかどうか確かめて、もう一度選んでください。";
    public const string FileUnreadable = "このファイルは読めません。CSV（UTF-8 か Shift_JIS）で保存して、もう一度選んでください。";
    public const string FileTooLarge = "ファイルが大きすぎます。2MBまでにしてください。";
    public const string Formula = "「=」「+」「-」「@」で始まる言葉は、表計算ソフトで式として動くことがあるので、使えません。";
    public const string Comma = "この欄には、カンマ（,）、「#」、改行は書けません。";
    public const string NotChanged = "いまの辞書と同じです。入れ替えるものはありません。";

    public static string Missing(string label) => $"「{label}」を入力してください。";

    public static string TooLong(int most) => $"{most}文字までにしてください。";

    public static string AtLine(int line, string message) => line > 0 ? $"{line}行目：{message}" : message;

    public static string More(int count) => $"ほかに{count}行あります。上の行を直してから、もう一度お試しください。";
}
