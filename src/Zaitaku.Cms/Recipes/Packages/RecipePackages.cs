using Zaitaku.Cms.Data;

namespace Zaitaku.Cms.Recipes.Packages;

/// <summary>Opens what recipes come in: a file, or a zip, which is unpacked into the data folder for as long as it is needed.</summary>
public sealed class RecipePackages(DataFolder folder)
{
    /// <returns>The package, to be disposed of; null after saying what is wrong with it.</returns>
    public async Task<RecipePackage?> OpenAsync(string path, ICollection<RecipeProblem> problems, CancellationToken cancel)
    {
        if (!path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase)) return new(path, null);
        if (!File.Exists(path))
        {
            problems.Add(new(Path.GetFileName(path), 1, "$", RecipesText.FileMissing(path)));
            return null;
        }

        var place = Path.Combine(folder.Sub("unpacked"), Guid.NewGuid().ToString("N"));
        var package = new RecipePackage(Path.Combine(place, SiteExport.RecipeName), place);
        var refusal = "";
        try
        {
            refusal = await PackageReader.UnpackAsync(path, place, cancel);
            if (refusal is null) return package;
            problems.Add(new(Path.GetFileName(path), 1, "$", refusal));
            return null;
        }
        finally
        {
            if (refusal is not null) package.Dispose();
        }
    }
}

/// <summary>A recipe and the files beside it, as long as it is not disposed of.</summary>
/// <param name="Recipe">The recipe's file.</param>
/// <param name="Unpacked">The folder that goes with the package, when it came as a zip.</param>
public sealed record RecipePackage(string Recipe, string? Unpacked) : IDisposable
{
    internal RecipeFile? Read(ICollection<RecipeProblem> problems) =>
        RecipeFile.Read(Recipe, problems, Unpacked is null ? RecipeFile.MaxBytes : RecipeFile.MaxPackageBytes);

    public void Dispose()
    {
        if (Unpacked is not null && Directory.Exists(Unpacked)) Directory.Delete(Unpacked, recursive: true);
    }
}
