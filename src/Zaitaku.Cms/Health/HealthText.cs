namespace Zaitaku.Cms.Health;

/// <summary>What the readiness check says to operators.</summary>
internal static class HealthText
{
    public const string DatabaseAway = "データベースにつながりません。動いているか、設定が正しいかを確かめてください。";

    public static string MailsWait(int count, int minutes) => $"送れていないメールが{count}通あります。いちばん古いものは{minutes}分前のものです。管理画面の「送ったメール」で理由を確かめてください。";

    public static string MailsFailed(int count) => $"送るのをあきらめたメールが{count}通あります。管理画面の「送ったメール」で理由を確かめてください。";

    public static string LittleSpace(long bytes) => $"空き容量が {bytes / 1024 / 1024} MB しかありません。";
}
