using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Zaitaku.Cms.Content;

namespace Zaitaku.Cms.Data;

/// <summary>The bag as text: neither engine's JSON type keeps the order and spelling that a round trip must.</summary>
public static class BagConverter
{
    public static ValueConverter<JsonObject, string> Instance { get; } = new(
        bag => bag.ToJsonString(ContentJson.Options),
        text => Parse(text));

    public static ValueComparer<JsonObject> Comparer { get; } = new(
        (left, right) => JsonNode.DeepEquals(left, right),
        bag => bag.Count,
        bag => (JsonObject)bag.DeepClone());

    /// <summary>Public for the compiled model.</summary>
    public static JsonObject Parse(string text) => (JsonObject)JsonNode.Parse(text)!;
}
