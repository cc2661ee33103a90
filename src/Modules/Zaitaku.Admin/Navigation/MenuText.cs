using Zaitaku.Cms.Access;
using Zaitaku.Cms.Routing;

namespace Zaitaku.Admin.Navigation;

/// <summary>What whoever puts a menu together is told.</summary>
public static class MenuText
{
    public const string TargetMissing = "足すページの題名か、アドレスを入力してください。";
    public const string ChangedMeanwhile = "ほかの人が先にこのメニューを保存しました。「いま保存されている並び」と比べて直し、もう一度保存してください。";

    public static string NoSuchPage(string title) => $"「{title}」という題名の公開中のページはありません。候補から選ぶか、「/」か「https://」から始まるアドレスを入力してください。";

    public static string ManyPages(string title, IEnumerable<string> paths) => $"「{title}」という題名のページがいくつかあります（{string.Join("、", paths)}）。アドレスで入力してください。";

    public static string Full(int most) => $"1つのメニューに入れられるリンクは{most}件までです。";

    public static string Title(int line, int most) => $"{line}番目のリンクの言葉を、{most}文字までで入力してください。";

    public static string Url(int line) => $"{line}番目のリンクの行き先を、「/」か「https://」から始まるアドレスで入力してください。";

    public static string? LinkProblem(LinkEnd end) => end.Kind switch
    {
        LinkEndKind.NoAddress => "行き先は「/」か「https://」から始めてください。",
        LinkEndKind.Page or LinkEndKind.File when end.Audience != Audience.Public => "行き先は、一般の人には公開していないページです。開けない人がいます。",
        LinkEndKind.Draft => "行き先のページは、まだ公開していません。",
        LinkEndKind.Moved => "行き先のページは、アドレスが変わりました。新しいアドレスにしてください。",
        LinkEndKind.Nowhere or LinkEndKind.NoFile => "行き先のページがありません。",
        _ => null,
    };
}
