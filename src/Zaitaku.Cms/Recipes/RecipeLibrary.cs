namespace Zaitaku.Cms.Recipes;

/// <summary>The recipes in a folder and below it, by the name they call themselves.</summary>
internal sealed class RecipeLibrary(string folder)
{
    private const int MaxFiles = 500;
    private static readonly EnumerationOptions Below = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint, MaxRecursionDepth = 8 };

    private ILookup<string, RecipeFile>? known;

    /// <summary>The recipes of this name: one, when all is well. Files that cannot be read have no name.</summary>
    public IReadOnlyList<RecipeFile> Find(string name)
    {
        known ??= Directory.EnumerateFiles(folder, "*.recipe.json", Below).Order(StringComparer.Ordinal).Take(MaxFiles)
            .Select(path => RecipeFile.Read(path, [])).OfType<RecipeFile>()
            .ToLookup(file => file.Name, StringComparer.OrdinalIgnoreCase);
        return [.. known[name]];
    }
}
