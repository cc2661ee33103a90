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
    public static Permission AccessAdminPanel { get; } = new("AccessAdminPanel", "管理画面に入る", RoleNames.Editor, RoleNames.Coordinator);
    public static Permission EditContent { get; } = new("EditContent", "コンテンツを編集する", RoleNames.Editor, RoleNames.Coordinator);
    public static Permission PublishContent { get; } = new("PublishContent", "コンテンツを公開する", RoleNames.Editor);
    public static Permission PublishOverErrors { get; } = new("PublishOverErrors", "点検の指摘が残っていても公開する");
    public static Permission ApproveContent { get; } = new("ApproveContent", "公開の申請を承認する（1段目）", RoleNames.Editor);
    public static Permission ApproveContentFinally { get; } = new("ApproveContentFinally", "公開の申請を承認する（2段目）");
    public static Permission ApproveOwnRequests { get; } = new("ApproveOwnRequests", "自分の申請を承認する、1人で2段とも承認する");
    public static Permission DeleteContent { get; } = new("DeleteContent", "コンテンツをごみ箱に入れる、戻す", RoleNames.Editor);
    public static Permission PurgeContent { get; } = new("PurgeContent", "ごみ箱のコンテンツを完全に削除する");
    public static Permission ManageMedia { get; } = new("ManageMediaContent", "画像と書類を管理する", RoleNames.Editor, RoleNames.Coordinator);
    public static Permission ManageUsers { get; } = new("ManageUsers", "利用者を管理する");
    public static Permission ManageRoles { get; } = new("ManageRoles", "役割と権限を管理する");
    public static Permission ManageSettings { get; } = new("ManageSettings", "サイトの設定を変える");
    public static Permission ViewAuditTrail { get; } = new("ViewAuditTrail", "操作の記録を見る", RoleNames.Editor);
    public static Permission Export { get; } = new("Export", "サイトの内容を書き出す");

    public static IReadOnlyList<Permission> All { get; } =
    [
        ViewProfessionalContent, ViewStaffContent, AccessAdminPanel, EditContent, PublishContent, PublishOverErrors, ApproveContent, ApproveContentFinally,
        ApproveOwnRequests, DeleteContent, PurgeContent, ManageMedia, ManageUsers, ManageRoles, ManageSettings, ViewAuditTrail, Export,
    ];
}

public static class RoleNames
{
    public const string Administrator = "Administrator";
    public const string Editor = "Editor";
    public const string Coordinator = "Coordinator";
    public const string Professional = "Professional";
    public const string FacilityManager = "FacilityManager";
}
