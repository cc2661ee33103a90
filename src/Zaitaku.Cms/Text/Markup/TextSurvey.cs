using System.Text;
using Markdig.Extensions.Alerts;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Zaitaku.Cms.Text.Markup;

/// <summary>
/// Reads a parsed text once, in reading order, before it is written: names the headings, chooses which terms are explained, and notes
/// the plain text and the problems. Rendering afterwards decides nothing.
/// </summary>
internal sealed class TextSurvey(MarkdownContext context)
{
    private readonly List<TextHeading> _headings = [];
    private readonly List<TextProblem> _problems = [];
    private readonly TermChoice _terms = new(context.Glossary);
    private readonly HeadingIds _ids = new(context.IdPrefix);
    private readonly StringBuilder _plain = new();
    private int _level = 1;

    public IReadOnlyList<TextHeading> Headings => _headings;

    public IReadOnlyList<TextProblem> Problems => _problems;

    public IReadOnlyList<string> Terms => _terms.Used;

    public string PlainText => string.Join('\n', _plain.ToString().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    public void Read(MarkdownDocument document) => ReadBlocks(document, running: true, depth: 0);

    private void ReadBlocks(ContainerBlock container, bool running, int depth)
    {
        NestingLimit.Check(depth);
        if (container is AlertBlock alert) CheckCallout(alert);
        if (container is Table table && TableCaption.Of(table) is { } caption) ReadLeaf(caption, running: false, depth);
        running &= container is not (Table or FootnoteGroup);
        foreach (var block in container)
        {
            if (block is ContainerBlock inner and not LinkReferenceDefinitionGroup) ReadBlocks(inner, running, depth + 1);
            else if (block is HeadingBlock heading) ReadHeading(heading, depth);
            else if (block is CodeBlock code) _plain.Append(code.Lines.ToString()).Append('\n');
            else if (block is LeafBlock leaf) ReadLeaf(leaf, running, depth);
        }
    }

    private void CheckCallout(AlertBlock alert)
    {
        var kind = alert.Kind.ToString();
        if (MarkupText.CalloutTitle(kind.ToUpperInvariant()) is null)
            Report(TextProblemKind.UnknownCallout, alert, MarkupText.UnknownCallout(kind));
    }

    private void ReadLeaf(LeafBlock leaf, bool running, int depth)
    {
        if (leaf.Inline is null) return;
        ReadInlines(leaf.Inline, leaf, running, depth + 1);
        _plain.Append('\n');
    }

    private void ReadHeading(HeadingBlock heading, int depth)
    {
        var start = _plain.Length;
        ReadLeaf(heading, running: false, depth);
        var text = _plain.ToString(start, _plain.Length - start).Trim();
        CheckLevel(heading, text);
        if (text.Length == 0) Report(TextProblemKind.EmptyHeading, heading, MarkupText.EmptyHeading);
        if (text.EndsWith('}') && text.Contains("{#", StringComparison.Ordinal))
            Report(TextProblemKind.BadAnchor, heading, MarkupText.BadAnchor(text));
        var attributes = heading.GetAttributes();
        attributes.Id = _ids.Next(attributes.Id ?? Slug.From(text));
        heading.Level = Math.Min(6, heading.Level + context.HeadingShift);
        _headings.Add(new TextHeading(heading.Level, attributes.Id, text));
    }

    private void CheckLevel(HeadingBlock heading, string text)
    {
        if (heading.Level == 1) Report(TextProblemKind.TopLevelHeading, heading, MarkupText.TopHeading(text));
        if (heading.Level > _level + 1)
            Report(TextProblemKind.SkippedHeadingLevel, heading, MarkupText.SkippedLevel(text, _level, heading.Level));
        _level = heading.Level;
    }

    private void ReadInlines(ContainerInline container, LeafBlock block, bool running, int depth)
    {
        NestingLimit.Check(depth);
        for (var inline = container.FirstChild; inline is not null; inline = inline.NextSibling)
            ReadInline(inline, block, running, depth);
    }

    private void ReadInline(Inline inline, LeafBlock block, bool running, int depth)
    {
        switch (inline)
        {
            case LiteralInline literal: _plain.Append(literal.Content.AsSpan()); break;
            case CodeInline code: _plain.Append(code.Content); break;
            case HtmlEntityInline entity: _plain.Append(entity.Transcoded.AsSpan()); break;
            case RubyInline ruby: _plain.Append(ruby.Word); break;
            case LineBreakInline lineBreak when !SoftBreak.IsSilent(lineBreak): _plain.Append(lineBreak.IsHard ? '\n' : ' '); break;
            case AutolinkInline autolink:
                CheckLink(autolink.IsEmail || SafeUrl.IsLink(autolink.Url), autolink.Url, block);
                _plain.Append(autolink.Url);
                break;
            case TermInline term:
                if (!_terms.Choose(term, running)) Report(TextProblemKind.UnknownTerm, block, MarkupText.UnknownTerm(term.Key));
                _plain.Append(term.Text);
                break;
            case LinkInline link:
                ReadLink(link, block, depth);
                break;
            case ContainerInline inner:
                ReadInlines(inner, block, running, depth + 1);
                break;
        }
    }

    private void ReadLink(LinkInline link, LeafBlock block, int depth)
    {
        CheckLink(link.IsImage ? SafeUrl.IsImage(link.Url) : SafeUrl.IsLink(link.Url), link.Url, block);
        if (link is { IsImage: true, FirstChild: null }) Report(TextProblemKind.ImageWithoutText, block, MarkupText.ImageWithoutText);
        ReadInlines(link, block, running: false, depth + 1);
    }

    private void CheckLink(bool safe, string? url, LeafBlock block)
    {
        if (!safe) Report(TextProblemKind.UnsafeLink, block, MarkupText.UnsafeLink(url is { Length: > 80 } ? url[..80] : url ?? ""));
    }

    private void Report(TextProblemKind kind, Block block, string message) => _problems.Add(new TextProblem(kind, block.Line + 1, message));
}
