using System.Text.Json.Nodes;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Editing;
using Zaitaku.Cms.Parts;

namespace Zaitaku.Admin.Versions;

/// <summary>One thing an item says that a form can change.</summary>
/// <param name="Name">Where in the form: a property of a part, a field, or a whole bag.</param>
/// <param name="TextKey">The form's name of its text, for what is one text.</param>
/// <param name="Value">Its JSON.</param>
public sealed record ItemText(string Name, string Label, string? TextKey, JsonNode? Value, string Text);

/// <summary>What an item says, piece by piece in the order of its form, to be compared with what another version says.</summary>
public static class ItemTexts
{
    public static IReadOnlyList<ItemText> Of(EditContext context, ContentItem item) =>
        [.. context.Parts(item).SelectMany(OfPart), OfSchedule(item, nameof(PublishLaterPart), "ScheduledPublishUtc", AdminText.PublishAt), OfSchedule(item, nameof(ArchiveLaterPart), "ScheduledArchiveUtc", AdminText.ArchiveAt)];

    private static IEnumerable<ItemText> OfPart(PartEdit part)
    {
        if (part.Element?.Bag is { } bag) return [new(part.Name, part.Label, null, part.Bag?[bag], Readable(part.Bag?[bag]))];
        var own = part.Element?.Properties.Select(property => new ItemText(
            $"{part.Name}.{property.Name}", Labelled(part.Label, property.Name, part.Element.Properties.Length), property is TextProperty ? $"{part.Name}.{property.Name}" : null,
            part.Bag?[property.Name], property.Show(part.Bag?[property.Name])));
        return (own ?? []).Concat(part.Fields.Select(OfField));
    }

    private static ItemText OfField(FieldEdit field)
    {
        var properties = field.Context.Elements.Find(field.Definition.FieldName)?.Properties ?? [];
        var texts = properties.Select(property => property.Show(field.Bag?[property.Name])).Where(text => text.Length > 0);
        return new(field.Name, field.Definition.Label, properties is [TextProperty only] ? $"{field.Name}.{only.Name}" : null, field.Bag, string.Join('\n', texts));
    }

    private static ItemText OfSchedule(ContentItem item, string part, string property, string label)
    {
        var value = item.Data[part]?[property];
        return new($"{part}.{property}", label, null, value, Moments.Of(value) is { } moment ? AdminDates.InTokyo(moment) : "");
    }

    private static string Labelled(string part, string property, int count) => count > 1 ? $"{part}（{AdminText.PropertyName(property)}）" : part;

    /// <summary>The texts inside, one to a line.</summary>
    private static string Readable(JsonNode? node) => node switch
    {
        JsonArray list => string.Join('\n', list.Select(Readable).Where(text => text.Length > 0)),
        JsonObject bag => string.Join('\n', bag.Where(p => !p.Key.EndsWith("Id", StringComparison.Ordinal) && !p.Key.EndsWith("Utc", StringComparison.Ordinal) && p.Key is not ("ContentType" or "DisplayText" or "Owner" or "Author"))
            .Select(p => Readable(p.Value)).Where(text => text.Length > 0)),
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        JsonValue value when value.GetValueKind() == System.Text.Json.JsonValueKind.Number => value.ToString(),
        _ => "",
    };
}
