using System.IO.Compression;
using Zaitaku.Cms.Media;

namespace Zaitaku.Cms.Recipes.Packages;

/// <summary>Unpacks a zip that anyone may have made. What it says of itself is not believed: bytes are counted as they come.</summary>
internal static class PackageReader
{
    public const int MaxEntries = 20_000;
    public const long MaxBytes = 4L * 1024 * 1024 * 1024;

    /// <summary>A zip may say this many times its own size; what is smaller than <see cref="AlwaysFine"/> may say more.</summary>
    private const int MaxRatio = 100;
    private const long AlwaysFine = 64L * 1024 * 1024;

    /// <returns>Why the zip is not taken, or null when it lies unpacked in the folder.</returns>
    public static async Task<string?> UnpackAsync(string path, string folder, CancellationToken cancel)
    {
        try
        {
            await using var zip = await ZipFile.OpenReadAsync(path, cancel);
            return Refusal(zip) ?? await UnpackAsync(zip, folder, Math.Min(MaxBytes, Math.Max(AlwaysFine, new FileInfo(path).Length * MaxRatio)), cancel);
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException or NotSupportedException)
        {
            return RecipesText.ZipBroken;
        }
    }

    private static string? Refusal(ZipArchive zip)
    {
        if (zip.Entries.Count > MaxEntries) return RecipesText.ZipTooMany(zip.Entries.Count, MaxEntries);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in Files(zip))
        {
            if (RecipeFolder.Resolve(Path.GetTempPath(), entry.FullName) is null || MediaPath.Clean(entry.FullName) != entry.FullName) return RecipesText.ZipName(entry.FullName);
            if (!names.Add(entry.FullName)) return RecipesText.ZipNameTwice(entry.FullName);
        }

        return names.Contains(SiteExport.RecipeName) ? null : RecipesText.ZipWithoutRecipe;
    }

    private static async Task<string?> UnpackAsync(ZipArchive zip, string folder, long limit, CancellationToken cancel)
    {
        var left = limit;
        foreach (var entry in Files(zip))
        {
            var most = entry.FullName.Equals(SiteExport.RecipeName, StringComparison.OrdinalIgnoreCase) ? RecipeFile.MaxPackageBytes : MediaContent.MaxBytes;
            var written = await CopyAsync(entry, Target(folder, entry.FullName), Math.Min(most, left), cancel);
            if (written is null) return most <= left ? RecipesText.ZipFileTooLarge(entry.FullName, most) : RecipesText.ZipTooLarge;
            left -= written.Value;
        }

        return null;
    }

    /// <summary>The recipe is found by Orchard's spelling of its name, whatever the zip's.</summary>
    private static string Target(string folder, string name)
    {
        if (name.Equals(SiteExport.RecipeName, StringComparison.OrdinalIgnoreCase)) name = SiteExport.RecipeName;
        var target = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        return target;
    }

    /// <returns>How many bytes were written, or null when there were more than the limit.</returns>
    private static async Task<long?> CopyAsync(ZipArchiveEntry entry, string target, long limit, CancellationToken cancel)
    {
        await using var from = await entry.OpenAsync(cancel);
        await using var to = new FileStream(target, FileMode.CreateNew, FileAccess.Write);
        var buffer = new byte[81920];
        for (var read = await from.ReadAsync(buffer, cancel); read > 0; read = await from.ReadAsync(buffer, cancel))
        {
            if (to.Length + read > limit) return null;
            await to.WriteAsync(buffer.AsMemory(0, read), cancel);
        }

        return to.Length;
    }

    private static IEnumerable<ZipArchiveEntry> Files(ZipArchive zip) => zip.Entries.Where(entry => !entry.FullName.EndsWith('/') || entry.FullName.Contains("..", StringComparison.Ordinal));
}
