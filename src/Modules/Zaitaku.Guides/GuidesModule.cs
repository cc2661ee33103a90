using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Admin;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Feeds;
using Zaitaku.Cms.Hosting;
using Zaitaku.Cms.Recipes;
using Zaitaku.Cms.Routing;
using Zaitaku.Cms.Search;
using Zaitaku.Cms.Settings;
using Zaitaku.Guides.Books;
using Zaitaku.Guides.Editions;
using Zaitaku.Guides.Feedback;
using Zaitaku.Guides.FormSheets;
using Zaitaku.Guides.Glossary;
using Zaitaku.Guides.Pages;
using Zaitaku.Guides.Printing;
using Zaitaku.Guides.Readings;
using Zaitaku.Guides.Searching;
using Zaitaku.Guides.Worksheets;

namespace Zaitaku.Guides;

/// <summary>Guidebooks for residents; handbooks, leaflets and forms for professionals.</summary>
public sealed class GuidesModule : IModule
{
    public string Id => "Zaitaku.Guides";

    public string Name => GuidesText.ModuleName;

    public void Services(IServiceCollection services, IConfiguration configuration)
    {
        services.AddContentPart<BookPart>().AddContentPart<ChapterPart>().AddContentPart<GlossaryTermPart>().AddContentPart<FormSheetPart>()
            .AddContentPart<WorksheetPart>();
        services.AddContentIndex<ChapterIndexing>().AddSingleton<ITableMap, FeedbackTable>();
        services.AddScoped<Bookshelf>().AddScoped<ChapterTexts>().AddScoped<SiteGlossary>().AddScoped<FeedbackDesk>().AddScoped<DoubtedPages>().AddScoped<AdminTasks, FeedbackTasks>()
            .AddScoped<WorksheetRack>().AddScoped<FormSheetRack>().AddScoped<BookPress>().AddSingleton<PdfShelf>();
        services.AddSingleton<ITableMap, EditionTables>().AddScoped<EditionShelf>().AddScoped<EditionDesk>().AddScoped<CopyDesk>().AddScoped<VersionHold, EditionHold>().AddScoped<FeedSource, EditionFeed>().AddRecipeStep<EditionsStep>();
        services.AddSingleton(new EditorLink(Shelf.BookTypes, GuidesText.EditionsOfBook, id => $"/admin/guides/{id}/editions", CmsPermissions.PublishContent))
            .AddSingleton(new AdminMenuEntry(GuidesText.MenuEditions, "/admin/guides", CmsPermissions.PublishContent, 15));
        services.AddSingleton(new ContentPage("Guidebook", "/Guides/Book")).AddSingleton(new ContentPage("Handbook", "/Guides/Book"))
            .AddSingleton(new ContentPage("Leaflet", "/Guides/Book")).AddSingleton(new ContentPage("Chapter", "/Guides/Chapter"))
            .AddSingleton(new ContentPage("Worksheet", "/Guides/Worksheet")).AddSingleton(new ContentPage("FormSheet", "/Guides/FormSheet"));
        services.AddSearchSource<BookSource>().AddSearchSource<ChapterSource>().AddSearchSource<FormSheetSource>().AddSearchSource<WorksheetSource>().AddSearchSource<TermSource>();
        services.AddSearchKind(SearchKinds.Guide, GuidesText.GuideKind, 10).AddSearchKind(SearchKinds.Handbook, GuidesText.HandbookKind, 20)
            .AddSearchKind(SearchKinds.Form, GuidesText.FormKind, 30).AddSearchKind(SearchKinds.Term, GuidesText.TermKind, 40);
        services.AddSingleton(configuration.GetSection("Printing").Get<PrintingSettings>() ?? new PrintingSettings());
        services.AddSingleton(new StandingPage(Shelf.Guides.Path)).AddSingleton(new StandingPage(Shelf.Handbooks.Path)).AddSingleton(new StandingPage("forms")).AddSingleton(new StandingPage("glossary", GuidesText.Glossary));
        foreach (var suffix in (string[])["/print", "/changes", ".pdf", ".epub"]) services.AddSingleton(new DerivedAddress(suffix));
        services.AddSingleton<BookPrinter>().AddHostedService(provider => provider.GetRequiredService<BookPrinter>());
        services.AddPublicationCheck<ChapterCheck>().AddContentHandler<PrintOnPublication>().AddHealthChecks().AddCheck<WeasyPrintCheck>("pdf");
        services.AddScoped<ReadingList>().AddSingleton(new AdminMenuEntry(ReadingsText.Menu, "/admin/readings", CmsPermissions.PublishContent, 42));
        services.AddSingleton(new ConfiguredSetting("Printing:Enabled", GuidesText.PrintingEnabled));
        services.Configure<RouteOptions>(options => options.ConstraintMap["shelf"] = typeof(ShelfConstraint));
        services.Configure<RazorPagesOptions>(options => options.Conventions.AddPageRoute("/Guides/Shelf", Shelf.Handbooks.Path));
    }

    public void Routes(IEndpointRouteBuilder routes)
    {
        FeedbackApi.Map(routes);
        BookFiles.Map(routes);
    }
}
