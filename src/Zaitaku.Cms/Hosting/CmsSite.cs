using System.Security.Claims;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.WebEncoders;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.AuditTrail;
using Zaitaku.Cms.Caching;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Definitions;
using Zaitaku.Cms.Departments;
using Zaitaku.Cms.Editing;
using Zaitaku.Cms.Feeds;
using Zaitaku.Cms.Fields;
using Zaitaku.Cms.Health;
using Zaitaku.Cms.Mail;
using Zaitaku.Cms.Media;
using Zaitaku.Cms.Parts;
using Zaitaku.Cms.Recipes;
using Zaitaku.Cms.Rendering;
using Zaitaku.Cms.Routing;
using Zaitaku.Cms.Search;
using Zaitaku.Cms.Settings;
using Zaitaku.Cms.Web;
using Zaitaku.Cms.Words;

namespace Zaitaku.Cms.Hosting;

/// <summary>Builds the site of the kernel and its modules: what is registered, and the order a request passes through.</summary>
public static class CmsSite
{
    public static void AddCms(this WebApplicationBuilder builder, IReadOnlyList<IModule> modules)
    {
        NativeHeap.KeepLittle();
        var (services, configuration) = (builder.Services, builder.Configuration);
        services.AddSingleton(modules);
        AddData(services, configuration, builder.Environment.ContentRootPath);
        AddContent(services);
        AddWeb(builder);
        services.AddRecipes().AddMedia().AddOwnersSettings();
        foreach (var permission in CmsPermissions.All) services.AddSingleton(permission);
        foreach (var module in modules)
        {
            services.AddSingleton(new Feature(module.Id, module.Name));
            module.Services(services, configuration);
        }

        // The keys that seal forms are read when the first form is, not before the first page.
        services.Remove(services.Single(service => service.ImplementationType?.Name == "DataProtectionHostedService"));
    }

    /// <summary>Reads content kernel services only: what tests and the command line need without a web server.</summary>
    public static void AddContent(IServiceCollection services)
    {
        services.AddSingleton(TimeProvider.System).AddSingleton<SiteCache>();
        services.AddSingleton<SiteDocuments>().AddScoped<ContentStore>().AddScoped<VersionWriter>().AddScoped<VersionHolds>().AddScoped<IndexKeeper>();
        services.AddSingleton<ITableMap, SiteDocumentTable>().AddSingleton<ITableMap, RedirectTable>().AddSingleton<ITableMap, EvictionTable>()
            .AddSingleton<ITableMap, AuditTrailTable>().AddSingleton<ITableMap, OutboxTable>().AddScoped<AuditTrail.AuditTrail>();
        services.AddContentPart<TitlePart>().AddContentPart<AutoroutePart>().AddContentPart<AliasPart>().AddContentPart<MarkdownBodyPart>()
            .AddContentPart<HtmlBodyPart>().AddContentPart<ListPart>().AddContentPart<ContainedPart>().AddContentPart<BagPart>().AddContentPart<FlowPart>()
            .AddContentPart<TaxonomyPart>().AddContentPart<TermPart>().AddContentPart<LocalizationPart>().AddContentPart<SeoMetaPart>()
            .AddContentPart<AudiencePart>().AddContentPart<ContactPart>().AddContentPart<DepartmentPart>().AddContentPart<MenuPart>().AddContentPart<MenuItemsListPart>().AddContentPart<LinkMenuItemPart>()
            .AddContentPart<PublishLaterPart>().AddContentPart<ArchiveLaterPart>().AddContentPart<ReplacementPart>();
        EditableElements.AddTo(services);
        services.AddContentField<TextField>().AddContentField<MultiTextField>().AddContentField<MarkdownField>().AddContentField<HtmlField>()
            .AddContentField<BooleanField>().AddContentField<NumericField>().AddContentField<DateField>().AddContentField<DateTimeField>()
            .AddContentField<TimeField>().AddContentField<LinkField>().AddContentField<MediaField>().AddContentField<ContentPickerField>()
            .AddContentField<TaxonomyField>().AddContentField<GeoPointField>();
        services.AddContentIndex<AutoroutePartIndexing>().AddContentIndex<AliasPartIndexing>().AddContentIndex<ContainedPartIndexing>()
            .AddContentIndex<LocalizationPartIndexing>().AddContentIndex<ReplacementPartIndexing>();
        services.AddContentHandler<DefinitionHandler>().AddContentHandler<TitleHandler>().AddSingleton<OwnAddresses>().AddContentHandler<AutorouteHandler>()
            .AddContentHandler<AliasHandler>().AddContentHandler<ReplacementHandler>().AddContentHandler<DepartmentHandler>();
        services.AddSearchSource<PageSource>().AddSearchKind(PageSource.Kind, ContentText.PageKind, 90);
    }

    private static void AddData(IServiceCollection services, ConfigurationManager configuration, string contentRoot)
    {
        var folder = new DataFolder(Path.GetFullPath(configuration["Zaitaku:DataPath"] ?? "App_Data", contentRoot));
        Directory.CreateDirectory(folder.Path);
        var database = configuration.GetSection("Database").Get<DatabaseSettings>() ?? new DatabaseSettings();
        services.AddSingleton(folder).AddSingleton(database);
        services.AddDbContext<SiteDb>((provider, options) => database.Configure(options, folder, provider.GetService<CompiledModels>()), optionsLifetime: ServiceLifetime.Singleton);
        services.AddScoped<SchemaMigrator>().AddScoped<DatabaseBackup>().AddScoped<DatabaseRestore>().AddScoped<PostgresTools>();
        services.AddDataProtection().SetApplicationName("Zaitaku").PersistKeysToFileSystem(new DirectoryInfo(folder.Sub("keys")));
    }

