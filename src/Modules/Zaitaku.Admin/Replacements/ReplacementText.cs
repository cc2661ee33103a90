namespace Zaitaku.Admin.Replacements;

/// <summary>Japanese of shadow copies that code must name.</summary>
public static class ReplacementText
{
    public const string Begun = "差し替えを作りました。公開中のページはそのままです。ここで直し、できあがったら差し替えます。";
    public const string WentIn = "差し替えました。";
    public const string CaughtUp = "公開中の内容に合わせました。";
    public const string NotLive = "元のページが公開されていないので、差し替えられません。元のページを公開するか、差し替えを捨ててください。";
    public const string DraftInTheWay = "元のページに、同じところを直した下書きがあります。先にその下書きを公開するか、公開中の版の内容に戻してから、差し替えてください。";
    public const string DraftKept = "差し替えた後も、下書きを残した";
    public const string HasCopy = "このページには差し替えがあります。先に差し替えを捨ててください。";
    public const string Choose = "どちらを使うかを、すべて選んでください。";
    public const string HeldTask = "予定どおり差し替えられなかったもの";

    public static string Conflicts(int count) => $"差し替えを作った後に、公開中のページの同じところ（{count}か所）が直されています。差し替えの編集の画面の「公開中の内容に合わせる」を押して、どちらを使うかを選んでください。";
}
