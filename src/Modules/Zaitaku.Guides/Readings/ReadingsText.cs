using Zaitaku.Cms.Words;

namespace Zaitaku.Guides.Readings;

/// <summary>What the page of the dictionary of readings says.</summary>
public static class ReadingsText
{
    public const string Menu = "ふりがなの辞書";

    public static WordListPhrases Phrases { get; } = new(
        "ふりがなの辞書",
        "「ふりがなを付ける」を選んだ人に見せる読みです。変えると、すべての章にすぐ反映します。1つの章の1か所だけを変えるときは、本文に「{看取り|みとり}」のように書きます。",
        "自宅での看取りについて、家族と話し合います。",
        "ふりがなが変わるページ",
        new WordColumn("言葉", "漢字を含む言葉。送りがなも入れます。「*年」のように始めると、数字の後につく言葉になります。", Required: true),
        new WordColumn("読み", "ひらがな", Required: true));
}
