using System.Collections.Frozen;

namespace Zaitaku.Cms.Recipes;

/// <summary>
/// Permissions that Orchard Core's modules declare, so that its roles can be read and written again. Here they allow nothing. Those made per
/// content type, role, folder or index end in <c>_Name</c>.
/// </summary>
internal static class OrchardPermissions
{
    private static readonly FrozenSet<string> Names = (
        "ViewContent ViewOwnContent EditContent EditOwnContent PublishContent PublishOwnContent DeleteContent DeleteOwnContent PreviewContent " +
        "PreviewOwnContent CloneContent CloneOwnContent ListContent EditContentOwner AccessContentApi AccessAdminPanel SiteOwner ManageSettings " +
        "ManageGroupSettings ManageUsers ViewUsers EditUsers DeleteUsers ListUsers ManageRoles AssignRoleToUsers AssignRole ManageOwnUserInformation " +
        "EditOwnUserInformation DisableTwoFactorAuthenticationForUsers ManageMediaContent ManageOwnMedia ManageOthersMedia ManageMediaFolder " +
        "ManageAttachedMediaFieldsFolder ManageMediaProfiles ViewMediaOptions ManageAssetCache ViewMediaContent ViewRootMediaContent ViewOthersMediaContent " +
        "ViewOwnMediaContent ManageMenu ManageAdminMenu ViewAdminMenuAll ManageAdminDashboard AccessAdminDashboard ManageTemplates ManageAdminTemplates " +
        "ManageShortcodeTemplates ManageLayers ManageQueries ManageSqlQueries ExecuteApiAll ManageIndexes ManageLuceneIndexes QueryLuceneApi " +
        "QueryLuceneSearchIndex QuerySearchIndex QueryElasticsearchSearchIndex QueryElasticSearchIndex QueryAzureAISearchIndex ManageElasticIndexes QueryElasticApi ManageTaxonomy ManageTaxonomies ManageWorkflows ExecuteWorkflows " +
        "ManageWorkflowSettings ManageContentTypes ViewContentTypes EditContentTypes Import Export ManageDeploymentPlan ManageRemoteInstances " +
        "ManageRemoteClients ExportRemoteInstances ManageFeatures ApplyTheme ManageTenants ManageCultures ManageTranslations LocalizeContent " +
        "LocalizeOwnContent SetHomepage ManageSitemaps ManageSeoSettings ManageUrlRewritingRules ManageNotifications ViewAuditTrail " +
        "ManageAuditTrailSettings ManageBackgroundTasks ManageRecipes ManageEmailSettings ManageSmsSettings ManageForms ManageCustomSettings " +
        "ManagePlacements ManageFeatureProfiles ManageReverseProxySettings ManageHttpsSettings ManageSecurityHeadersSettings ManageCorsSettings " +
        "ManageApplications ManageScopes ManageClientSettings ManageServerSettings ManageValidationSettings ExecuteGraphQL ExecuteGraphQLMutations " +
        "ViewGraphQLSchema ManageGoogleTagManager ManageGoogleAnalytics ManageReCaptchaSettings ManageArchiveLater ManagePublishLater").Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Families = (
        "View ViewOwn Edit EditOwn Publish PublishOwn Delete DeleteOwn Preview PreviewOwn Clone CloneOwn List ListOwn EditContentOwner " +
        "QueryIndex ExecuteApi ManageUsersInRole ListUsersInRole EditUsersInRole DeleteUsersInRole AssignRole ViewMediaContent ManageResourceSettings " +
        "ViewAdminMenu ManageCustomSettings ManageOwnCustomUserSettings ViewContent EditContent PublishContent DeleteContent PreviewContent CloneContent ListContent LocalizeContent").Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool Contains(string name) => Names.Contains(name) || name.IndexOf('_', StringComparison.Ordinal) is > 0 and var end && Families.Contains(name[..end]);
}
