using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Zaitaku.Cms.Admin;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Feeds;
using Zaitaku.Cms.Hosting;
using Zaitaku.Emergency.Postings;

namespace Zaitaku.Emergency;

/// <summary>緊急のお知らせ: notices prepared in calm days, put on every page with one press and gone when their time is over.</summary>
public sealed class EmergencyModule : IModule
{
    public string Id => "Zaitaku.Emergency";

    public string Name => EmergencyText.ModuleName;

    public void Services(IServiceCollection services, IConfiguration configuration)
    {
        services.AddContentPart<EmergencyNoticePart>().AddContentHandler<EmergencyNoticeHandler>().AddPublicationCheck<PostedNoticeCheck>();
        services.AddSingleton<ITableMap, PostingTable>().AddScoped<EmergencyDesk>().AddScoped<PostedNotices>().AddScoped<FeedSource, PostedFeed>();
        services.AddSingleton(EmergencyPermissions.Manage)
            .AddSingleton(new AdminMenuEntry(EmergencyText.ModuleName, "/admin/emergency", EmergencyPermissions.Manage, 5));
    }
}
