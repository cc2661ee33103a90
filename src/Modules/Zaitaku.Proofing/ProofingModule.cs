using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Admin;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Hosting;
using Zaitaku.Proofing.Links;
using Zaitaku.Proofing.Links.External;
using Zaitaku.Proofing.Writing;

namespace Zaitaku.Proofing;

/// <summary>What is read through before a page goes out: headings, texts for pictures, links, words.</summary>
public sealed class ProofingModule : IModule
{
    public string Id => "Zaitaku.Proofing";

    public string Name => ProofingText.ModuleName;

    public void Services(IServiceCollection services, IConfiguration configuration)
    {
        services.AddPublicationCheck<Proofreader>().AddPublicationCheck<InternalLinks>().AddContentIndex<LinkUseIndexing>();
        services.AddSingleton(configuration.GetSection("Links").Get<LinkSettings>() ?? new LinkSettings()).AddSingleton<ITableMap, ExternalLinkTables>();
        services.AddPublicationCheck<ExternalLinks>().AddScoped<BrokenLinks>().AddScoped<IgnoredLinks>().AddScoped<AdminTasks, LinkTasks>();
        services.AddSingleton<LinkVisitor>().AddScoped<LinkRound>().AddHostedService<LinkWorker>();
        services.AddScoped<HouseWordList>().AddSingleton(new AdminMenuEntry(HouseWordsText.Menu, "/admin/house-words", CmsPermissions.PublishContent, 41));
    }
}
