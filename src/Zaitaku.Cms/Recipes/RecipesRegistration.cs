using Microsoft.Extensions.DependencyInjection;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Recipes.Steps;

namespace Zaitaku.Cms.Recipes;

public static class RecipesRegistration
{
    /// <summary>The import of content and everything recipes need. The site's configuration must be registered.</summary>
    public static IServiceCollection AddRecipes(this IServiceCollection services)
    {
        services.AddScoped<ContentImport>().AddScoped<RecipeRunner>().AddSingleton<KnownNames>();
        return services.AddRecipeStep<FeatureStep>().AddRecipeStep<ThemesStep>().AddRecipeStep<SettingsStep>()
            .AddRecipeStep<ContentDefinitionStep>().AddRecipeStep<ContentStep>();
    }

    public static IServiceCollection AddRecipeStep<TStep>(this IServiceCollection services) where TStep : RecipeStep =>
        services.AddScoped<RecipeStep, TStep>();
}
