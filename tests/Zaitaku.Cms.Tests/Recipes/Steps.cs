namespace Zaitaku.Cms.Tests.Recipes;

/// <summary>Steps that tests build recipes of.</summary>
internal static class Steps
{
    /// <summary>A guide that contains chapters; chapters with a field, a picker, media and terms.</summary>
    public const string Definitions = """
        { "name": "ContentDefinition",
          "ContentTypes": [
            { "Name": "Guide", "DisplayName": "手引き", "Settings": { "ContentTypeSettings": { "Creatable": true } },
              "ContentTypePartDefinitionRecords": [
                { "PartName": "TitlePart", "Name": "TitlePart", "Settings": { "TitlePartSettings": { "Options": "EditableRequired" } } }, { "PartName": "AutoroutePart", "Name": "AutoroutePart", "Settings": {} },
                { "PartName": "AliasPart", "Name": "AliasPart", "Settings": {} }, { "PartName": "ListPart", "Name": "ListPart", "Settings": {} },
                { "PartName": "BagPart", "Name": "Boxes", "Settings": {} } ] },
            { "Name": "Chapter", "DisplayName": "章",
              "ContentTypePartDefinitionRecords": [
                { "PartName": "TitlePart", "Name": "TitlePart" }, { "PartName": "AutoroutePart", "Name": "AutoroutePart" },
                { "PartName": "MarkdownBodyPart", "Name": "MarkdownBodyPart" }, { "PartName": "Chapter", "Name": "Chapter" } ] },
            { "Name": "Terms", "DisplayName": "分類", "ContentTypePartDefinitionRecords": [
                { "PartName": "TitlePart", "Name": "TitlePart" }, { "PartName": "TaxonomyPart", "Name": "TaxonomyPart" } ] },
            { "Name": "Term", "DisplayName": "用語", "ContentTypePartDefinitionRecords": [ { "PartName": "TitlePart", "Name": "TitlePart" } ] } ],
          "ContentParts": [ { "Name": "Chapter", "ContentPartFieldDefinitionRecords": [
            { "FieldName": "TextField", "Name": "Lead", "Settings": { "ContentPartFieldSettings": { "DisplayName": "リード文" } } },
            { "FieldName": "DateTimeField", "Name": "Starts" }, { "FieldName": "NumericField", "Name": "Minutes" },
            { "FieldName": "ContentPickerField", "Name": "Related" }, { "FieldName": "MediaField", "Name": "Picture" },
            { "FieldName": "TaxonomyField", "Name": "Theme" } ] } ] }
        """;

    public static string Content(params string[] items) => """{ "name": "content", "data": [""" + "\n" + string.Join(",\n", items) + "\n] }";

    /// <summary>A published guide as a person writes it.</summary>
    public static string Guide(string id, string title = "在宅医療ガイドブック", string more = "") =>
        $$"""{ "ContentItemId": "{{id}}", "ContentType": "Guide", "Latest": true, "Published": true, "TitlePart": { "Title": "{{title}}" }, "AutoroutePart": { "Path": "guides/{{id}}" }{{more}} }""";

    /// <summary>A published chapter of the guide.</summary>
    public static string Chapter(string id, string guide, string title = "はじめに", string more = "") =>
        $$"""{ "ContentItemId": "{{id}}", "ContentType": "Chapter", "Latest": true, "Published": true, "TitlePart": { "Title": "{{title}}" }, "ContainedPart": { "ListContentItemId": "{{guide}}", "ListContentType": "Guide", "Order": 1 }, "MarkdownBodyPart": { "Markdown": "本文" }{{more}} }""";
}
