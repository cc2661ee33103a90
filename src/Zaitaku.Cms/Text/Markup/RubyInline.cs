using System.Buffers;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace Zaitaku.Cms.Text.Markup;

/// <summary>A word with the reading its author gave: <c>{漢字|かんじ}</c>.</summary>
internal sealed class RubyInline(string word, string reading) : LeafInline
{
    public string Word => word;

    public string Reading => reading;
}

/// <summary>Recognises <c>{漢字|かんじ}</c> on one line; the word must hold kanji and the reading must be kana, or the text stays as it is.</summary>
internal sealed class RubyParser : InlineParser
{
    private const int MaxLength = 120;
    private static readonly SearchValues<char> Markup = SearchValues.Create("{[]<>\\`*\n\r");

    public RubyParser() => OpeningCharacters = ['{'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var text = slice.AsSpan();
        text = text[..Math.Min(text.Length, MaxLength)];
        var end = text.IndexOf('}');
        if (end < 0) return false;
        var bar = text[..end].IndexOf('|');
        if (bar < 2 || !IsWord(text[1..bar]) || !IsReading(text[(bar + 1)..end])) return false;
        processor.Inline = new RubyInline(text[1..bar].ToString(), text[(bar + 1)..end].ToString());
        slice.Start += end + 1;
        return true;
    }

    private static bool IsWord(ReadOnlySpan<char> word) =>
        JapaneseLetters.CountKanji(word) > 0 && word.IndexOfAny(Markup) < 0;

    private static bool IsReading(ReadOnlySpan<char> reading)
    {
        foreach (var letter in reading)
            if (!JapaneseLetters.IsKana(letter)) return false;
        return reading.Length > 0;
    }
}
