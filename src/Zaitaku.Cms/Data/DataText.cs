namespace Zaitaku.Cms.Data;

/// <summary>What the data layer says to operators.</summary>
public static class DataText
{
    public const string ConnectionStringMissing = "PostgreSQL を使うには、設定 Database__ConnectionString に接続文字列を書いてください。";
    public const string BackupToolMissing =
        "更新の前に控えを取る pg_dump が見つかりません。postgresql-client を入れるか、控えを別に取ったうえで設定 Database__BackupBeforeMigration=false で起動してください。";

    public static string NewerSchema(int found, int known) =>
        $"データベースはこのプログラムより新しい版（{found}）で作られています（このプログラムは {known} まで）。新しいプログラムで起動してください。";

    public static string BackupMissing(string file) => $"控え {file} がありません。場所と名前を確かめてください。";

    public static string NotABackup(string file) => $"{file} は、このサイトの控えではないか、壊れています。別の控えを使ってください。データベースは変えていません。";

    public static string ToolMissing(string program) => $"{program} が見つかりません。postgresql-client を入れてください。データベースは変えていません。";

    public static string ToolFailed(string program, string errors) => $"{program} が失敗しました。データベースは変えていません。{errors.Trim()}";

    public static string BackupBroken(string file) => $"控え {file} を確かめたところ、壊れていました。更新を中止しました。ディスクの状態を確かめてください。";
}
