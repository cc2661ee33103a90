using Microsoft.Extensions.DependencyInjection;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Caching;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Definitions;
using Zaitaku.Cms.Fields;
using Zaitaku.Cms.Media;
using Zaitaku.Cms.Modules;
using Zaitaku.Cms.Parts;
using Zaitaku.Cms.Recipes;
using Zaitaku.Cms.Routing;
using Zaitaku.Cms.Settings;

namespace Zaitaku.Testing;

/// <summary>The kernel's services as the host registers them.</summary>
internal static class TestKernel
{
    public static void AddTo(IServiceCollection services)
    {
        services.AddSingleton<SeenEvictions>().AddSingleton<IPageCache>(s => s.GetRequiredService<SeenEvictions>());
        services.AddScoped<ViewerSlot>().AddScoped(s => s.GetRequiredService<ViewerSlot>().Viewer);
        services.AddSingleton<SiteDocuments>().AddScoped<ContentStore>().AddScoped<VersionWriter>();
        services.AddSingleton<ITableMap, SiteDocumentTable>().AddSingleton<ITableMap, RedirectTable>();
        services.AddSingleton(new Feature("Zaitaku.Guides", "手引き")).AddSingleton(new Theme("Zaitaku.Theme", "/Theme"));
        AddElements(services);
        services.AddContentIndex<AutoroutePartIndexing>().AddContentIndex<AliasPartIndexing>().AddContentIndex<ContainedPartIndexing>()
            .AddContentIndex<LocalizationPartIndexing>();
        services.AddContentHandler<DefinitionHandler>().AddContentHandler<TitleHandler>().AddContentHandler<AutorouteHandler>()
            .AddContentHandler<AliasHandler>();
        services.AddMedia().AddRecipes();
    }

    private static void AddElements(IServiceCollection services)
    {
        services.AddContentPart<TitlePart>().AddContentPart<AutoroutePart>().AddContentPart<AliasPart>().AddContentPart<MarkdownBodyPart>()
            .AddContentPart<HtmlBodyPart>().AddContentPart<ListPart>().AddContentPart<ContainedPart>().AddContentPart<BagPart>()
            .AddContentPart<TaxonomyPart>().AddContentPart<TermPart>().AddContentPart<LocalizationPart>().AddContentPart<SeoMetaPart>()
            .AddContentPart<AudiencePart>().AddContentPart<MenuPart>().AddContentPart<MenuItemsListPart>().AddContentPart<LinkMenuItemPart>();
        services.AddContentField<TextField>().AddContentField<MultiTextField>().AddContentField<MarkdownField>().AddContentField<HtmlField>()
            .AddContentField<BooleanField>().AddContentField<NumericField>().AddContentField<DateField>().AddContentField<DateTimeField>()
            .AddContentField<TimeField>().AddContentField<LinkField>().AddContentField<MediaField>().AddContentField<ContentPickerField>()
            .AddContentField<TaxonomyField>().AddContentField<GeoPointField>();
    }
}

/// <summary>Through whose eyes a scope of the test reads.</summary>
internal sealed class ViewerSlot
{
    public Viewer Viewer { get; set; } = Viewer.Site;
}
