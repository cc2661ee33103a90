namespace Zaitaku.Cms.Recipes;

/// <summary>Files named by a recipe lie in its own folder or below it, and nowhere else: neither by <c>..</c> nor by a link.</summary>
internal static class RecipeFolder
{
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
