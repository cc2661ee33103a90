namespace Zaitaku.Members;

/// <summary>Japanese that the code of this module must name.</summary>
public static class MembersText
{
    public const string ModuleName = "利用者";
    public const string SampleAdministrator = "佐倉 管理（見本）";
    public const string SampleEditor = "桜井 編子（見本）";
    public const string SampleCoordinator = "花岡 結（見本）";
    public const string SampleProfessional = "春野 医（見本）";
    public const string SampleFacility = "若葉 守（見本）";

    public const string SignInRefused = "メールアドレスかパスワードが違います。確かめて、もう一度入力してください。続けて間違えると、しばらくサインインできなくなります。";
    public const string ErrorSummary = "入力の内容を確かめてください";
    public const string EmailMissing = "メールアドレスを入力してください。";
    public const string PasswordMissing = "パスワードを入力してください。";

    public static string DevelopmentUsers(string emails, string password) =>
        $"""

          開発用の利用者：      {emails}
          パスワード：          {password}（全員同じ。開発の環境だけにあります）
        """;
}
