namespace Zaitaku.Admin.Contacts;

/// <summary>What whoever keeps the departments is told.</summary>
public static class DepartmentText
{
    public const string SuccessorMissing = "この担当は使われています。先に、引き継ぐ担当（公開中のもの）を選んでください。";
    public const string JoiningChanged = "見ているあいだに、この担当を使うページが変わりました。もう一度「どのページが変わるか見る」を押して、確かめてください。";
    public const string Saved = "保存しました。この担当のすべてのページに反映しました。";
    public const string AllJoined = "ページの担当を付け替えて、もとの担当をごみ箱に入れました。";

    public static string InUse(int count) => $"{count}ページがこの担当を使っています。「担当と連絡先」で、引き継ぐ担当を選んでからなくしてください。";

    public static string Joined(string? from, string? to) => $"担当を「{from}」から「{to}」に付け替えた";
}
