namespace Zaitaku.Cms.Recipes;

/// <summary>Files named by a recipe lie in its own folder or below it, and nowhere else: neither by <c>..</c> nor by a link.</summary>
internal static class RecipeFolder
{
    private const string ThemeFiles = "../wwwroot/";

    /// <summary>
    /// The same for a file that becomes media: recipes in the folder <c>Recipes</c> of one of Orchard Core's themes also name the public files
    /// beside it, and only those.
    /// </summary>
    public static string? ResolveMedia(string folder, string path) =>
        path.StartsWith(ThemeFiles, StringComparison.Ordinal) && Path.GetFileName(folder).Equals("Recipes", StringComparison.OrdinalIgnoreCase)
            ? Resolve(Path.GetDirectoryName(folder)!, path["../".Length..])
            : Resolve(folder, path);

    /// <summary>The full path, or null when it leads outside.</summary>
    public static string? Resolve(string folder, string path)
    {
        if (path.Length == 0 || path.Any(char.IsControl) || Path.IsPathRooted(path) || path.Contains('\\') || path.Contains(':')) return null;
        var names = path.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(name => name != ".").ToArray();
        if (names.Length == 0 || names.Contains("..")) return null;
        var full = folder;
        foreach (var name in names)
        {
            full = Path.Combine(full, name);
            if (new FileInfo(full).LinkTarget is not null) return null;
        }

        return full;
    }
}
