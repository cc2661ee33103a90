using Zaitaku.Cms.Content;
using Zaitaku.Cms.Parts;
using Zaitaku.Cms.Routing;
using Zaitaku.Cms.Search;
using Zaitaku.Guides.FormSheets;
using Zaitaku.Guides.Worksheets;

namespace Zaitaku.Guides.Searching;

/// <summary>様式, by what they are for and how they are used.</summary>
public sealed class FormSheetSource : SearchSource
{
    public override IReadOnlyList<string> ContentTypes { get; } = [FormSheetRack.ContentType];

    public override Task<IReadOnlyList<SearchEntry>> EntriesAsync(ContentItem item, CancellationToken cancel)
    {
        if (item.Get<AutoroutePart>() is not { Disabled: false, Path.Length: > 0 } route) return Task.FromResult<IReadOnlyList<SearchEntry>>([]);
        var sheet = new SearchEntry(SearchKinds.Form, "/" + route.Path, item.DisplayText ?? "") { Body = item.Get<FormSheetPart>()?.Summary?.Text ?? "" };
        return Task.FromResult(sheet.Sections(item.Get<MarkdownBodyPart>()?.Markdown ?? ""));
    }
}

/// <summary>書きこみシート, by its questions.</summary>
public sealed class WorksheetSource : SearchSource
{
    public override IReadOnlyList<string> ContentTypes { get; } = [WorksheetRack.ContentType];

    public override Task<IReadOnlyList<SearchEntry>> EntriesAsync(ContentItem item, CancellationToken cancel)
    {
        if (item.Get<AutoroutePart>() is not { Disabled: false, Path.Length: > 0 } route) return Task.FromResult<IReadOnlyList<SearchEntry>>([]);
        var questions = WorksheetSection.Of(item).SelectMany(section => section.Questions.Select(question => question.Label).Prepend(section.Title));
        var text = string.Join('\n', questions.Prepend(item.Get<WorksheetPart>()?.Lead?.Text ?? ""));
        return Task.FromResult<IReadOnlyList<SearchEntry>>([new SearchEntry(SearchKinds.Form, "/" + route.Path, item.DisplayText ?? "") { Body = text }]);
    }
}