    private static void AddWeb(WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.Configure<KestrelServerOptions>(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // Long enough that our own page, not an empty answer, says that an address is too long.
            kestrel.Limits.MaxRequestLineSize = 128 * 1024;
            kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Use(next => new ZeroByteAddresses(next).OnConnectionAsync));
        });
        services.AddSingleton(builder.Configuration.GetSection("Mail").Get<MailSettings>() ?? new MailSettings());
        services.AddScoped<Outbox>().AddSingleton<OutboxBell>().AddHostedService<OutboxSender>();
        services.AddHttpContextAccessor().AddSiteHealth();
        services.AddSiteRateLimits();
        services.AddSingleton(builder.Configuration.GetSection("PageCache").Get<PageCacheSettings>() ?? new PageCacheSettings());
        services.AddScoped<PageTags>().AddSingleton<SiteAddress>().AddScoped<Menus>().AddSingleton<BodyTexts>().AddScoped<ItemParts>().AddScoped<ContainedPages>().AddScoped<ViewWriter>().AddScoped<PickerChoices>().AddScoped<SiteLinks>().AddScoped<WordDesk>().AddScoped<Departments.Departments>();
        services.TryAddScoped(provider => ViewerOf(provider.GetRequiredService<IHttpContextAccessor>().HttpContext?.User));
        services.TryAddScoped(provider => ActorOf(provider.GetRequiredService<IHttpContextAccessor>().HttpContext?.User));
        services.AddSingleton(new StandingPage("sitemap")).AddTransient<AutorouteTransformer>().AddHostedService<EvictionWatch>();
        // Before the framework makes up a name of its own, for which it needs a digest.
        FormCookie CookieOf(string name) => builder.Environment.IsDevelopment() ? new() { Name = name } : new() { Name = "__Host-" + name, IsBoundToTls = true };
        services.Configure<AntiforgeryOptions>(options => options.Cookie = CookieOf("Form"));
        services.Configure<CookieTempDataProviderOptions>(options => options.Cookie = CookieOf("Notice"));
        PagesOnDemand.Use(services.AddRazorPages(options => options.Conventions.AuthorizeFolder("/Admin", CmsPermissions.AccessAdminPanel.Name).ConfigureFilter(new ZeroBytes()))
            .AddMvcOptions(options => options.ValueProviderFactories.Insert(0, new PageNumbers())));
        services.AddSingleton<IStartupFilter, OutermostOutageAnswer>();
        // Japanese stays Japanese in the markup: shorter, and readable in the source.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.Configure<RazorViewEngineOptions>(options => options.ViewLocationExpanders.Add(new ThemeViews()));
        services.AddProblemDetails();
        services.AddHsts(options => (options.MaxAge, options.IncludeSubDomains) = (TimeSpan.FromDays(365), true));
        // A bad request is answered as one in every environment, not with a mishap while developing.
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = false);
        services.AddAuthentication();
        AddPermissionPolicies(services);
    }

    /// <summary>Makes an authorization policy of every permission that is registered.</summary>
    private static void AddPermissionPolicies(IServiceCollection services) =>
        services.AddAuthorization().AddOptions<AuthorizationOptions>().Configure<IEnumerable<Permission>>((options, permissions) =>
        {
            foreach (var permission in permissions) options.AddPolicy(permission.Name, policy => policy.RequireClaim(PermissionPolicies.Claim, permission.Name));
        });

    /// <summary>What a request passes through, in order.</summary>
    public static void UseCms(this WebApplication app)
    {
        app.UseMiddleware<PageCacheMiddleware>();
        // It begins the answer anew, so the headers that every answer carries are put on inside it.
        app.UseExceptionHandler("/error/500");
        app.UseMiddleware<SecurityHeaders>();
        if (!app.Environment.IsDevelopment()) app.UseHsts();
        app.UseSiteHealth();
        app.UseMiddleware<OutageAnswer>();
        app.UseMiddleware<RefusalLog>();
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.UseMiddleware<RequestBounds>();
        // Who asks must be known before addresses are looked up: what they lead to depends on it.
        app.UseAuthentication();
        app.UseRouting();
        app.UseAuthorization();
        app.UseMiddleware<PageMethods>();
        app.UseMiddleware<BodyBounds>();
        app.UseRateLimiter();
        app.UseMiddleware<PageKeepingMiddleware>();
        app.UseMiddleware<SiteViewMiddleware>();
        MediaFiles.Map(app);
        SiteFeeds.Map(app);
        foreach (var module in app.Services.GetRequiredService<IReadOnlyList<IModule>>()) module.Routes(app);
        app.MapStaticAssets();
        app.MapRazorPages().WithStaticAssets();
        app.MapDynamicPageRoute<AutorouteTransformer>("{**path}");
    }

    /// <summary>A visitor is public; a signed-in one is what their role permits.</summary>
    private static Viewer ViewerOf(ClaimsPrincipal? user) => user switch
    {
        null => Viewer.Site,
        _ when user.May(CmsPermissions.ViewStaffContent) => new Viewer(Audience.Staff),
        _ when user.May(CmsPermissions.ViewProfessionalContent) => new Viewer(Audience.Professionals),
        _ => Viewer.Anonymous,
    };

    private static Actor ActorOf(ClaimsPrincipal? user) => user?.Id() is { } id ? new Actor(id, user.UserName()) : Actor.Site;
}
