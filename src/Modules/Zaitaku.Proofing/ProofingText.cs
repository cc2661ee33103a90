using Zaitaku.Cms.Text;
using Zaitaku.Proofing.Links.External;

namespace Zaitaku.Proofing;

/// <summary>Japanese that the code of this module must name: what editors are told, and the words the rules look for.</summary>
public static class ProofingText
{
    public const string ModuleName = "公開前の点検";

    public const string FullWidthAscii = "英字と数字は、半角で書きます。読み上げや検索がうまくいかないことがあります。";
    public const string HalfWidthKana = "半角のカタカナは、全角で書きます。";
    public const string SpacedWord = "言葉の途中に空白があります。読み上げでは別の言葉になるので、空白を取ってください。";
    public const string DateForm = "日付は「年月日」で書きます。数字だけでは、読み上げで日付とわかりません。";
    public const string LinkWords = "リンクの文字だけで行き先がわかるようにしてください。「こちら」ではなく、開くページの名前を書きます。";
    public const string PictureWithoutText = "画像に代わりの文字がありません。何の画像かを書いてください。飾りの画像なら、このままで構いません。";
    public const string PictureNeedsText = "画像に alt がありません。何の画像かを書いてください。飾りの画像なら alt=\"\" と書きます。";
    public const string MediaNeedsText = "画像に代わりの文字がありません。何の画像かを書いてください。飾りの画像なら、空のまま「飾り」にしてください。";
    public const string SecondTitle = "見出し1は、ページの題名に使われています。見出し2から始めてください。";
    public const string TableHeader = "表の見出しのます（列や行の名前）が空か、ありません。何の列かを書いてください。";
    public const string FrameTitle = "埋め込み（iframe）に題名がありません。title に、何の埋め込みかを書いてください。";
    public const string TooLong = "文章が長すぎて、点検できません。章や段落を分けてください。";
    public const string LinkEmpty = "リンクの行き先がありません。";
    public const string LinkRelative = "リンクは「/」から書いてください。今の書き方では、ページの場所が変わると行き先も変わります。";
    public const string LinkNowhere = "リンクの行き先がこのサイトにありません。アドレスを確かめてください。";
    public const string LinkToDraft = "リンクの行き先は、まだ公開されていません。";
    public const string LinkToFileNowhere = "リンクの行き先のファイルがありません。";
    public const string LinkNarrower = "リンクの行き先は、このページより読める人が限られています。";
    public const string LinkMoved = "リンクの行き先は、アドレスが変わりました。新しいアドレスに直せます。";
    public const string LinkAnchor = "リンクの「#」から後ろの見出しが、行き先にありません。";

    public const string BrokenLinks = "切れているリンク（ほかのサイト）";
    public const string Ignored = "無視することにしました。";
    public const string Heeded = "また調べることにしました。";
    public const string IgnoredUrlWrong = "「https://」から始まるアドレスを、サイトの名前（例：www.example.jp）まで入れてください。";

    public const string Year = "年";
    public const string Month = "月";
    public const string Day = "日";
    public const string FirstYear = "元";

    /// <summary>Link words that say nothing by themselves.</summary>
    public static readonly string[] EmptyLinkWords =
    [
        "こちら", "ここ", "詳細", "詳しく", "詳しくはこちら", "くわしくはこちら", "詳細はこちら", "こちらから", "こちらをクリック", "ここをクリック", "クリック", "リンク", "もっと見る", "続きを読む", "続き",
    ];

    /// <summary>What may trail behind such words.</summary>
    public static readonly char[] LinkTail = ['。', '、', '！', '＞', '>', '»', ' ', '　'];

    public static string Era(char initial) => initial switch { 'M' => "明治", 'T' => "大正", 'S' => "昭和", 'H' => "平成", _ => "令和" };

    public static string HouseWord(string instead, string why) =>
        (instead.Length > 0 ? $"このサイトでは「{instead}」と書きます。" : "このサイトでは使わない言葉です。別の言い方を考えてください。") + why;

    public static string LongSentence(int letters, int limit) => $"1文が{letters}字あります。{limit}字くらいまでに分けると、読みやすくなります。";

    public static string SkippedHeading(int above, int level) => $"見出しの段が飛んでいます（見出し{above}の次に見出し{level}）。見出し{above + 1}にしてください。";

    public static string Contrast(double contrast) => $"文字と背景の色が近く、読みにくい人がいます（コントラスト {contrast:0.0}：1。4.5：1 以上にしてください）。";

    public static string MemoMissing(int most) => $"無視する理由を、{most}字までで書いてください。";

    /// <summary>How the site names itself to others.</summary>
    public static string Agent(string home) => $"ZaitakuLinkCheck/1.0 (+{home})";

    public static string LinkBroken(ExternalLink link) =>
        $"リンクの行き先が開けません（{StateOf(link)}。{JapaneseDate.InWords(link.FailingSinceUtc ?? link.CheckedUtc)}から）。行き先を開いて確かめ、直すか外してください。";

    public static string StateOf(ExternalLink link) => link.Fault switch
    {
        LinkFault.NotPublic => "外から開けないアドレス",
        LinkFault.NoSuchHost => "サイトがない",
        LinkFault.Timeout => "答えがない",
        LinkFault.Certificate => "証明書の誤り",
        LinkFault.TooManyRedirects => "転送が続く",
        LinkFault.Malformed => "アドレスの形の誤り",
        LinkFault.Unreachable => "つながらない",
        _ => link.Status is 404 or 410 ? "ページがない" : $"エラー {link.Status}",
    };

    public static string LinkedFrom(int count, string titles) => $"公開中の{count}ページがここへリンクしています（{titles}）。先にそのリンクを直してください。";
}
