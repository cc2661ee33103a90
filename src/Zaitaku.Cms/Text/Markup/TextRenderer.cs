using System.Text;
using Markdig;
using Markdig.Extensions.Alerts;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Extensions.TaskLists;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;

namespace Zaitaku.Cms.Text.Markup;

/// <summary>Writes a surveyed text by the house's HTML contract. The sanitiser sees the result once more.</summary>
internal sealed class TextRenderer : HtmlRenderer
{
    private readonly List<TermInline> _waiting = [];

    public TextRenderer(TextWriter writer, MarkdownPipeline pipeline, MarkdownContext context) : base(writer)
    {
        Context = context;
        pipeline.Setup(this);
        ObjectRenderers.ReplaceOrAdd<ParagraphRenderer>(new RunningParagraphRenderer());
        ObjectRenderers.ReplaceOrAdd<ListRenderer>(new ChecklistRenderer());
        ObjectRenderers.ReplaceOrAdd<HtmlTaskListRenderer>(new CheckboxRenderer());
        ObjectRenderers.ReplaceOrAdd<AlertBlockRenderer>(new CalloutRenderer());
        ObjectRenderers.ReplaceOrAdd<HtmlTableRenderer>(new CaptionedTableRenderer());
        ObjectRenderers.ReplaceOrAdd<HtmlFootnoteGroupRenderer>(new FootnotesRenderer());
        ObjectRenderers.ReplaceOrAdd<HtmlFootnoteLinkRenderer>(new FootnoteReferenceRenderer());
        ObjectRenderers.ReplaceOrAdd<LinkInlineRenderer>(new SafeLinkRenderer());
        ObjectRenderers.ReplaceOrAdd<AutolinkInlineRenderer>(new SafeAutolinkRenderer());
        ObjectRenderers.ReplaceOrAdd<LineBreakInlineRenderer>(new SilentBreakRenderer());
        ObjectRenderers.Add(new RubyRenderer());
        ObjectRenderers.Add(new TermRenderer());
    }

    public MarkdownContext Context { get; }

    /// <summary>How many lists are open; explanations wait until the outermost is closed.</summary>
    public int OpenLists { get; set; }

    public void ExplainLater(TermInline term) => _waiting.Add(term);

    /// <summary>Writes the explanations that wait, unless a list is still open.</summary>
    public void WriteExplanations()
    {
        if (OpenLists > 0 || _waiting.Count == 0) return;
        var notes = new StringBuilder("<aside class=\"terms\" role=\"note\"");
        MarkupWriter.AppendAttribute(notes, "aria-label", MarkupText.TermsLabel);
        notes.Append('>');
        foreach (var term in _waiting) TermNote.AppendDetails(notes, term, Context);
        _waiting.Clear();
        WriteLine(notes.Append("</aside>").ToString());
    }
}
