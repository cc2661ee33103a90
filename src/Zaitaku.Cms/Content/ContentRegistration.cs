using Microsoft.Extensions.DependencyInjection;
using Zaitaku.Cms.Data;

namespace Zaitaku.Cms.Content;

/// <summary>Parts and fields known to the code. Definitions may compose only these, and parts that are made of fields alone.</summary>
public sealed record KnownElement(string Name, Type Type);

public static class ContentRegistration
{
    public static IServiceCollection AddContentPart<TPart>(this IServiceCollection services) where TPart : ContentPart =>
        services.AddSingleton(new KnownElement(typeof(TPart).Name, typeof(TPart)));

    public static IServiceCollection AddContentField<TField>(this IServiceCollection services) where TField : ContentField =>
        services.AddSingleton(new KnownElement(typeof(TField).Name, typeof(TField)));

    public static IServiceCollection AddContentHandler<THandler>(this IServiceCollection services) where THandler : ContentHandler =>
        services.AddScoped<ContentHandler, THandler>();

    public static IServiceCollection AddPublicationCheck<TCheck>(this IServiceCollection services) where TCheck : PublicationCheck =>
        services.AddScoped<PublicationCheck, TCheck>();

    public static IServiceCollection AddContentIndex<TIndex>(this IServiceCollection services) where TIndex : ContentIndex, new()
    {
        var index = new TIndex();
        return services.AddSingleton<ContentIndex>(index).AddSingleton<ITableMap>(index);
    }
}
