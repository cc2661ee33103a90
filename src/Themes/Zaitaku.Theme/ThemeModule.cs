using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Zaitaku.Cms.Hosting;

namespace Zaitaku.Theme;

/// <summary>The public look of the site: layout, partials, styles, scripts. It holds no page models.</summary>
public sealed class ThemeModule : IModule
{
    public string Id => "Zaitaku.Theme";

    public string Name => "Zaitaku.Theme";

    public void Services(IServiceCollection services, IConfiguration configuration) =>
        services.AddSingleton(new Cms.Settings.Theme(Id, "/Theme"));

    public void Routes(IEndpointRouteBuilder routes) => WebFont.Map(routes);
}
