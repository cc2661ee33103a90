using Zaitaku.Cms.Content;
using Zaitaku.Cms.Text;

namespace Zaitaku.Proofing.Structure;

/// <summary>What the renderer itself finds in a Markdown text, and tables whose columns have no names.</summary>
internal static class MarkdownStructure
{
    public static IEnumerable<Remark> Read(ItemText text)
    {
        var rendered = MarkdownText.Render(text.Text, new MarkdownContext());
        var problems = rendered.Problems.Where(problem => problem.Kind != TextProblemKind.UnknownTerm).Select(problem => OfProblem(text, problem));
        return problems.Concat(NamelessColumns(text));
    }

    private static Remark OfProblem(ItemText text, TextProblem problem)
    {
        var (start, length) = Line(text.Text, problem.Line);
        // An empty text is right for a picture that only decorates: the editor decides.
        var level = problem.Kind == TextProblemKind.ImageWithoutText ? RemarkLevel.Advice : RemarkLevel.Error;
        return Place.At(text, start, length, level, problem.Kind.ToString(), level == RemarkLevel.Advice ? ProofingText.PictureWithoutText : problem.Message);
    }

    private static IEnumerable<Remark> NamelessColumns(ItemText text)
    {
        var lines = text.Text.Split('\n');
        for (var (i, start) = (0, 0); i < lines.Length - 1; start += lines[i++].Length + 1)
        {
            var isHead = lines[i].TrimStart().StartsWith('|') && lines[i + 1].Contains("---", StringComparison.Ordinal) && lines[i + 1].TrimStart().StartsWith('|');
            if (isHead && lines[i].Trim().Trim('|').Split('|').Skip(1).Any(string.IsNullOrWhiteSpace))
            {
                yield return Place.At(text, start, lines[i].Length, RemarkLevel.Error, "TableHeader", ProofingText.TableHeader);
            }
        }
    }

    private static (int Start, int Length) Line(string text, int line)
    {
        if (line < 1) return (0, 0);
        var start = 0;
        for (var n = 1; n < line; n++)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0) return (start, text.Length - start);
            start = end + 1;
        }

        var stop = text.IndexOf('\n', start);
        return (start, (stop < 0 ? text.Length : stop) - start);
    }
}
