namespace Zaitaku.Cms.Settings;

/// <summary>Section of the settings: the department whose address stands at the foot of every page.</summary>
public sealed class ContactSettings
{
    public string? DepartmentId { get; set; }
}

/// <summary>Section of the settings: marks a site whose names and figures are made up.</summary>
public sealed class SampleSettings
{
    public bool IsSample { get; set; }
    public string? Note { get; set; }
}

/// <summary>Section of the settings: the dictionary of readings, lines of <c>word,reading</c>.</summary>
public sealed class FuriganaSettings
{
    public string Dictionary { get; set; } = "";
}
