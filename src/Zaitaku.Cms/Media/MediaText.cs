namespace Zaitaku.Cms.Media;

/// <summary>What the site says about files it does not take.</summary>
public static class MediaText
{
    public const string PathInvalid = "ファイルの名前か場所が使えません。「/」で区切り、記号 \\ : * ? \" < > | や先頭の「.」を使わず、名前は120文字以内にしてください。";
    public const string NotItsKind = "中身が拡張子と違います。正しい形式で保存し直してください（マクロ付きの文書は使えません）。";
    public const string ImageTooLarge = "画像が大きすぎます。縦と横を小さくして保存し直してください。";

    public static string KindRefused(string extension) =>
        $"「{extension}」のファイルは使えません。png、jpg、gif、webp、pdf、docx、xlsx、pptx、txt、csv、ics、vtt、mp3、mp4 のどれかにしてください。";

    public static string TooLarge(long limit) => $"ファイルが大きすぎます。{limit / 1024 / 1024} MB までにしてください。";
}
