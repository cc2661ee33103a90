namespace Zaitaku.Cms.Caching;

/// <summary>The names under which a page says what it shows.</summary>
public static class PageTag
{
    /// <summary>The page of the site itself: settings, menus, definitions.</summary>
    public const string Site = "site";

    /// <summary>Whatever there is: evicting it empties the cache.</summary>
    public const string Anything = "*";

    /// <summary>A page that lists the whole site.</summary>
    public const string Everything = "everything";

    public static string Item(string contentItemId) => "item:" + contentItemId;

    /// <summary>A list of all items of a type.</summary>
    public static string Type(string contentType) => "type:" + contentType;
}
