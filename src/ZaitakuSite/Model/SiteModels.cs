using Zaitaku.Cms.Data;

namespace ZaitakuSite.Model
{
    /// <summary>The model of this site's tables as code. What lies in the folders <c>Sqlite</c> and <c>PostgreSql</c> is written by <c>bin/model</c>, after every change of a table.</summary>
    public static class SiteModels
    {
        public static IServiceCollection AddCompiledModels(this IServiceCollection services) =>
            services.AddSingleton(new CompiledModels(static () => Sqlite.SiteDbModel.Instance, static () => PostgreSql.SiteDbModel.Instance));
    }
}

namespace ZaitakuSite.Model.Sqlite
{
    public partial class SiteDbModel
    {
        partial void Customize() => AudienceFilter.Put(this);
    }
}

namespace ZaitakuSite.Model.PostgreSql
{
    public partial class SiteDbModel
    {
        partial void Customize() => AudienceFilter.Put(this);
    }
}
