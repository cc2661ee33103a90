using Markdig.Parsers;
using Markdig.Syntax;

namespace Zaitaku.Cms.Text.Markup;

/// <summary>
/// A line of dashes right under a paragraph is a rule here; elsewhere in Markdown it makes the paragraph a heading, which nobody who
/// types it means.
/// </summary>
internal sealed class DashRuleParser : BlockParser
{
    public DashRuleParser() => OpeningCharacters = ['-'];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        var line = processor.Line.AsSpan().TrimEnd(" \t");
        if (processor.IsCodeIndent || processor.CurrentBlock is not ParagraphBlock || line.Length < 3 || line.ContainsAnyExcept('-'))
            return BlockState.None;
        processor.NewBlocks.Push(new ThematicBreakBlock(this)
        {
            Column = processor.Column,
            Span = new SourceSpan(processor.Start, processor.Line.End),
            ThematicChar = '-',
            ThematicCharCount = line.Length,
        });
        return BlockState.BreakDiscard;
    }
}
