using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Zaitaku.Site.Tests.Pages;

[Collection(SampleSiteTests.Name)]
public sealed class FormSheetTests(SampleSite sample)
{
    /// <summary>T1 to T6 and T11 of the site's mission.</summary>
    private static readonly string[] Names =
        ["okusuri-card", "renkei-sheet", "oral-care-check", "caremanager-doctor", "doctor-rota", "home-referral", "end-of-life-sheet"];

    public static TheoryData<string> Sheets => [.. Names];

    [Fact]
    public async Task The_list_names_every_form_with_its_formats()
    {
        var list = (await sample.Site.PageAsync("/forms")).QuerySelectorAll("main .links li").ToList();
        Assert.Equal(Names.Select(name => "/forms/" + name).Order(), list.Select(form => form.QuerySelector("a")!.GetAttribute("href")!).Order());
        Assert.All(list, form => Assert.Matches("(Word|Excel)、PDF", form.TextContent));
    }

    [Theory, MemberData(nameof(Sheets))]
    public async Task A_form_comes_with_a_how_to_and_files_of_the_kind_they_say(string sheet)
    {
        var page = await sample.Site.PageAsync("/forms/" + sheet);
        Assert.True(page.QuerySelector(".prose")!.TextContent.Trim().Length > 150);
        var files = page.QuerySelectorAll(".downloads a").Select(link => link.GetAttribute("href")!).ToList();
        Assert.Equal(2, files.Count);
        foreach (var file in files)
        {
            var bytes = await sample.Site.Visitor.GetByteArrayAsync(file);
            Assert.Equal(file.EndsWith(".pdf", StringComparison.Ordinal) ? "%PDF"u8.ToArray() : "PK\u0003\u0004"u8.ToArray(), bytes[..4]);
        }
    }

    [Theory, MemberData(nameof(Sheets))]
    public async Task Office_opens_the_file_without_a_complaint(string sheet)
    {
        using var package = await OpenAsync(sheet);
        var faults = new OpenXmlValidator(FileFormatVersions.Office2019).Validate(package).Select(fault => $"{fault.Part?.Uri} {fault.Path?.XPath}: {fault.Description}");
        Assert.Empty(faults);
    }

    [Theory, MemberData(nameof(Sheets))]
    public async Task The_file_says_its_title_and_its_language(string sheet)
    {
        var title = (await sample.Site.PageAsync("/forms/" + sheet)).QuerySelector("h1")!.TextContent.Trim();
        using var package = await OpenAsync(sheet);
        Assert.Equal(title, package.PackageProperties.Title);
        Assert.StartsWith("ja", Language(package), StringComparison.Ordinal);
    }

    private static string? Language(OpenXmlPackage package) => package.PackageProperties.Language ??
        (package as WordprocessingDocument)?.MainDocumentPart?.StyleDefinitionsPart?.Styles?.DocDefaults?.RunPropertiesDefault?.RunPropertiesBaseStyle?.GetFirstChild<Languages>()?.EastAsia?.Value;

    private async Task<OpenXmlPackage> OpenAsync(string sheet)
    {
        var page = await sample.Site.PageAsync("/forms/" + sheet);
        var file = page.QuerySelectorAll(".downloads a").Select(link => link.GetAttribute("href")!).Single(href => !href.EndsWith(".pdf", StringComparison.Ordinal));
        var stream = new MemoryStream(await sample.Site.Visitor.GetByteArrayAsync(file));
        return file.EndsWith(".docx", StringComparison.Ordinal) ? WordprocessingDocument.Open(stream, false) : SpreadsheetDocument.Open(stream, false);
    }
}
