using Microsoft.Extensions.DependencyInjection;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Hosting;
using Zaitaku.Cms.Media;
using Zaitaku.Cms.Recipes;
using Zaitaku.Cms.Settings;

namespace Zaitaku.Testing;

/// <summary>The kernel's services as the host registers them, but for the clock and the eyes, which are the test's.</summary>
internal static class TestKernel
{
    public static void AddTo(IServiceCollection services, TimeProvider clock)
    {
        CmsSite.AddContent(services);
        services.AddMedia().AddRecipes();
        services.AddSingleton(new Feature("Zaitaku.Guides", "手引き")).AddSingleton(new Theme("Zaitaku.Theme", "/Theme"));
        services.AddSingleton(Actor.Site);
        services.AddScoped<ViewerSlot>().AddScoped(s => s.GetRequiredService<ViewerSlot>().Viewer);
        services.AddSingleton(clock);
    }
}

/// <summary>Through whose eyes a scope of the test reads.</summary>
internal sealed class ViewerSlot
{
    public Viewer Viewer { get; set; } = Viewer.Site;
}
