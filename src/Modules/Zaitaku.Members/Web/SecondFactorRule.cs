using Microsoft.Extensions.Hosting;
using Zaitaku.Cms.Access;

namespace Zaitaku.Members.Web;

/// <summary>Who needs a second factor: everyone who may enter the workplace, everywhere but on a developer's machine.</summary>
public sealed class SecondFactorRule(MembersSettings settings, IHostEnvironment environment)
{
    public bool AsksFor(IEnumerable<Permission> permissions) =>
        (settings.SecondFactorForStaff ?? !environment.IsDevelopment()) && permissions.Any(p => p.Name == CmsPermissions.AccessAdminPanel.Name);
}
