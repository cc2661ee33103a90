using Zaitaku.Cms.Words;

namespace Zaitaku.Search.Words;

/// <summary>What the page of synonyms says.</summary>
public static class SynonymsText
{
    public const string Twice = "同じ言葉が2回あります。全角と半角、大文字と小文字は同じ言葉です。1つにしてください。";
    public const string Alone = "同じ意味の言葉を、もう1つ入れてください。";
    public const string NoLetters = "記号だけの言葉は使えません。文字の入った言葉にしてください。";

    public static WordListPhrases Phrases { get; } = new(
        "検索の同義語",
        "どれで検索しても、ほかの言葉のページも見つかります。変えると、次の検索から使われます。",
        "ターミナル",
        "見つかり方が変わるページ",
        new WordColumn("言葉", "ページで使っている言葉を書きます。", Required: true),
        new WordColumn("同じ意味の言葉", "「、」で区切って、いくつでも書けます。", Required: true) { TakesRest = true })
    {
        TryLabel = "ためしに検索する言葉",
    };

    public static string TooMany(int most) => $"同義語は{most}語までです。使われていないものを消してください。";
}
