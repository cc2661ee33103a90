using Zaitaku.Cms.Content;
using Zaitaku.Cms.Fields;

namespace Zaitaku.Guides.FormSheets;

/// <summary>様式: a sheet to download, with a short how-to as its body.</summary>
public sealed class FormSheetPart : ContentPart
{
    /// <summary>What it is for, in a sentence.</summary>
    public TextField? Summary { get; set; }
    public TextField? Edition { get; set; }

    /// <summary>The same sheet in one or more formats.</summary>
    public MediaField? Files { get; set; }
}
