using Microsoft.Extensions.DependencyInjection;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Recipes.Steps;

namespace Zaitaku.Cms.Recipes;

public static class RecipesRegistration
{
    /// <summary>The import of content and everything recipes need. <c>AddMedia</c> and the site's configuration must be registered.</summary>
    public static IServiceCollection AddRecipes(this IServiceCollection services)
    {
        services.AddScoped<ContentImport>().AddScoped<RecipeRunner>().AddScoped<KeptStep>().AddSingleton<KnownNames>();
        return services.AddRecipeStep<FeatureStep>().AddRecipeStep<ThemesStep>().AddRecipeStep<SettingsStep>()
            .AddRecipeStep<RolesStep>().AddRecipeStep<ContentDefinitionStep>().AddRecipeStep<MediaStep>().AddRecipeStep<ContentStep>();
    }

    public static IServiceCollection AddRecipeStep<TStep>(this IServiceCollection services) where TStep : RecipeStep =>
        services.AddScoped<RecipeStep, TStep>();
}
