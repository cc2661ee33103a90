using Zaitaku.Cms.Content;
using Zaitaku.Cms.Fields;
using Zaitaku.Cms.Parts;

namespace Zaitaku.Guides.Worksheets;

/// <summary>わたしの希望シート: questions answered in the browser and nowhere else. Its sections are a bag named <c>Sections</c>.</summary>
public sealed class WorksheetPart : ContentPart
{
    public TextField? Lead { get; set; }

    /// <summary>The promise that what is written stays on the device.</summary>
    public TextField? Privacy { get; set; }
}

public enum QuestionKind
{
    /// <summary>Free text.</summary>
    Text,

    /// <summary>One of the options.</summary>
    Choice,

    /// <summary>Any of the options.</summary>
    Choices,
}

public sealed record WorksheetQuestion(string Key, string Label, string? Hint, QuestionKind Kind, IReadOnlyList<string> Options);

public sealed record WorksheetSection(string Title, string? Lead, IReadOnlyList<WorksheetQuestion> Questions)
{
    /// <summary>The sections of a worksheet, in the editors' order.</summary>
    public static IReadOnlyList<WorksheetSection> Of(ContentItem worksheet) =>
        [.. worksheet.Get<BagPart>("Sections")?.ContentItems.Select(Section) ?? []];

    private static WorksheetSection Section(ContentItem item) => new(
        item.DisplayText ?? "",
        item.Field<TextField>("WorksheetSection", "Lead")?.Text,
        [.. item.Get<BagPart>("Questions")?.ContentItems.Select(Question) ?? []]);

    private static WorksheetQuestion Question(ContentItem item)
    {
        const string part = "WorksheetQuestion";
        return new(
            item.ContentItemId,
            item.DisplayText ?? "",
            item.Field<TextField>(part, "Hint")?.Text,
            Enum.TryParse<QuestionKind>(item.Field<TextField>(part, "Kind")?.Text, ignoreCase: true, out var kind) ? kind : QuestionKind.Text,
            item.Field<MultiTextField>(part, "Options")?.Values ?? []);
    }
}
