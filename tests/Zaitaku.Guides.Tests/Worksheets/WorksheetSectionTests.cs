using Zaitaku.Cms.Content;
using Zaitaku.Guides.Worksheets;

namespace Zaitaku.Guides.Tests.Worksheets;

public sealed class WorksheetSectionTests
{
    [Fact]
    public void Sections_and_questions_come_in_the_editors_order()
    {
        var sections = WorksheetSection.Of(ContentItemConverter.Read(ContentJson.ParseObject("""
            { "ContentType": "Worksheet", "Sections": { "ContentItems": [
              { "ContentType": "WorksheetSection", "DisplayText": "暮らし", "WorksheetSection": { "Lead": { "Text": "まず" } }, "Questions": { "ContentItems": [
                { "ContentItemId": "q1", "ContentType": "WorksheetQuestion", "DisplayText": "好きなもの", "WorksheetQuestion": { "Kind": { "Text": "choices" }, "Options": { "Values": ["花", "鳥"] } } },
                { "ContentItemId": "q2", "ContentType": "WorksheetQuestion", "DisplayText": "苦手なもの", "WorksheetQuestion": { "Kind": { "Text": "unheard-of" } } } ] } },
              { "ContentType": "WorksheetSection", "DisplayText": "空" } ] } }
            """)));
        Assert.Equal(["暮らし", "空"], sections.Select(section => section.Title));
        Assert.Equal("まず", sections[0].Lead);
        Assert.Equal([("q1", QuestionKind.Choices, 2), ("q2", QuestionKind.Text, 0)], sections[0].Questions.Select(question => (question.Key, question.Kind, question.Options.Count)));
        Assert.Empty(sections[1].Questions);
    }

    [Fact]
    public void A_worksheet_without_sections_has_none() => Assert.Empty(WorksheetSection.Of(new ContentItem()));
}
