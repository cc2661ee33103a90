namespace Zaitaku.Members;

/// <summary>Japanese that the code of this module must name.</summary>
public static class MembersText
{
    public const string ModuleName = "利用者";
}
