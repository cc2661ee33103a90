using Zaitaku.Cms.Data;

namespace ZaitakuSite.Migrations;

/// <summary>The site's schema, step by step and engine by engine: the files <c>Migrations/{engine}/{number}-{name}.sql</c>, compiled in.</summary>
public static class SchemaScripts
{
    public static IServiceCollection AddSchemaScripts(this IServiceCollection services)
    {
        foreach (var script in All()) services.AddSingleton(script);
        return services;
    }

    public static IEnumerable<SchemaScript> All() =>
        from provider in Enum.GetValues<DatabaseProvider>()
        let prefix = $"{typeof(SchemaScripts).Namespace}.{provider}."
        from name in typeof(SchemaScripts).Assembly.GetManifestResourceNames()
        where name.StartsWith(prefix, StringComparison.Ordinal)
        select Read(provider, name, name[prefix.Length..^".sql".Length]);

    private static SchemaScript Read(DatabaseProvider provider, string resource, string file)
    {
        using var reader = new StreamReader(typeof(SchemaScripts).Assembly.GetManifestResourceStream(resource)!);
        var dash = file.IndexOf('-', StringComparison.Ordinal);
        return new(provider, int.Parse(file[..dash], System.Globalization.CultureInfo.InvariantCulture), file[(dash + 1)..], reader.ReadToEnd());
    }
}
