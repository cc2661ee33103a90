using Zaitaku.Cms.Recipes.Packages;

namespace Zaitaku.Cms.Commands;

/// <summary>What the command line and the console say.</summary>
internal static class CommandsText
{
    public const string Root = "在宅医療・介護連携サイト";
    public const string Migrate = "データベースを最新の形にします。";
    public const string Backup = "データベースの控えを取ります。";
    public const string Restore = "データベースを控えに戻します。いまのデータベースの控えを、先に取ります。";
    public const string BackupFile = "控えのファイル（backup が示した名前）";
    public const string PrintSchema = "データベースの表の定義（SQL）を書き出します。";
    public const string RebuildIndex = "一覧のための索引を、コンテンツから作り直します。";
    public const string ApplyRecipe = "レシピを適用します。";
    public const string RecipeFile = "レシピのファイル（.recipe.json）、または書き出した zip";
    public const string Export = "サイト全体を、レシピと画像などの zip に書き出します。";
    public const string ExportFile = "書き出す先（.zip）";
    public const string KeepUnknown = "ほかのサイトのレシピに。知らない手順・種類・部品・項目・機能・権限を断らず、元のまま預かります。";
    public const string WhatIf = "何が変わるかを示すだけで、何も書き込みません。";

    public static string Took(TimeSpan time) => $"かかった時間 {time.TotalSeconds:0.00}秒";

    public static string UnknownWord(string word) => $"「{word}」は、この命令では使えません。何もしていません。使える命令と書き方は help で見られます。";

    public static string ExportFileExists(string path) => $"{path} はすでにあります。別の名前にしてください。";

    public static string Exported(string path, ExportOutcome outcome) => $"{path} に書き出しました（コンテンツ {outcome.Versions} 版、ファイル {outcome.Files} 件）。";

    public static string FileLacking(string path) => $"ファイル「{path}」は、データの置き場所に中身がないため、書き出せませんでした。控えから戻してください。";

    public static string Restored(string kept) => $"控えに戻しました。戻す前のデータベースは {kept} にあります。動いているサイトは起動し直してください。";

    public static string IndexRebuilt(int items) => $"{items}件から索引を作り直しました。";

    public static string Started(string address, string folder, string database) =>
        $"""

          サイトを開けます：    {address}
          データの置き場所：    {folder}
          データベース：        {database}
          止めるには Ctrl+C を押してください。

        """;
}
