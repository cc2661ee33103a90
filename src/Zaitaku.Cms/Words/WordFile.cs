using System.Text;

namespace Zaitaku.Cms.Words;

/// <summary>Lists of words as the files people keep: UTF-8, or Shift_JIS as older spreadsheets write it, with or without quotes.</summary>
public static class WordFile
{
    private static readonly Encoding Strict = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding ShiftJis = CodePagesEncodingProvider.Instance.GetEncoding(932, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <returns>Null when it is text in neither.</returns>
    public static string? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(Encoding.UTF8.Preamble)) bytes = bytes[Encoding.UTF8.Preamble.Length..];
        var text = Decoded(bytes, Strict) ?? Decoded(bytes, ShiftJis);
        if (text is null || text.Any(letter => char.IsControl(letter) && letter is not ('\r' or '\n' or '\t'))) return null;
        return string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(Unquoted));
    }

    /// <summary>With the mark by which spreadsheets know UTF-8.</summary>
    public static byte[] Write(string source) => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(source)];

    /// <summary>Whether a spreadsheet would take the word for a formula.</summary>
    public static bool IsFormula(string word) => word.Length > 0 && word[0] is '=' or '+' or '-' or '@' or '\t' or '\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20';

    private static string? Decoded(ReadOnlySpan<byte> bytes, Encoding encoding)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>A spreadsheet puts cells in quotes, and commas behind a line to fill its columns.</summary>
    private static string Unquoted(string line)
    {
        if (!line.Contains('"', StringComparison.Ordinal)) return line.TrimEnd(',', ' ', '\t');
        var (text, inside) = (new StringBuilder(), false);
        for (var at = 0; at < line.Length; at++)
        {
            if (line[at] != '"') text.Append(inside && line[at] == ',' ? '\u3001' : line[at]);
            else if (inside && at + 1 < line.Length && line[at + 1] == '"') text.Append(line[at++]);
            else inside = !inside;
        }

        return text.ToString().TrimEnd(',', ' ', '\t');
    }
}
