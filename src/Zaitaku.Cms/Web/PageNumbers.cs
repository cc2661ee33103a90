using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Zaitaku.Cms.Web;

/// <summary>
/// Razor Pages keep the path of the page itself in a route value named <c>page</c>, which is read before the query: a number in <c>?page=2</c> would
/// never arrive. For this one name the query is asked first.
/// </summary>
internal sealed class PageNumbers : IValueProviderFactory
{
    public Task CreateValueProviderAsync(ValueProviderFactoryContext context)
    {
        context.ValueProviders.Add(new InQuery(context.ActionContext.HttpContext.Request.Query["page"].FirstOrDefault()));
        return Task.CompletedTask;
    }

    private sealed class InQuery(string? number) : IValueProvider
    {
        public bool ContainsPrefix(string prefix) => number is not null && IsPage(prefix);

        public ValueProviderResult GetValue(string key) => number is not null && IsPage(key) ? new ValueProviderResult(number) : ValueProviderResult.None;

        private static bool IsPage(string key) => key.Equals("page", StringComparison.OrdinalIgnoreCase);
    }
}
