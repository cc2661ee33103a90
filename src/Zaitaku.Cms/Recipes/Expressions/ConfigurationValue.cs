using Microsoft.Extensions.Configuration;

namespace Zaitaku.Cms.Recipes.Expressions;

/// <summary>
/// What <c>configuration('Key:Sub', 'default')</c> may read: any setting, except those that hold secrets. There is no list of allowed keys, so
/// that recipes written elsewhere work; instead a key is refused when a word in it speaks of a secret, and a value when it carries a password
/// within. A secret in a recipe would end up in content and exports.
/// </summary>
internal static class ConfigurationValue
{
    private static readonly string[] SecretWords =
    [
        "connectionstring", "password", "passwd", "pwd", "secret", "token", "credential", "apikey", "accesskey", "privatekey", "signingkey",
        "certificate", "salt", "cookie", "auth",
    ];

    public static bool IsSecret(string key)
    {
        var plain = key.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
        return SecretWords.Any(word => plain.Contains(word, StringComparison.OrdinalIgnoreCase)) || plain.EndsWith("key", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The value, the default when there is none, or null when the value must not be told.</summary>
    public static string? Read(IConfiguration configuration, string key, string fallback)
    {
        if (configuration[key] is not { Length: > 0 } value) return fallback;
        var tells = value.Contains("password=", StringComparison.OrdinalIgnoreCase) || value.Contains("pwd=", StringComparison.OrdinalIgnoreCase) ||
            Uri.TryCreate(value, UriKind.Absolute, out var address) && address.UserInfo.Contains(':');
        return tells ? null : value;
    }
}
