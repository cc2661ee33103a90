using System.Text.Json;
using System.Text.Json.Nodes;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;

namespace Zaitaku.Cms.Recipes;

/// <summary>The list of steps of a recipe being written. What has been written leaves memory, however many items there are.</summary>
/// <param name="db">Read through one snapshot.</param>
/// <param name="json">Stands inside the array of steps.</param>
public sealed class RecipeExport(SiteDb db, Utf8JsonWriter json)
{
    private const int MostPending = 64 * 1024;

    private readonly List<string> missing = [];

    public SiteDb Db => db;

    /// <summary>For a step that is written piece by piece; <see cref="EaseAsync"/> after each piece.</summary>
    public Utf8JsonWriter Json => json;

    /// <summary>How many versions of content have been written.</summary>
    public int Versions { get; set; }

    /// <summary>Files the site names and no longer has. They are left out.</summary>
    public IReadOnlyList<string> Missing => missing;

    public Task WriteAsync(JsonObject step, CancellationToken cancel)
    {
        step.WriteTo(json, ContentJson.Options);
        return EaseAsync(cancel);
    }

    /// <summary>Hands on what has been written once it is much.</summary>
    public Task EaseAsync(CancellationToken cancel) => json.BytesPending < MostPending ? Task.CompletedTask : json.FlushAsync(cancel);

    public void Lack(string path) => missing.Add(path);
}
