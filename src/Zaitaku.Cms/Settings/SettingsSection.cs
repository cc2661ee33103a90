using Zaitaku.Cms.Editing;

namespace Zaitaku.Cms.Settings;

/// <summary>A section of the settings as the site's owner edits it at <c>/admin/settings</c>. Modules register theirs.</summary>
/// <param name="Name">As in <see cref="SiteSettings.Properties"/>; empty for the settings' own root.</param>
/// <param name="Title">What the owner reads above it.</param>
/// <param name="Order">Lower stands higher.</param>
public sealed record SettingsSection(string Name, string Title, int Order, params IReadOnlyList<SettingsField> Fields)
{
    /// <summary>Name of the field's control in the form.</summary>
    public string NameOf(SettingsField field) => $"{(Name.Length == 0 ? "Site" : Name)}.{field.Property.Name}";
}

/// <summary>One value of a section, made from the same machinery as an item's form.</summary>
/// <param name="Property">Its JSON.</param>
public sealed record SettingsField(EditableProperty Property, string Label, string? Hint = null)
{
    public bool Required { get; init; }

    /// <summary>As the control's tag takes it: <c>text</c>, <c>textarea</c>, <c>checkbox</c>, <c>select</c>, <c>url</c>.</summary>
    public string Control { get; init; } = "text";

    /// <summary>The longest text, in UTF-16 code units.</summary>
    public int Most { get; init; } = 500;

    /// <summary>The content type whose published items may be chosen, for <c>select</c>; <c>*</c> for every page with an address.</summary>
    public string? Picks { get; init; }

    /// <summary>The key of the configuration that goes before this value, where there is one.</summary>
    public string? Configuration { get; init; }

    /// <summary>What is wrong with a text that is not empty, in the owner's words, or null.</summary>
    public Func<string, string?>? Check { get; init; }
}

/// <summary>A setting that the operator makes in files or the environment: the owner sees it and where it comes from. Modules register theirs.</summary>
/// <param name="Key">As the configuration has it: <c>Mail:Host</c>.</param>
/// <param name="Secret">Whether it is only said that there is a value.</param>
public sealed record ConfiguredSetting(string Key, string Label, bool Secret = false);
