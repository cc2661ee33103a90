using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Zaitaku.Cms.Modules;

namespace Zaitaku.Admin;

/// <summary>The editors' and staff's workplace.</summary>
public sealed class AdminModule : IModule
{
    public string Id => "Zaitaku.Admin";

    public string Name => AdminText.ModuleName;

    public void Services(IServiceCollection services, IConfiguration configuration)
    {
    }
}
