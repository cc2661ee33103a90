using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.CommandLine;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.Json;
using Zaitaku.Cms.Settings;

namespace Zaitaku.Admin.Ownership;

/// <summary>A setting of files or the environment, as its owner sees it.</summary>
/// <param name="Value">Null when nobody has set it.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record ConfiguredValue(ConfiguredSetting Setting, string? Value, string Source);

/// <summary>What the operator has set where the owner cannot: in files, in the environment.</summary>
public sealed class Configured(IConfiguration configuration, IEnumerable<ConfiguredSetting> settings)
{
    public IReadOnlyList<ConfiguredValue> All => [.. settings.Select(setting => Of(setting.Key) is var (value, source) ? new ConfiguredValue(setting, Shown(setting, value), source) : new(setting, null, ConfiguredText.NotSet))];

    /// <summary>Whether the configuration goes before what the owner sets.</summary>
    public bool Has(string? key) => key is not null && Of(key) is { Value.Length: > 0 };

    private (string Value, string Source)? Of(string key)
    {
        foreach (var provider in (configuration as IConfigurationRoot)?.Providers.Reverse() ?? [])
        {
            if (provider.TryGet(key, out var value) && value is not null) return (value, SourceOf(provider, key));
        }

        return configuration[key] is { } other ? (other, ConfiguredText.SourceProgram) : null;
    }

    private static string SourceOf(IConfigurationProvider provider, string key) => provider switch
    {
        EnvironmentVariablesConfigurationProvider => ConfiguredText.SourceEnvironment(key.Replace(":", "__", StringComparison.Ordinal)),
        JsonConfigurationProvider file => ConfiguredText.SourceFile(Path.GetFileName(file.Source.Path ?? "")),
        CommandLineConfigurationProvider => ConfiguredText.SourceArgument,
        _ => ConfiguredText.SourceProgram,
    };

    private static string Shown(ConfiguredSetting setting, string value) => setting.Secret && value.Length > 0 ? ConfiguredText.SecretSet : value;
}
