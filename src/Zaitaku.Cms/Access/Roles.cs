using Zaitaku.Cms.Content;

namespace Zaitaku.Cms.Access;

/// <summary>The site's roles, as the Roles step writes them.</summary>
public sealed class Roles
{
    public List<Role> Items { get; set; } = [];

    public Role? Find(string name) => Items.Find(r => string.Equals(r.Name, name, StringComparison.OrdinalIgnoreCase));
}

public sealed class Role : ContentElement
{
    public string Name { get; set; } = "";
    public string? Description { get; set; }
    public List<string> Permissions { get; set; } = [];
}
