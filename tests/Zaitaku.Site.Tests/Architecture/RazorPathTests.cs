using Microsoft.AspNetCore.Razor.Hosting;

namespace Zaitaku.Site.Tests.Architecture;

/// <summary>Razor paths are global across class libraries, and a clash is silent.</summary>
public sealed class RazorPathTests
{
    /// <summary>Read by the compiler only, project by project.</summary>
    private const string Imports = "_ViewImports.cshtml";

    [Fact]
    public void No_razor_path_has_two_owners()
    {
        var paths = from assembly in Sources.Assemblies
                    from item in assembly.GetCustomAttributes(typeof(RazorCompiledItemAttribute), false).Cast<RazorCompiledItemAttribute>()
                    where !item.Identifier.EndsWith(Imports, StringComparison.Ordinal)
                    group assembly.GetName().Name by item.Identifier.ToUpperInvariant();
        Assert.NotEmpty(paths);
        Assert.Empty(paths.Where(owners => owners.Count() > 1).Select(owners => $"{owners.Key}: {string.Join(", ", owners)}"));
    }

    [Fact]
    public void A_modules_razor_lies_under_its_own_name_or_in_its_parts() =>
        Assert.Empty(Sources.Under("src/Modules/", ".cshtml").Where(file => !file.EndsWith(Imports, StringComparison.Ordinal)).Where(file =>
        {
            var (project, path) = (file.Split('/')[2], string.Join('/', file.Split('/')[3..]));
            var module = project["Zaitaku.".Length..];
            return !path.StartsWith($"Pages/{module}/", StringComparison.Ordinal) && !path.StartsWith($"Pages/Admin/{module}/", StringComparison.Ordinal) &&
                !path.StartsWith("Parts/", StringComparison.Ordinal);
        }));

    [Fact]
    public void A_theme_holds_views_and_no_pages() =>
        Assert.Empty(Sources.Under("src/Themes/", ".cshtml").Where(file => Sources.Read(file).Contains("@page", StringComparison.Ordinal)));
}
