using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewEngines;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Definitions;

namespace Zaitaku.Cms.Rendering;

/// <summary>The parts of an item that have something to show: those with a partial of their name, and those made of fields that have one.</summary>
public sealed class ItemParts(SiteDocuments documents, ICompositeViewEngine views)
{
    /// <summary>The partial that shows a part by its fields, where none has the part's name.</summary>
    public const string Fields = "Parts/Fields";

    /// <param name="isInside">Whether the item lives inside another.</param>
    public async Task<IReadOnlyList<PartView>> OfAsync(ContentItem item, ActionContext page, bool isInside = false)
    {
        var definitions = await documents.GetAsync<ContentDefinitions>(page.HttpContext.RequestAborted);
        return [.. definitions.Type(item.ContentType)?.PartsInOrder().Select(part => View(item, part, definitions, isInside)).Where(view => Partial(view, page) is not null) ?? []];
    }

    /// <summary>The name of the partial that shows the part, or null when it has nothing to show, as most have not.</summary>
    public string? Partial(PartView view, ActionContext page) =>
        Has(page, $"Parts/{view.Definition.PartName}") ? $"Parts/{view.Definition.PartName}" : view.Fields.Any(field => Has(page, $"Fields/{field.FieldName}")) ? Fields : null;

    public bool Has(ActionContext page, string partial) => views.FindView(page, partial, isMainPage: false).Success;

    private static PartView View(ContentItem item, ContentTypePartDefinition part, ContentDefinitions definitions, bool isInside) =>
        new(item, part) { IsInside = isInside, Fields = [.. definitions.Part(part.PartName)?.FieldsInOrder() ?? []] };
}
