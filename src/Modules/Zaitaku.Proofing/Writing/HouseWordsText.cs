using Zaitaku.Cms.Words;

namespace Zaitaku.Proofing.Writing;

/// <summary>What the page of the house's words says.</summary>
public static class HouseWordsText
{
    public const string Menu = "言葉の辞書";
    public const string TooManyCells = "1行に書けるのは「言葉,言い換え,わけ」の3つまでです。わけの中のカンマは「、」にしてください。";
    public const string SameWord = "言葉と言い換えが同じです。言い換えを直すか、消してください。";

    public static WordListPhrases Phrases { get; } = new(
        "言葉の辞書",
        "このサイトで使わない言葉と、言い換えです。公開前の点検で、書いた人に知らせます。本文は自動では変わりません。",
        "患者様とご家族のために、子供のいる家庭にもご案内します。",
        "点検の結果が変わるページ",
        new WordColumn("使わない言葉", null, Required: true),
        new WordColumn("言い換え", "空なら「別の言い方を考えてください」と知らせます。"),
        new WordColumn("わけ", "書いた人に見せます。空でもかまいません。"));

    public static string Length(int most) => $"言葉を{most}文字までで入力してください。";

    public static string Twice(string word) => $"「{word}」は、もう辞書にあります。一覧から探して直してください。";

    public static string TooMany(int most) => $"辞書に入れられる言葉は{most}件までです。";
}
