using Microsoft.Extensions.DependencyInjection;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Recipes.Packages;
using Zaitaku.Cms.Recipes.Steps;
using Zaitaku.Cms.Recipes.Steps.Kept;

namespace Zaitaku.Cms.Recipes;

public static class RecipesRegistration
{
    /// <summary>The import of content and everything recipes need. <c>AddMedia</c> and the site's configuration must be registered.</summary>
    public static IServiceCollection AddRecipes(this IServiceCollection services)
    {
        services.AddScoped<ContentImport>().AddScoped<RecipeRunner>().AddScoped<RecipeSteps>().AddScoped<RecipePackages>().AddScoped<SiteExport>().AddSingleton<KnownNames>();
        return services.AddRecipeStep<FeatureStep>().AddRecipeStep<ThemesStep>().AddRecipeStep<SettingsStep>()
            .AddRecipeStep<RolesStep>().AddRecipeStep<ContentDefinitionStep>()
            .AddRecipeStep<ReplaceContentDefinitionStep>().AddRecipeStep<DeleteContentDefinitionStep>().AddRecipeStep<MediaStep>().AddRecipeStep<ContentStep>().AddRecipeStep<RedirectsStep>()
            .AddKeptSteps();
    }

    /// <summary>What Orchard Core runs and this site only hands on.</summary>
    private static IServiceCollection AddKeptSteps(this IServiceCollection services)
    {
        services.AddRecipeStep<CustomSettingsStep>().AddRecipeStep<MediaProfilesStep>().AddRecipeStep<IndexProfileStep>().AddRecipeStep<LuceneIndexStep>()
            .AddRecipeStep<QueriesStep>().AddRecipeStep<AdminMenuStep>().AddRecipeStep<LayersStep>().AddRecipeStep<WorkflowTypeStep>()
            .AddRecipeStep<SitemapsStep>().AddRecipeStep<TranslationsStep>().AddRecipeStep<UsersStep>();
        foreach (var name in OrchardNames.Steps.Order(StringComparer.Ordinal)) services.AddScoped<RecipeStep>(_ => new KeptStep(name));
        return services;
    }

    public static IServiceCollection AddRecipeStep<TStep>(this IServiceCollection services) where TStep : RecipeStep =>
        services.AddScoped<RecipeStep, TStep>();
}
