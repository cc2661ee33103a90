using AngleSharp.Dom;
using AngleSharp.Html;

namespace Zaitaku.Cms.Text;

/// <summary>
/// Text with ruby, and how much of it: <paramref name="Kanji"/> counts all kanji met, <paramref name="KanjiWithRuby"/> those under ruby
/// (the author's or ours).
/// </summary>
public sealed record FuriganaResult(string Html, int Kanji, int KanjiWithRuby)
{
    /// <summary>From 0 to 1; a text without kanji is fully covered.</summary>
    public double Coverage => Kanji == 0 ? 1 : (double)KanjiWithRuby / Kanji;
}

/// <summary>
/// Adds readings to rendered HTML. It touches only text: markup is parsed, and written again by the same rules, so no text can turn
/// into markup. A run of kanji that the dictionary does not cover wholly stays bare: no ruby is better than wrong ruby.
/// An element boundary ends a run, because the author put it there. Safe to share between threads.
/// </summary>
public sealed class Furigana(ReadingDictionary dictionary)
{
    /// <summary>Adds ruby to a fragment of HTML; beyond <see cref="HtmlFragment.MaxLength"/> it comes back as it was.</summary>
    public FuriganaResult Apply(string html)
    {
        ArgumentNullException.ThrowIfNull(html);
        if (HtmlFragment.Parse(html) is not { } nodes) return new FuriganaResult(html, 0, 0);
        var formatter = new Formatter(new RubyWriter(dictionary));
        using var writer = new StringWriter();
        foreach (var node in nodes) node.ToHtml(writer, formatter);
        return new FuriganaResult(writer.ToString(), formatter.Ruby.Kanji, formatter.Ruby.KanjiWithRuby);
    }

    /// <summary>Adds ruby to a plain text such as a title and answers HTML.</summary>
    public FuriganaResult ApplyToText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var ruby = new RubyWriter(dictionary);
        var html = ruby.Annotate(text);
        return new FuriganaResult(html, ruby.Kanji, ruby.KanjiWithRuby);
    }

    private sealed class Formatter(RubyWriter ruby) : HtmlMarkupFormatter
    {
        public RubyWriter Ruby => ruby;

        public override string Text(ICharacterData text)
        {
            var place = Place(text.ParentElement);
            if (place is TextPlace.Ruby) ruby.CountCovered(text.Data);
            return place is TextPlace.Running ? ruby.Annotate(text.Data) : base.Text(text);
        }

        private static TextPlace Place(IElement? element)
        {
            for (; element is not null; element = element.ParentElement)
            {
                switch (element.LocalName)
                {
                    case "rt" or "rp" or "code" or "pre" or "kbd" or "samp" or "textarea" or "option" or "title" or "svg" or "math":
                        return TextPlace.Apart;
                    case "ruby":
                        return TextPlace.Ruby;
                }
            }

            return TextPlace.Running;
        }
    }

    private enum TextPlace
    {
        Running,
        Ruby,
        Apart,
    }
}
