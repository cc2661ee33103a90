using System.Text.Json.Nodes;
using Zaitaku.Cms.Editing;

namespace Zaitaku.Cms.Settings;

/// <summary>The item that Orchard Core's <c>HomeRoute</c> leads to, by its id.</summary>
internal sealed record HomeProperty(string Name) : EditableProperty(Name)
{
    public override string Show(JsonNode? value) => (value as JsonObject)?["ContentItemId"]?.ToString() ?? "";

    protected override JsonNode? Read(string text) =>
        new JsonObject { ["Action"] = "Display", ["Controller"] = "Item", ["Area"] = "OrchardCore.Contents", ["ContentItemId"] = text };
}
