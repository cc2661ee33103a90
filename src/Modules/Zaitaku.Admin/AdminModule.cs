using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Zaitaku.Admin.Approvals;
using Zaitaku.Admin.Contacts;
using Zaitaku.Admin.Editing;
using Zaitaku.Admin.Freshness;
using Zaitaku.Admin.Listing;
using Zaitaku.Admin.Mails;
using Zaitaku.Admin.Media;
using Zaitaku.Admin.Navigation;
using Zaitaku.Admin.Ownership;
using Zaitaku.Admin.Preview;
using Zaitaku.Admin.Proofs;
using Zaitaku.Admin.Records;
using Zaitaku.Admin.Replacements;
using Zaitaku.Admin.Scheduling;
using Zaitaku.Admin.Tasks;
using Zaitaku.Admin.Versions;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Admin;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Editing;
using Zaitaku.Cms.Hosting;
using Zaitaku.Cms.Recipes;

namespace Zaitaku.Admin;

/// <summary>The editors' and staff's workplace.</summary>
public sealed class AdminModule : IModule
{
    public string Id => "Zaitaku.Admin";

    public string Name => AdminText.ModuleName;

    public void Services(IServiceCollection services, IConfiguration configuration)
    {
        services.AddContentIndex<ContentListingIndexing>().AddScoped<ContentList>().AddScoped<AdminTasks, ContentTasks>();
        services.AddSingleton<ITableMap, AutosaveTable>().AddSingleton<ITableMap, EditPresenceTable>().AddSingleton<ITableMap, TrashedItemTable>().AddRecipeStep<TrashStep>();
        services.AddScoped<ContentDesk>().AddScoped<EditDesk>().AddScoped<MergeDesk>().AddScoped<TrashCan>().AddScoped<BulkDesk>().AddScoped<DepartmentNames>().AddScoped<Autosaves>().AddScoped<Presence>();
        services.AddScoped<ChapterOrder>().AddScoped<BothVersions>().AddScoped<BookMove>().AddScoped<MailList>().AddScoped<MediaShelf>().AddScoped<Schedule>().AddHostedService<ScheduleWorker>();
        services.AddSingleton<PreviewPasses>().AddSingleton<IStartupFilter, PreviewDoor>();
        services.AddScoped<ProofDesk>().AddScoped<SiteProof>().AddScoped<AdminTasks, ProofTasks>().AddSingleton<ITableMap, ProofResultTable>();
        AddApprovals(services);
        foreach (var mail in ApprovalMailText.All) services.AddSingleton(mail);
        AddFreshness(services, configuration);
        services.AddScoped<RecordDesk>().AddScoped<MenuDesk>().AddScoped<DepartmentDesk>().AddScoped<DepartmentUses>().AddPublicationCheck<DepartmentInUse>();
        services.AddScoped<SettingsDesk>().AddScoped<OwnersPicks>().AddSingleton<Configured>().AddScoped<MailTextDesk>();
        services.AddSingleton(new AdminMenuEntry(AdminText.MenuSettings, "/admin/settings", CmsPermissions.ManageSettings, 69))
            .AddSingleton(new AdminMenuEntry(AdminText.MenuMenus, "/admin/menus", CmsPermissions.PublishContent, 11))
            .AddSingleton(new AdminMenuEntry(AdminText.MenuDepartments, "/admin/departments", CmsPermissions.PublishContent, 12))
            .AddSingleton(new AdminMenuEntry(AdminText.MenuMailTexts, "/admin/mail-texts", CmsPermissions.ManageSettings, 74));
        services.AddSingleton(new AdminMenuEntry(AdminText.MenuHome, "/admin", CmsPermissions.AccessAdminPanel, 0))
            .AddSingleton(new AdminMenuEntry(AdminText.MenuContent, "/admin/content", CmsPermissions.EditContent, 10))
            .AddSingleton(new AdminMenuEntry(ApprovalText.Menu, "/admin/approvals", CmsPermissions.EditContent, 15))
            .AddSingleton(new AdminMenuEntry(ApprovalText.MenuSettings, "/admin/approval", CmsPermissions.ManageSettings, 70))
            .AddSingleton(new AdminMenuEntry(AdminText.MenuFreshness, "/admin/freshness", CmsPermissions.EditContent, 35))
            .AddSingleton(new AdminMenuEntry(AdminText.MenuChecks, "/admin/checks", CmsPermissions.EditContent, 40))
            .AddSingleton(new AdminMenuEntry(AdminText.MenuMedia, "/admin/media", CmsPermissions.ManageMedia, 20))
            .AddSingleton(new AdminMenuEntry(AdminText.MenuTrash, "/admin/trash", CmsPermissions.DeleteContent, 30))
            .AddSingleton(new AdminMenuEntry(AdminText.MenuMails, "/admin/mails", CmsPermissions.ManageSettings, 80))
            .AddSingleton(new AdminMenuEntry(AdminText.MenuAuditTrail, "/admin/audit-trail", CmsPermissions.ViewAuditTrail, 90));
    }

    private static void AddApprovals(IServiceCollection services) => services.AddSingleton<ITableMap, ApprovalTables>().AddContentHandler<ApprovalHandler>()
        .AddScoped<ApprovalRule>().AddScoped<ApprovalBook>().AddScoped<ApprovalMail>().AddScoped<Mandates>().AddScoped<OvertakenRequests>().AddScoped<Release>()
        .AddScoped<ApplicationDesk>().AddScoped<ApprovalDesk>().AddScoped<BulkApproval>().AddScoped<ApprovalList>().AddScoped<AdminTasks, ApprovalTasks>()
        .AddScoped<StandIns>().AddScoped<ApprovalReminder>().AddScoped<ApprovalSettingsDesk>().AddScoped<Differences>().AddScoped<VersionThinning>().AddScoped<OldRequests>()
        .AddScoped<ReplacementDesk>().AddScoped<AdminTasks, ReplacementTasks>();

    private static void AddFreshness(IServiceCollection services, IConfiguration configuration)
    {
        services.AddContentPart<ReviewPart>().AddContentIndex<PageReviewIndexing>().AddContentHandler<ReviewHandler>();
        services.AddSingleton(new EditableElement(nameof(ReviewPart), new DayProperty(nameof(ReviewPart.ReviewBy)), new FlagProperty(nameof(ReviewPart.Exempt))));
        services.AddSingleton(configuration.GetSection("Freshness").Get<FreshnessSettings>() ?? new FreshnessSettings()).AddSingleton<ITableMap, LetterTables>();
        services.AddScoped<ReviewDesk>().AddScoped<FreshPages>().AddScoped<DepartmentMails>().AddScoped<EndingReaders>().AddScoped<LetterDesk>().AddHostedService<LetterWorker>();
        services.AddSingleton(AdminText.OverdueLetter).AddSingleton(AdminText.EndingLetter);
    }

    public void Routes(IEndpointRouteBuilder routes) => EditingApi.Map(routes);
}
