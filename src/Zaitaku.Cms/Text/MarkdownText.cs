using System.Text;
using Markdig;
using Markdig.Parsers;
using Markdig.Syntax;
using Zaitaku.Cms.Text.Markup;

namespace Zaitaku.Cms.Text;

/// <summary>
/// The house dialect of Markdown: tables with captions, checklists, callouts, footnotes, readings <c>{漢字|かんじ}</c> and glossary
/// terms <c>[[訪問看護]]</c>; no raw HTML. Rendering is pure and bounded in size, nesting and time.
/// </summary>
public static class MarkdownText
{
    /// <summary>The longest text, in bytes of UTF-8.</summary>
    public const int MaxBytes = 256 * 1024;

    /// <summary>The deepest nesting of quotes, lists and emphasis together.</summary>
    public const int MaxDepth = 64;

    /// <summary>The longest stretch without white space, in UTF-16 code units; no paragraph that people can read comes near it.</summary>
    public const int MaxUnbroken = 8192;

    /// <summary>The most lines without an empty one between them: rows of a table, items of a close list.</summary>
    public const int MaxBlockLines = 2000;

    private static readonly MarkdownPipeline Pipeline = BuildPipeline();

    /// <summary>
    /// Renders a text. What an editor should mend is listed in <see cref="RenderedText.Problems"/>; a text beyond the bounds is refused
    /// (<see cref="RenderedText.IsRefused"/>), not cut.
    /// </summary>
    public static RenderedText Render(string markdown, MarkdownContext context)
    {
        ArgumentNullException.ThrowIfNull(markdown);
        ArgumentNullException.ThrowIfNull(context);
        if (Encoding.UTF8.GetByteCount(markdown) > MaxBytes || HasEndlessWord(markdown) || HasEndlessBlock(markdown)) return TooLong();
        try
        {
            return Rendered(Markdig.Markdown.Parse(markdown, Pipeline), context);
        }
        catch (Exception refusal) when (NestingLimit.IsBehind(refusal))
        {
            return Refused(TextProblemKind.TooDeep, MarkupText.TooDeep);
        }
    }

    private static RenderedText Rendered(MarkdownDocument document, MarkdownContext context)
    {
        TableCaption.Attach(document);
        var survey = new TextSurvey(context);
        survey.Read(document);
        var html = new StringWriter();
        new TextRenderer(html, Pipeline, context).Render(document);
        if (html.GetStringBuilder().Length > HtmlFragment.MaxLength) return TooLong();
        var plain = survey.PlainText;
        return new RenderedText
        {
            Written = html.ToString(),
            Headings = survey.Headings,
            Characters = plain.EnumerateRunes().Count(rune => !Rune.IsWhiteSpace(rune)),
            Problems = survey.Problems,
            PlainText = plain,
            Terms = survey.Terms,
        };
    }

    // The parser looks for the end of an address through the whole unbroken text after every "[…](", which is quadratic.
    private static bool HasEndlessWord(string markdown)
    {
        foreach (var word in markdown.AsSpan().SplitAny(' ', '\t', '\n', '\r'))
            if (word.End.Value - word.Start.Value > MaxUnbroken) return true;
        return false;
    }

    // Tables and link definitions are taken line by line from the front of their block, which is quadratic as well.
    private static bool HasEndlessBlock(string markdown)
    {
        var lines = 0;
        foreach (var line in markdown.AsSpan().EnumerateLines())
        {
            lines = line.IsWhiteSpace() ? 0 : lines + 1;
            if (lines > MaxBlockLines) return true;
        }

        return false;
    }

    private static RenderedText TooLong() => Refused(TextProblemKind.TooLong, MarkupText.TooLong(MaxBytes));

    private static RenderedText Refused(TextProblemKind kind, string message) =>
        new() { Problems = [new TextProblem(kind, 0, message)] };

    private static MarkdownPipeline BuildPipeline()
    {
        var builder = new MarkdownPipelineBuilder { MaximumNestingDepth = MaxDepth }
            .DisableHtml().UsePipeTables().UseTaskLists().UseAlertBlocks().UseFootnotes().UseCjkFriendlyEmphasis();
        builder.BlockParsers.FindExact<ParagraphBlockParser>()!.ParseSetextHeadings = false;
        builder.BlockParsers.Insert(0, new DashRuleParser());
        builder.BlockParsers.FindExact<HeadingBlockParser>()!.TryParseAttributes = HeadingAnchor.TryParse;
        builder.InlineParsers.Insert(0, new RubyParser());
        builder.InlineParsers.Insert(0, new TermParser());
        return builder.Build();
    }
}
