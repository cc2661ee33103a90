using System.Reflection;
using System.Xml.Linq;

namespace Zaitaku.Site.Tests.Architecture;

/// <summary>Host → modules, themes, kernel. Theme → kernel. Module → kernel, never another module. Kernel → nothing of ours.</summary>
public sealed class ReferenceGraphTests
{
    private const string Kernel = "Zaitaku.Cms";
    private const string Host = "ZaitakuSite";

    public static TheoryData<string> Projects => [.. Sources.Under("src/", ".csproj")];

    [Theory, MemberData(nameof(Projects))]
    public void Projects_refer_only_to_what_may_stand_below_them(string project)
    {
        var name = Path.GetFileNameWithoutExtension(project);
        var referred = XDocument.Parse(Sources.Read(project)).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));
        Assert.Empty(Forbidden(name, referred));
    }

    [Theory, MemberData(nameof(Projects))]
    public void Compiled_parts_refer_only_to_what_may_stand_below_them(string project)
    {
        var name = Path.GetFileNameWithoutExtension(project);
        var referred = Assembly.Load(name).GetReferencedAssemblies().Select(reference => reference.Name!)
            .Where(reference => reference.StartsWith("Zaitaku", StringComparison.Ordinal));
        Assert.Empty(Forbidden(name, referred));
    }

    [Fact]
    public void Every_project_lies_in_the_folder_of_its_name_and_its_kind() =>
        Assert.All(Sources.Under("src/", ".csproj"), project =>
        {
            var name = Path.GetFileNameWithoutExtension(project);
            string[] places = name is Host or Kernel ? [$"src/{name}/{name}.csproj"] : [$"src/Modules/{name}/{name}.csproj", $"src/Themes/{name}/{name}.csproj"];
            Assert.Contains(project, places);
        });

    private static IEnumerable<string> Forbidden(string name, IEnumerable<string> referred) => name switch
    {
        Host => [],
        Kernel => referred,
        _ => referred.Where(reference => reference != Kernel),
    };
}
