using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Zaitaku.Cms.Web;

/// <summary>
/// Endpoints whose arguments the framework binds, as with <c>MapGet</c> and <c>MapPost</c>. The code that binds them is made when one is first asked
/// for: made for all of them while the site starts, it keeps the first page waiting.
/// </summary>
public static class LateBinding
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];
    private static readonly string[] Sending = [HttpMethods.Post];

    /// <summary>An address that is read: by GET, and by HEAD of those who only ask whether something is there.</summary>
    public static IEndpointConventionBuilder MapRead(this IEndpointRouteBuilder routes, string pattern, Delegate handler) =>
        routes.MapMethods(pattern, Reading, Late(routes.ServiceProvider, pattern, handler, []));

    /// <summary>An address that is posted to. What the filters let through reaches the handler.</summary>
    public static IEndpointConventionBuilder MapSend(this IEndpointRouteBuilder routes, string pattern, Delegate handler, params IEndpointFilter[] filters) =>
        routes.MapMethods(pattern, Sending, Late(routes.ServiceProvider, pattern, handler, filters));

    private static RequestDelegate Late(IServiceProvider services, string pattern, Delegate handler, IEndpointFilter[] filters)
    {
        var made = new Lazy<RequestDelegate>(() => Bind(services, RoutePatternFactory.Parse(pattern), handler, filters));
        return context => made.Value(context);
    }

    private static RequestDelegate Bind(IServiceProvider services, RoutePattern pattern, Delegate handler, IEndpointFilter[] filters)
    {
        var endpoint = new RouteEndpointBuilder(null, pattern, 0) { ApplicationServices = services };
        foreach (var filter in filters) endpoint.FilterFactories.Add((_, next) => invocation => filter.InvokeAsync(invocation, next));
        return RequestDelegateFactory.Create(handler, new RequestDelegateFactoryOptions
        {
            ServiceProvider = services,
            RouteParameterNames = pattern.Parameters.Select(parameter => parameter.Name),
            ThrowOnBadRequest = services.GetRequiredService<IOptions<RouteHandlerOptions>>().Value.ThrowOnBadRequest,
            EndpointBuilder = endpoint,
        }).RequestDelegate;
    }
}
