using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Zaitaku.Site.Tests.Architecture;

/// <summary>Rules that can be read off the files themselves.</summary>
public sealed partial class TextRulesTests
{
    private const int MaxLines = 300;

    /// <summary>Every place that writes HTML as it is, and what: always a text that the Markdown renderer, the sanitiser, the ruby writer or an encoder made.</summary>
    private static readonly string[] RenderedTexts =
    [
        "src/Modules/Zaitaku.Guides/Pages/Guides/Book.cshtml Model.Body.Html",
        "src/Modules/Zaitaku.Guides/Pages/Guides/Book.cshtml Model.Provenance.Html",
        "src/Modules/Zaitaku.Guides/Pages/Guides/Chapter.cshtml Model.Text.Html",
        "src/Modules/Zaitaku.Guides/Pages/Guides/Chapter.cshtml Model.TitleRuby",
        "src/Modules/Zaitaku.Guides/Pages/Guides/EditionNote.cshtml Model.Text.Html",
        "src/Modules/Zaitaku.Guides/Pages/Guides/FormSheet.cshtml howTo.Html",
        "src/Modules/Zaitaku.Guides/Pages/Guides/WholeBook.cshtml chapter.Text.Html",
        "src/Themes/Zaitaku.AdminTheme/AdminTheme/WordList.cshtml tried.After",
        "src/Themes/Zaitaku.AdminTheme/AdminTheme/WordList.cshtml tried.Before",
        "src/Zaitaku.Cms/Fields/HtmlField.cshtml Bodies.Html(Model.Part, html, Model.Definition.Name)",
        "src/Zaitaku.Cms/Fields/MarkdownField.cshtml Bodies.Markdown(Model.Part, markdown, Model.Definition.Name)",
        "src/Zaitaku.Cms/Parts/HtmlBodyPart.cshtml Bodies.Html(Model, html)",
        "src/Zaitaku.Cms/Parts/MarkdownBodyPart.cshtml Bodies.Markdown(Model, markdown)",
    ];

    [Fact]
    public void Html_is_written_as_it_is_only_where_it_was_made_safe()
    {
        var raw = from file in Sources.Under("src/", ".cshtml", ".cs")
                  from Match use in HtmlRaw().Matches(Sources.Read(file))
                  select $"{file} {use.Groups[1].Value}";
        Assert.Equal(RenderedTexts, raw.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_html_string_is_made_in_code() =>
        Assert.Empty(Sources.Under("src/", ".cshtml", ".cs").Where(file => Sources.Read(file).Contains("HtmlString(", StringComparison.Ordinal)));

    [Fact]
    public void Sql_is_never_put_together_from_texts() =>
        Assert.Empty(from file in Sources.Under("src/", ".cs", ".cshtml")
                     from Match use in RawSql().Matches(Sources.Read(file))
                     select $"{file}: {use.Value}");

    [Fact]
    public void No_file_names_a_place_on_somebodys_machine()
    {
        string[] places = [.. new[] { "work", "tmp", "home", "root", "Users" }.Select(folder => $"/{folder}/")];
        var found = from file in Sources.Files
                    where !file.EndsWith("package-lock.json", StringComparison.Ordinal)
                    let text = Sources.Read(file)
                    from place in places
                    where Regex.IsMatch(text, $@"(?<![\w.}}/-]){place}")
                    select $"{file}: {place}";
        Assert.Empty(found);
    }

    [Fact]
    public void No_file_is_too_long_to_be_read_in_one_go() =>
        Assert.Empty(Sources.Files.Where(file => Path.GetExtension(file) is ".cs" or ".cshtml" or ".js" or ".mjs" or "")
            .Where(file => Sources.Read(file).Count(letter => letter == '\n') > MaxLines));

    /// <summary>CVE-2026-40372: before 10.0.7, cookies could be forged.</summary>
    [Fact]
    public void Runtime_and_packages_are_new_enough()
    {
        var oldest = new Version(10, 0, 7);
        Assert.True(Environment.Version >= oldest, $"Runtime {Environment.Version}");
        Assert.All([typeof(IDataProtector).Assembly, typeof(DbContext).Assembly, typeof(WebApplication).Assembly], assembly =>
            Assert.True(VersionOf(assembly) >= oldest, $"{assembly.GetName().Name} {VersionOf(assembly)}"));
        Assert.All(FrameworkPackage().Matches(Sources.Read("Directory.Packages.props")), package =>
            Assert.True(Version.Parse(package.Groups[1].Value) >= oldest, package.Value));
        Assert.True(Version.Parse(EfVersion().Match(Sources.Read("Directory.Packages.props")).Groups[1].Value) >= oldest);
    }

    private static Version VersionOf(Assembly assembly)
    {
        var version = FileVersionInfo.GetVersionInfo(assembly.Location).ProductVersion!;
        return Version.Parse(version.Split('+', '-')[0]);
    }

    [GeneratedRegex(@"Html\.Raw\(((?:[^()]|\([^()]*\))*)\)")]
    private static partial Regex HtmlRaw();

    [GeneratedRegex("""\b(?:FromSqlRaw|ExecuteSqlRaw(?:Async)?|SqlQueryRaw(?:<\w+>)?)\((?!\s*")[^)]*\)?""")]
    private static partial Regex RawSql();

    [GeneratedRegex("""Include="Microsoft\.(?:AspNetCore|EntityFrameworkCore|Extensions)[\w.]*" Version="([\d.]+)""")]
    private static partial Regex FrameworkPackage();

    [GeneratedRegex("<EfVersion>([^<]+)</EfVersion>")]
    private static partial Regex EfVersion();
}
