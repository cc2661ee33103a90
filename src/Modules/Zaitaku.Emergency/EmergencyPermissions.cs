using Zaitaku.Cms.Access;

namespace Zaitaku.Emergency;

public static class EmergencyPermissions
{
    /// <summary>Putting prepared notices on the site and taking them off. Coordinators have it: an emergency does not wait for an editor.</summary>
    public static Permission Manage { get; } = new("ManageEmergency", EmergencyText.MayManage, RoleNames.Editor, RoleNames.Coordinator);
}
