using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Zaitaku.Cms.Modules;

namespace Zaitaku.Members;

/// <summary>Accounts of professionals and staff: sign-in, sessions, second factors, roles.</summary>
public sealed class MembersModule : IModule
{
    public string Id => "Zaitaku.Members";

    public string Name => MembersText.ModuleName;

    public void Services(IServiceCollection services, IConfiguration configuration)
    {
    }
}
