using System.Collections.Frozen;

namespace Zaitaku.Cms.Recipes;

/// <summary>
/// Names that Orchard Core's own modules define and this site has no code for. They are no spelling mistakes: what bears them is kept as it
/// came and written again, so that a site passes through here without loss. (Orchard Core 3.0, its documentation of modules.)
/// </summary>
internal static class OrchardNames
{
    public static FrozenSet<string> Parts { get; } = Set(
        "LiquidPart FlowPart WidgetsListPart PublishLaterPart ArchiveLaterPart PreviewPart AuditTrailPart CommonPart SitemapPart SearchFormPart " +
        "DashboardPart UserNotificationPreferencesPart HtmlMenuItemPart ContentMenuItemPart MenuItemPermissionPart FormPart FormElementPart " +
        "FormInputElementPart FormElementLabelPart InputPart TextAreaPart SelectPart ButtonPart LabelPart ValidationPart ValidationSummaryPart " +
        "FormInputElementVisibilityPart ReCaptchaPart GraphQLMetadata CustomUserSettings LayerMetadata FlowMetadata WidgetMetadata MenuItemMetadata " +
        "BagPart ListPart TaxonomyPart TermPart ContainedPart MenuPart MenuItemsListPart LinkMenuItemPart SeoMetaPart LocalizationPart");

    public static FrozenSet<string> Fields { get; } = Set(
        "YoutubeField LocalizationSetContentPickerField UserPickerField");

    public static FrozenSet<string> Themes { get; } = Set(
        "TheAdmin TheTheme TheBlogTheme TheAgencyTheme TheComingSoonTheme SafeMode Empty");

    /// <summary>Kinds of files its media library takes by default, and this site's does not.</summary>
    public static FrozenSet<string> MediaKinds { get; } = Set(
        ".svg .ico .webm .ogg .ogv .m4a .m4v .mov .mpg .wav .avi .wmv .3gp .doc .xls .ppt .pps .ppsx .odt .psd .eot .ttf .woff .woff2 .otf .css .js .json .xml");

    /// <summary>Steps that are kept as they came, one beside the other.</summary>
    public static FrozenSet<string> Steps { get; } = Set(
        "ResetIndex RebuildIndex lucene-index-reset lucene-index-rebuild LuceneIndexSettings elastic-index elastic-index-reset elastic-index-rebuild " +
        "ElasticIndexSettings azureai-index-create azureai-index-reset azureai-index-rebuild custom-user-settings DynamicDataTranslations deployment " +
        "Templates AdminTemplates ShortcodeTemplates Placements UrlRewriting FeatureProfiles ReloadTenant OpenIdApplication OpenIdScope OpenIdClientSettings " +
        "OpenIdServerSettings OpenIdValidationSettings FacebookLoginSettings FacebookSettings GoogleAnalyticsSettings GoogleAuthenticationSettings " +
        "GoogleTagManagerSettings MicrosoftAccountSettings AzureADSettings MicrosoftEntraIDSettings TwitterSettings GitHubAuthenticationSettings");

    /// <summary>Properties at an item's root that no type lists: Orchard's code welds them on.</summary>
    public static FrozenSet<string> Welded { get; } = Set(
        "LayerMetadata FlowMetadata WidgetMetadata MenuItemMetadata TermPart ContainedPart Terms AudiencePart LocalizationPart");

    public static bool IsFeature(string id) => id.StartsWith("OrchardCore.", StringComparison.OrdinalIgnoreCase) || Themes.Contains(id);

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
