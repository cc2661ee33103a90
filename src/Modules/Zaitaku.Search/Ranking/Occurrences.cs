using System.Text;
using Zaitaku.Search.Analysis;
using Zaitaku.Search.Queries;

namespace Zaitaku.Search.Ranking;

/// <summary>Counts tokens in normalised text without cutting it: pairs of letters are counted where they stand, words where they stand alone.</summary>
public static class Occurrences
{
    public static int Of(Token token, ReadOnlySpan<char> text)
    {
        var word = token.Place != TokenPlace.Han && IsWord(token.Text);
        var count = 0;
        for (var from = 0; from < text.Length;)
        {
            var at = text[from..].IndexOf(token.Text, StringComparison.Ordinal);
            if (at < 0) break;
            at += from;
            if (!word || StandsAlone(text, at, token)) count++;
            from = at + 1;
        }

        return count;
    }

    private static bool IsWord(string token)
    {
        Rune.DecodeFromUtf16(token, out var first, out var width);
        return !Letters.IsPaired(Letters.Of(first)) || width == token.Length;
    }

    private static bool StandsAlone(ReadOnlySpan<char> text, int at, Token token)
    {
        Rune.DecodeFromUtf16(text[at..], out var own, out _);
        var paired = Letters.IsPaired(Letters.Of(own));
        if (Rune.DecodeLastFromUtf16(text[..at], out var before, out _) == System.Buffers.OperationStatus.Done && Joins(before, paired)) return false;
        return token.Begins || token.Text.Length >= Tokens.MaxWord ||
            Rune.DecodeFromUtf16(text[(at + token.Text.Length)..], out var after, out _) != System.Buffers.OperationStatus.Done || !Joins(after, paired);
    }

    private static bool Joins(Rune neighbour, bool paired) => Letters.Of(neighbour) is var letter && letter != LetterClass.Separator && Letters.IsPaired(letter) == paired;
}
