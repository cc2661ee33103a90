namespace Zaitaku.Cms.Text;

/// <summary>A stretch of a text under one heading. The first of a text may have none: its <paramref name="Id"/> and heading are then empty.</summary>
public sealed record TextSection(string Id, string Heading, string PlainText);

public static class TextSections
{
    /// <summary>Cuts a rendered text at its headings, in reading order. A heading with nothing under it goes with what follows.</summary>
    public static IReadOnlyList<TextSection> Of(RenderedText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var sections = new List<TextSection>();
        var (id, heading, lines, next) = ("", "", new List<string>(), 0);
        foreach (var line in text.PlainText.Split('\n'))
        {
            if (next < text.Headings.Count && line == text.Headings[next].Text)
            {
                if (lines.Count > 0) sections.Add(new TextSection(id, heading, string.Join('\n', lines)));
                (id, heading) = (text.Headings[next].Id, text.Headings[next].Text);
                lines.Clear();
                next++;
                continue;
            }

            if (line.Length > 0) lines.Add(line);
        }

        if (lines.Count > 0) sections.Add(new TextSection(id, heading, string.Join('\n', lines)));
        return sections;
    }
}
