using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Zaitaku.Site.Tests.Architecture;

public sealed partial class NamesTests
{
    [Fact]
    public void No_type_is_named_by_what_it_is_to_the_machine()
    {
        var names = from assembly in Sources.Assemblies
                    from type in assembly.GetTypes()
                    where type.Namespace?.StartsWith("Zaitaku", StringComparison.Ordinal) == true
                    where !type.IsDefined(typeof(CompilerGeneratedAttribute), false) && !typeof(ITagHelper).IsAssignableFrom(type)
                    where Empty().IsMatch(type.Name.Split('`')[0])
                    select type.FullName;
        Assert.Empty(names);
    }

    [Theory]
    [InlineData("BookManager"), InlineData("HelperOfBooks"), InlineData("BookUtils"), InlineData("BookInfo"), InlineData("BookBase"), InlineData("BookImpl"), InlineData("BookData")]
    public void The_rule_knows_an_empty_name(string name) => Assert.Matches(Empty(), name);

    [Theory]
    [InlineData("DatabaseBackup"), InlineData("DataFolder"), InlineData("InformationDesk"), InlineData("BaseAddress")]
    public void The_rule_leaves_other_names_alone(string name) => Assert.DoesNotMatch(Empty(), name);

    /// <summary>Some words are empty wherever they stand; others only where they are what the thing is.</summary>
    [GeneratedRegex("(Manager|Helper|Util|Utils|Processor)s?($|[A-Z])|(Data|Info|Base|Impl)$")]
    private static partial Regex Empty();
}
