using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Zaitaku.Cms.Hosting;

namespace Zaitaku.AdminTheme;

/// <summary>The look of the workplace: its layout, partials, styles and scripts lie under <c>/AdminTheme</c>. It holds no page models.</summary>
public sealed class AdminThemeModule : IModule
{
    public string Id => "Zaitaku.AdminTheme";

    public string Name => "Zaitaku.AdminTheme";

    public void Services(IServiceCollection services, IConfiguration configuration)
    {
    }
}
