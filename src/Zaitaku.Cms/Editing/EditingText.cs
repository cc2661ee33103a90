namespace Zaitaku.Cms.Editing;

/// <summary>What forms of the workplace say.</summary>
public static class EditingText
{
    public const string Required = "必須";
    public const string NotUnderstood = "この値は使えません。選び直すか、入力し直してください。";
    public const string NotANumber = "数字で入力してください。";
    public const string NotADay = "日付を「2026-11-01」のように入力してください。";
    public const string NotAMoment = "日付と時刻を「2026-11-01T09:00」のように入力してください。";
    public const string NotATime = "時刻を「09:00」のように入力してください。";
    public static string Inside(string above) => above + " › ";

    /// <summary>What stands behind the title of an item in a list.</summary>
    public static string Note(bool isEasy, bool isPublished) => (isEasy ? "（やさしい日本語）" : "") + (isPublished ? "" : "（下書き）");

    public const string NoChoice = "（選ばない）";
}
