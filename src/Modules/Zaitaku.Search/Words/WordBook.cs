using Zaitaku.Search.Analysis;
using Zaitaku.Search.Queries;

namespace Zaitaku.Search.Words;

/// <summary>
/// The words of the trade as this site knows them: groups that mean the same, and readings. All normalised; built once and only read.
/// </summary>
public sealed class WordBook
{
    /// <summary>The longest word that is looked for in a query.</summary>
    private const int MaxWord = 24;

    /// <summary>A reading shorter than this only counts when it is the whole word: かぎ.</summary>
    private const int ShortReading = 3;

    /// <summary>More wordings than this are not tried.</summary>
    private const int MaxWordings = 8;

    /// <summary>A word in kanji that was typed in kana is the same word, if the reading was meant.</summary>
    private const double ReadingWeight = 0.95;

    /// <summary>What means the same is nearly as good as what was asked for.</summary>
    private const double SynonymWeight = 0.8;

    private readonly Dictionary<string, List<string>> groups = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> readings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> written = new(StringComparer.Ordinal);

    /// <param name="synonyms">Groups, one a line, their words parted by commas.</param>
    /// <param name="dictionary">Readings, lines of <c>word,reading</c>.</param>
    public WordBook(string synonyms, string dictionary)
    {
        var spoken = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in WordLines.Read(dictionary).Where(line => line.Count >= 2 && !line[0].StartsWith('*')))
        {
            spoken.TryAdd(line[0], line[1]);
            AddReading(line[1], line[0]);
        }

        foreach (var group in WordLines.Read(synonyms)) AddGroup(group, spoken);
        foreach (var word in WordLines.Written(synonyms).SelectMany(group => group)) written.TryAdd(NormalText.Of(word), word);

        Known = [.. groups.Keys.Concat(readings.Values.SelectMany(words => words)).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Every word, for suggestions and for mending slips.</summary>
    public IReadOnlyList<string> Known { get; }

    /// <summary>Words by reading, in hiragana.</summary>
    public IEnumerable<KeyValuePair<string, List<string>>> Readings => readings;

    /// <summary>The words of the groups alone: those of the trade, not of everyday.</summary>
    public IReadOnlyCollection<string> Terms => groups.Keys;

    /// <summary>Words that mean the same as this one.</summary>
    public IReadOnlyList<string> SynonymsOf(string word) => groups.GetValueOrDefault(word) ?? [];

    /// <summary>The word as people write it.</summary>
    public string AsWritten(string word) => written.GetValueOrDefault(word, word);

    /// <summary>The same words said otherwise: kana as kanji, then words of the same meaning.</summary>
    public IReadOnlyList<Wording> OtherWordings(IReadOnlyList<string> words)
    {
        var found = new List<Wording>();
        var written = words.Select(word => Replace(word, KanaAt)).ToList();
        if (!written.SequenceEqual(words)) Add(found, words, written, ReadingWeight);
        foreach (var (at, others) in written.SelectMany((word, at) => Others(word).Select(others => (at, others))))
        {
            Add(found, words, [.. written.Select((word, i) => i == at ? others : word)], SynonymWeight);
        }

        return found;
    }

    private static void Add(List<Wording> found, IReadOnlyList<string> words, List<string> other, double weight)
    {
        if (found.Count >= MaxWordings || other.SequenceEqual(words) || found.Exists(known => known.Words.SequenceEqual(other))) return;
        // A longer name has more tokens to be found by, and must not win for that.
        var (wording, tokens) = (Wording.Of(other, weight), Wording.Of(words, weight).Tokens.Count);
        found.Add(wording with { Weight = weight * Math.Min(1, (double)tokens / Math.Max(1, wording.Tokens.Count)) });
    }

    /// <summary>The word with its first part that has synonyms replaced by each of them.</summary>
    private IEnumerable<string> Others(string word)
    {
        for (var at = 0; at < word.Length; at++)
        {
            if (GroupAt(word, at) is not { } part) continue;
            foreach (var other in groups[part]) yield return word[..at] + other + word[(at + part.Length)..];
            at += part.Length - 1;
        }
    }

    private string? GroupAt(string word, int at)
    {
        for (var length = Math.Min(MaxWord, word.Length - at); length >= 2; length--)
        {
            var part = word.Substring(at, length);
            if (groups.ContainsKey(part) && IsWhole(word, at, length)) return part;
        }

        return null;
    }

    /// <summary>Letters of other scripts are not cut: ACP is not found in TACP. Neither is a word of kana out of the middle of kana.</summary>
    private static bool IsWhole(string word, int at, int length) => !Joins(word, at - 1, at) && !Joins(word, at + length - 1, at + length);

    private static bool Joins(string word, int left, int right) =>
        left >= 0 && right < word.Length && (char.IsAsciiLetterOrDigit(word[left]) && char.IsAsciiLetterOrDigit(word[right]) || IsKatakana(word[left]) && IsKatakana(word[right]));

    private static bool IsKatakana(char letter) => letter is (>= '\u30A1' and <= '\u30FA') or '\u30FC';

    private static string Replace(string word, Func<string, int, (int Length, string Other)?> find)
    {
        var text = new System.Text.StringBuilder();
        for (var at = 0; at < word.Length;)
        {
            if (find(word, at) is { } hit)
            {
                text.Append(hit.Other);
                at += hit.Length;
            }
            else
            {
                text.Append(word[at++]);
            }
        }

        return text.ToString();
    }

    private (int Length, string Other)? KanaAt(string word, int at)
    {
        var end = at;
        while (end < word.Length && IsKana(word[end])) end++;
        for (var length = Math.Min(MaxWord, end - at); length >= 2; length--)
        {
            if (length < ShortReading && length != word.Length) break;
            if (readings.TryGetValue(NormalText.Hiragana(word.Substring(at, length)), out var words)) return (length, words[0]);
        }

        return null;
    }

    private static bool IsKana(char letter) => letter is (>= '\u3041' and <= '\u3096') || IsKatakana(letter);

    private void AddGroup(List<string> group, Dictionary<string, string> spoken)
    {
        foreach (var word in group)
        {
            if (!groups.TryGetValue(word, out var others)) groups[word] = others = [];
            others.AddRange(group.Where(other => other != word && !others.Contains(other)));
            if (ReadingOf(word, spoken) is { } reading) AddReading(reading, word);
        }
    }

    /// <summary>The reading of a term by the readings of its parts, the longest first; null when a part has none.</summary>
    private static string? ReadingOf(string word, Dictionary<string, string> spoken)
    {
        var reading = new System.Text.StringBuilder();
        for (var at = 0; at < word.Length;)
        {
            var length = word.Length - at;
            while (length > 0 && !spoken.ContainsKey(word.Substring(at, length))) length--;
            if (length == 0 && !IsKana(word[at])) return null;
            reading.Append(length > 0 ? spoken[word.Substring(at, length)] : word[at]);
            at += Math.Max(1, length);
        }

        return reading.ToString();
    }

    private void AddReading(string reading, string word)
    {
        var key = NormalText.Hiragana(reading);
        if (key == word || !key.All(IsKana)) return;
        if (!readings.TryGetValue(key, out var words)) readings[key] = words = [];
        if (!words.Contains(word)) words.Add(word);
    }
}
