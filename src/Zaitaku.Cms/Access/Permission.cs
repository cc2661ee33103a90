namespace Zaitaku.Cms.Access;

/// <summary>Something a role may be allowed to do.</summary>
/// <param name="Name">As it stands in recipes and claims.</param>
/// <param name="Description">In the words of the site's owner.</param>
/// <param name="DefaultRoles">Who has it on a new site.</param>
public sealed record Permission(string Name, string Description, params string[] DefaultRoles);

/// <summary>The kernel's own permissions; names are Orchard Core's where it has them.</summary>
public static class CmsPermissions
{
    public static Permission ViewProfessionalContent { get; } = new("ViewProfessionalContent", "専門職限定のページを読む", RoleNames.Professional, RoleNames.FacilityManager);
    public static Permission ViewStaffContent { get; } = new("ViewStaffContent", "職員限定のページを読む", RoleNames.Editor, RoleNames.Coordinator);
    public static Permission EditContent { get; } = new("EditContent", "コンテンツを編集する", RoleNames.Editor, RoleNames.Coordinator);
    public static Permission PublishContent { get; } = new("PublishContent", "コンテンツを公開する", RoleNames.Editor);

    public static IReadOnlyList<Permission> All { get; } = [ViewProfessionalContent, ViewStaffContent, EditContent, PublishContent];
}

public static class RoleNames
{
    public const string Administrator = "Administrator";
    public const string Editor = "Editor";
    public const string Coordinator = "Coordinator";
    public const string Professional = "Professional";
    public const string FacilityManager = "FacilityManager";
}
