using Microsoft.Extensions.DependencyInjection;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;

namespace Zaitaku.Cms.Media;

public static class MediaRegistration
{
    /// <summary>The table and store of files. <see cref="DataFolder"/> must be registered.</summary>
    public static IServiceCollection AddMedia(this IServiceCollection services) =>
        services.AddScoped<MediaStore>().AddSingleton<ITableMap, MediaFileTable>().AddContentIndex<MediaUseIndexing>();
}
