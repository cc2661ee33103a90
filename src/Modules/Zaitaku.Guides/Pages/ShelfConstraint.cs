using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Matching;
using Zaitaku.Guides.Books;

namespace Zaitaku.Guides.Pages;

/// <summary>The paths of the shelves, in addresses as <c>{shelf:shelf}</c>.</summary>
public sealed class ShelfConstraint : IRouteConstraint, IParameterLiteralNodeMatchingPolicy
{
    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        values[routeKey] is string path && MatchesLiteral(routeKey, path);

    public bool MatchesLiteral(string parameterName, string literal) =>
        literal.Equals(Shelf.Guides.Path, StringComparison.OrdinalIgnoreCase) || literal.Equals(Shelf.Handbooks.Path, StringComparison.OrdinalIgnoreCase);
}
