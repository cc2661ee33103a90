using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Admin;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Modules;
using Zaitaku.Proofing.Links;
using Zaitaku.Proofing.Writing;

namespace Zaitaku.Proofing;

/// <summary>What is read through before a page goes out: headings, texts for pictures, links, words.</summary>
public sealed class ProofingModule : IModule
{
    public string Id => "Zaitaku.Proofing";

    public string Name => ProofingText.ModuleName;

    public void Services(IServiceCollection services, IConfiguration configuration) =>
        services.AddPublicationCheck<Proofreader>().AddPublicationCheck<InternalLinks>().AddContentIndex<LinkUseIndexing>()
            .AddScoped<HouseWordList>().AddSingleton(new AdminMenuEntry(HouseWordsText.Menu, "/admin/house-words", CmsPermissions.PublishContent, 41));
}
