using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Settings;

namespace Zaitaku.Cms.Web;

/// <summary>
/// The address the site is known by, for links that leave it: feeds, mails, printed books. It comes from the settings, never from a request's Host
/// header, which anyone can write.
/// </summary>
public sealed class SiteAddress(SiteDocuments documents, IConfiguration configuration, IServer server)
{
    /// <summary>For example <c>https://zaitaku.example</c>, without a trailing slash.</summary>
    public async ValueTask<string> BaseAsync(CancellationToken cancel = default)
    {
        var settings = await documents.GetAsync<SiteSettings>(cancel);
        var address = configuration["Zaitaku:BaseUrl"] ?? settings.BaseUrl ??
            server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://localhost:5080";
        return address.TrimEnd('/');
    }

    /// <param name="path">Without the leading slash; Japanese is encoded here.</param>
    public async ValueTask<string> OfAsync(string path, CancellationToken cancel = default) =>
        $"{await BaseAsync(cancel)}/{string.Join('/', path.Split('/').Select(Uri.EscapeDataString))}";
}
