using System.Data;
using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Media;
using Zaitaku.Cms.Recipes.Steps.Kept;
using Zaitaku.Cms.Settings;

namespace Zaitaku.Cms.Recipes.Packages;

/// <summary>What an export has written.</summary>
/// <param name="Versions">Versions of content.</param>
/// <param name="Missing">Paths of files that the site names and does not have.</param>
public sealed record ExportOutcome(int Versions, int Files, IReadOnlyList<string> Missing);

/// <summary>
/// The whole site as Orchard Core's package: a zip with <c>Recipe.json</c> at its root and the media at their paths. It is read through one
/// snapshot and written as it is read: memory does not grow with the site. Passwords are not in it.
/// </summary>
public sealed class SiteExport(SiteDb db, RecipeSteps steps, MediaStore media, TimeProvider clock)
{
    public const string RecipeName = "Recipe.json";

    private static readonly JsonWriterOptions Readable = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="target">Written from its present place on; stays open.</param>
    public async Task<ExportOutcome> WriteAsync(Stream target, CancellationToken cancel = default)
    {
        await using var snapshot = await SnapshotAsync(cancel);
        await using var zip = await ZipArchive.CreateAsync(target, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancel);
        var (versions, missing) = await WriteRecipeAsync(zip, cancel);
        return new(versions, await WriteFilesAsync(zip, cancel), missing);
    }

    /// <summary>Everything is read as of one moment, while editors go on.</summary>
    private async Task<IDbContextTransaction> SnapshotAsync(CancellationToken cancel)
    {
        if (!db.IsSqlite) return await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
        await db.Database.OpenConnectionAsync(cancel);
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        return (await db.Database.UseTransactionAsync(connection.BeginTransaction(deferred: true), cancel))!;
    }

    private async Task<(int Versions, IReadOnlyList<string> Missing)> WriteRecipeAsync(ZipArchive zip, CancellationToken cancel)
    {
        await using var entry = await Entry(zip, RecipeName).OpenAsync(cancel);
        await using var json = new Utf8JsonWriter(entry, Readable);
        var export = new RecipeExport(db, json);
        json.WriteStartObject();
        await WriteEnvelopeAsync(json, cancel);
        json.WriteStartArray("steps");
        foreach (var step in steps.All) await step.ExportAsync(export, cancel);
        foreach (var guest in await GuestsAsync(cancel)) await guest.ExportAsync(export, cancel);
        json.WriteEndArray();
        json.WriteEndObject();
        return (export.Versions, export.Missing);
    }

    /// <summary>The steps that were kept although nobody here knows them.</summary>
    private async Task<List<KeptStep>> GuestsAsync(CancellationToken cancel) =>
        [.. (await SiteDocuments.LoadAsync<KeptSteps>(db, cancel)).Steps.Select(step => step.Ignoring("name").Text() ?? "").Distinct(StringComparer.OrdinalIgnoreCase)
            .Where(name => steps.Find(name) is null).Select(name => new KeptStep(name))];

    /// <summary>Orchard Core reads the envelope in the order of the file: <c>variables</c> stand before <c>steps</c>.</summary>
    private async Task WriteEnvelopeAsync(Utf8JsonWriter json, CancellationToken cancel)
    {
        var settings = await SiteDocuments.LoadAsync<SiteSettings>(db, cancel);
        json.WriteString("name", "Zaitaku.Export");
        json.WriteString("displayName", settings.SiteName ?? "");
        json.WriteString("description", "");
        json.WriteString("author", "");
        json.WriteString("website", settings.BaseUrl ?? "");
        json.WriteString("version", "1.0.0");
        json.WriteBoolean("issetuprecipe", true);
        json.WriteString("exportUtc", clock.GetUtcNow().UtcDateTime);
        json.WriteStartArray("categories");
        json.WriteEndArray();
        json.WriteStartArray("tags");
        json.WriteEndArray();
        json.WriteBoolean(RecipeFile.LiteralProperty, true);
        json.WriteStartObject("variables");
        json.WriteEndObject();
    }

    private async Task<int> WriteFilesAsync(ZipArchive zip, CancellationToken cancel)
    {
        var count = 0;
        foreach (var file in (await MediaStore.AllAsync(db, cancel)).Where(media.Has))
        {
            await using var bytes = media.Open(file);
            await using var entry = await Entry(zip, file.Path, IsPacked(file) ? CompressionLevel.NoCompression : CompressionLevel.Optimal).OpenAsync(cancel);
            await bytes.CopyToAsync(entry, cancel);
            count++;
        }

        return count;
    }

    private ZipArchiveEntry Entry(ZipArchive zip, string name, CompressionLevel level = CompressionLevel.Optimal)
    {
        var entry = zip.CreateEntry(name, level);
        entry.LastWriteTime = new DateTimeOffset(clock.GetUtcNow().UtcDateTime);
        return entry;
    }

    /// <summary>Pictures, films and documents are compressed already.</summary>
    private static bool IsPacked(MediaFile file) => !file.ContentType.StartsWith("text/", StringComparison.Ordinal);
}
