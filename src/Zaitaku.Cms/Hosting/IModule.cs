using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Zaitaku.Cms.Hosting;

/// <summary>The front door of a module or theme: all it plugs into the site. The host lists the modules; nothing is scanned for.</summary>
public interface IModule
{
    /// <summary>The feature id that recipes name.</summary>
    string Id { get; }

    /// <summary>What the site's owner calls it.</summary>
    string Name { get; }

    void Services(IServiceCollection services, IConfiguration configuration);

    void Routes(IEndpointRouteBuilder routes)
    {
    }
}
