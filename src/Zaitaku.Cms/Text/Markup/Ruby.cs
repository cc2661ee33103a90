using System.Text;

namespace Zaitaku.Cms.Text.Markup;

/// <summary>A reading the author gave, as the context wants it: ruby on screen, brackets on paper, or nothing.</summary>
internal static class Ruby
{
    public static void Append(StringBuilder html, string word, string reading, MarkdownContext context)
    {
        if (!context.Furigana || reading.Length == 0 || JapaneseLetters.CountKanji(word) == 0)
        {
            MarkupWriter.AppendText(html, word);
        }
        else if (context.ForPrint)
        {
            MarkupWriter.AppendText(html, word + MarkupText.ReadingOpening + reading + MarkupText.ReadingClosing);
        }
        else
        {
            foreach (var piece in RubyAlignment.Divide(word, reading) ?? [new RubyPiece(word, reading)]) RubyWriter.AppendRuby(html, piece);
        }
    }
}
