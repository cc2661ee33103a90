namespace Zaitaku.Admin.Ownership;

/// <summary>Where a setting of the operator comes from.</summary>
public static class ConfiguredText
{
    public const string NotSet = "決めていません（初めの値）";
    public const string SecretSet = "（決めてあります。ここには出しません）";
    public const string SourceArgument = "起動の引数";
    public const string SourceProgram = "プログラムの中";

    public static string SourceEnvironment(string name) => $"環境変数 {name}";

    public static string SourceFile(string name) => $"設定のファイル {name}";
}
