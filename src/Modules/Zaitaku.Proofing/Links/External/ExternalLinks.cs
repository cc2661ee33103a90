using System.Security.Claims;
using System.Text.Json.Nodes;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Admin;
using Zaitaku.Cms.Content;

namespace Zaitaku.Proofing.Links.External;

/// <summary>Says beside the editor which links to other sites have been found to lead nowhere. It asks nobody: that was done at night.</summary>
public sealed class ExternalLinks(BrokenLinks broken) : PublicationCheck
{
    public override async Task<IReadOnlyList<Remark>> ReadAsync(ContentItem item, CancellationToken cancel = default)
    {
        var places = ItemText.Of(item).SelectMany(text => LinkReader.Read(text).Select(link => (Url: TargetOf(link.Url), Text: (ItemText?)text, Link: (FoundLink?)link, text.Path)))
            .Concat(Fields(item.Data, "").Select(field => (Url: TargetOf(field.Url), Text: (ItemText?)null, Link: (FoundLink?)null, field.Path))).Where(place => place.Url is not null).ToList();
        var found = await broken.AmongAsync(places.ConvertAll(place => place.Url!), cancel);
        return [.. from place in places where found.ContainsKey(place.Url!) select RemarkAt(place.Text, place.Link, place.Path, found[place.Url!])];
    }

    private static Remark RemarkAt(ItemText? text, FoundLink? link, string path, ExternalLink broken) => text is null || link is null
        ? new(RemarkLevel.Advice, "LinkBroken", path, ProofingText.LinkBroken(broken)) { Excerpt = broken.Url }
        : Place.At(text, link.Start, link.Length, RemarkLevel.Advice, "LinkBroken", ProofingText.LinkBroken(broken));

    private static string? TargetOf(string url) => LinkTarget.Of(url) is { IsExternal: true } target ? target.Path : null;

    private static IEnumerable<(string Path, string Url)> Fields(JsonNode? node, string path) => node switch
    {
        JsonObject bag => bag.SelectMany(property => property is { Key: "Url", Value: JsonValue value } && value.TryGetValue<string>(out var url)
            ? [($"{path}.Url".TrimStart('.'), url)] : Fields(property.Value, $"{path}.{property.Key}".TrimStart('.'))),
        JsonArray list => list.SelectMany((value, at) => Fields(value, $"{path}[{at}]")),
        _ => [],
    };
}

/// <summary>Broken links wait for those who edit.</summary>
public sealed class LinkTasks(BrokenLinks broken) : AdminTasks
{
    public override int Order => 21;

    public override async Task<IReadOnlyList<AdminTask>> ForAsync(ClaimsPrincipal user, CancellationToken cancel) =>
        user.May(CmsPermissions.EditContent) ? [new(ProofingText.BrokenLinks, (await broken.ListAsync(cancel)).Count, "/admin/checks/links")] : [];
}
