using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Zaitaku.Cms.Content;

namespace Zaitaku.Cms.Settings;

/// <summary>What the site's owner decides. Names are those of Orchard Core's Settings step.</summary>
public sealed class SiteSettings : ContentElement
{
    public string? SiteName { get; set; }

    /// <summary>The address the public uses, for absolute links. Without it the addresses the server listens on are used; never the request's Host.</summary>
    public string? BaseUrl { get; set; }

    public string? PageTitleFormat { get; set; }
    public string? TimeZoneId { get; set; }
    public string? Calendar { get; set; }
    public int? PageSize { get; set; }

    /// <summary>Sections by the name of their class.</summary>
    public JsonObject Properties { get; set; } = [];

    /// <summary>The item Orchard Core's <c>HomeRoute</c> leads to, if it leads to one.</summary>
    [JsonIgnore]
    public string? HomeItemId => Unknown is not null && Unknown.TryGetValue("HomeRoute", out var route) && route.ValueKind == JsonValueKind.Object &&
        route.TryGetProperty("ContentItemId", out var id) && id.ValueKind == JsonValueKind.String ? id.GetString() : null;

    public TSection Section<TSection>() where TSection : new() =>
        Properties[typeof(TSection).Name] is JsonObject bag ? bag.Deserialize<TSection>(ContentJson.Options) ?? new TSection() : new TSection();
}

/// <summary>The active themes, by id.</summary>
public sealed class SiteThemes
{
    public string? Site { get; set; }
    public string? Admin { get; set; }

    /// <summary>A theme of Orchard Core that a recipe named: it dresses nothing here, and is written again.</summary>
    public string? OrchardSite { get; set; }

    /// <inheritdoc cref="OrchardSite"/>
    public string? OrchardAdmin { get; set; }
}

/// <summary>The features switched on, by id.</summary>
public sealed class SiteFeatures
{
    public SortedSet<string> Enabled { get; set; } = new(StringComparer.OrdinalIgnoreCase);
}
