using System.Text.RegularExpressions;

namespace Zaitaku.Site.Tests.Pages;

/// <summary>What software that reads aloud finds in a PDF, as poppler's <c>pdfinfo -struct-text</c> tells it: elements, each with its words.</summary>
/// <param name="Role">For example <c>H1</c>, <c>TH</c>, <c>Note</c>.</param>
/// <param name="Depth">How deep the element stands, in letters of poppler's indentation.</param>
/// <param name="Lines">What stands directly below: words in quotes, attributes after a slash, the places of a link as objects.</param>
internal sealed record PdfElement(string Role, int Depth, List<string> Lines)
{
    public string Words => Packed(string.Concat(Lines.Where(IsText).Select(line => line[1..^1])));

    public static bool IsText(string line) => line.StartsWith('"');

    /// <summary>Lines are broken where the paper ends.</summary>
    public static string Packed(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));
}

/// <summary>A PDF's elements in the order in which they are read.</summary>
internal sealed partial class PdfStructure
{
    public PdfStructure(string told)
    {
        foreach (var line in told.Split('\n', StringSplitOptions.RemoveEmptyEntries)) Take(line.TrimStart(' '), line.Length - line.TrimStart(' ').Length);
    }

    public List<PdfElement> Elements { get; } = [];

    /// <summary>All that is read, notes left out, with nothing between the pieces.</summary>
    public string Words { get; private set; } = "";

    public IEnumerable<PdfElement> Of(params string[] roles) => Elements.Where(element => roles.Contains(element.Role));

    /// <summary>The elements around the place that was read last, the innermost first.</summary>
    private readonly Stack<PdfElement> around = new();

    private void Take(string line, int depth)
    {
        if (Role().Match(line) is { Success: true } role && !PdfElement.IsText(line))
        {
            while (around.TryPeek(out var outer) && outer.Depth >= depth) around.Pop();
            around.Push(new(role.Value, depth, []));
            Elements.Add(around.Peek());
            return;
        }

        // Words after an inner element belong to the element around it again.
        while (around.Peek().Depth >= depth) around.Pop();
        around.Peek().Lines.Add(line);
        if (PdfElement.IsText(line) && !around.Any(element => element.Role == "Note")) Words += PdfElement.Packed(line[1..^1]);
    }

    [GeneratedRegex(@"^(?!Object )[A-Z][A-Za-z]*[1-6]?(?=$|:| \(| <)")]
    private static partial Regex Role();
}
