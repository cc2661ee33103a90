namespace Zaitaku.Admin;

/// <summary>Japanese that the code of this module must name.</summary>
public static class AdminText
{
    public const string ModuleName = "管理画面";
}
