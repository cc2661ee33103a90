using Microsoft.Extensions.DependencyInjection;
using Zaitaku.Cms.Access;

namespace Zaitaku.Cms.Editing;

/// <summary>What forms may change of parts or fields of this name. What is not named here survives every edit as it is.</summary>
public sealed record EditableElement(string Name, params EditableProperty[] Properties)
{
    /// <summary>The property that holds content items living inside this one, for parts that are bags.</summary>
    public string? Bag { get; init; }
}

/// <summary>All that forms may change, by the name of the part or field.</summary>
public sealed class EditableElements(IEnumerable<EditableElement> elements)
{
    private readonly Dictionary<string, EditableElement> byName = elements.ToDictionary(element => element.Name);

    public EditableElement? Find(string name) => byName.GetValueOrDefault(name);

    internal static IServiceCollection AddTo(IServiceCollection services)
    {
        foreach (var element in Kernel) services.AddSingleton(element);
        return services.AddSingleton<EditableElements>();
    }

    private static EditableElement[] Kernel =>
    [
        new("TitlePart", new TextProperty("Title")),
        new("AutoroutePart", new TextProperty("Path"), new FlagProperty("SetHomepage"), new FlagProperty("Disabled")),
        new("AliasPart", new TextProperty("Alias")),
        new("MarkdownBodyPart", new TextProperty("Markdown")),
        new("HtmlBodyPart", new TextProperty("Html")),
        new("AudiencePart", new ChoiceProperty("Audience", Enum.GetNames<Audience>())),
        new("LocalizationPart", new TextProperty("LocalizationSet"), new TextProperty("Culture")),
        new("SeoMetaPart", new TextProperty("PageTitle"), new TextProperty("MetaDescription"), new TextProperty("MetaKeywords"), new TextProperty("Canonical"), new TextProperty("MetaRobots")),
        new("LinkMenuItemPart", new TextProperty("Url"), new TextProperty("Target")),
        new("TaxonomyPart", new TextProperty("TermContentType")) { Bag = "Terms" },
        new("BagPart") { Bag = "ContentItems" },
        new("FlowPart") { Bag = "Widgets" },
        new("MenuItemsListPart") { Bag = "MenuItems" },
        new("TextField", new TextProperty("Text")),
        new("MultiTextField", new LinesProperty("Values")),
        new("MarkdownField", new TextProperty("Markdown")),
        new("HtmlField", new TextProperty("Html")),
        new("BooleanField", new FlagProperty("Value")),
        new("NumericField", new NumberProperty("Value")),
        new("DateField", new DayProperty("Value")),
        new("DateTimeField", new MomentProperty("Value")),
        new("TimeField", new TimeProperty("Value")),
        new("LinkField", new TextProperty("Url"), new TextProperty("Text"), new TextProperty("Target")),
        new("MediaField", new FilesProperty("Paths", "MediaTexts")),
        new("ContentPickerField", new PicksProperty("ContentItemIds")),
        new("TaxonomyField", new PicksProperty("TermContentItemIds")),
        new("GeoPointField", new NumberProperty("Latitude"), new NumberProperty("Longitude")),
    ];
}
