namespace Zaitaku.Cms.Health;

/// <summary>What the readiness check says to operators.</summary>
internal static class HealthText
{
    public static string LittleSpace(long bytes) => $"空き容量が {bytes / 1024 / 1024} MB しかありません。";
}
