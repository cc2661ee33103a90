using System.Text;
using System.Text.RegularExpressions;

namespace Zaitaku.Admin.Listing;

/// <summary>What a list is narrowed to, as Orchard Core writes it: <c>type:Chapter,Page status:Draft sort:Title</c> and free words.</summary>
/// <param name="Words">Each must occur; folded.</param>
/// <param name="Without">None may occur; folded.</param>
/// <param name="Unknown">What was not understood, as it was typed.</param>
public sealed partial record ContentFilter(
    IReadOnlyList<string> Types, string? Status, string Sort, IReadOnlyList<string> Words, IReadOnlyList<string> Without, IReadOnlyList<string> Unknown)
{
    public const string DefaultSort = "Modified";

    /// <summary>An id, words of a name, or <c>none</c>: who answers for it.</summary>
    public string? Department { get; init; }

    public static IReadOnlyList<string> Statuses { get; } = ["Draft", "Published", "Owner", "Scheduled", "EndingSoon", "Stale", "Replacement"];

    public static IReadOnlyList<string> Sorts { get; } = ["Modified", "Published", "Created", "Title"];

    /// <summary>Reads what was typed. Wide letters count as narrow ones.</summary>
    /// <param name="types">The names of the types there are.</param>
    public static ContentFilter Of(string? typed, IReadOnlyCollection<string> types)
    {
        var reading = new Reading(types);
        foreach (Match term in Terms().Matches((typed ?? "").Replace("\0", "", StringComparison.Ordinal).Normalize(NormalizationForm.FormKC))) reading.Take(term);
        return reading.Done;
    }

    /// <summary>The filter as it is typed.</summary>
    public override string ToString() => string.Join(' ', new[]
    {
        Types.Count > 0 ? "type:" + string.Join(',', Types) : "",
        Status is null ? "" : "status:" + Status,
        Department is null ? "" : "department:" + Quoted(Department),
        Sort == DefaultSort ? "" : "sort:" + Sort,
        Free,
    }.Where(piece => piece.Length > 0));

    /// <summary>The free words alone.</summary>
    public string Free => string.Join(' ', Words.Select(Quoted).Concat(Without.Select(word => "-" + Quoted(word))));

    private static string Quoted(string word) => word.Contains(' ', StringComparison.Ordinal) ? $"\"{word}\"" : word;

    [GeneratedRegex("""(?<not>-)?(?:(?<key>[A-Za-z]+):(?!//)(?<value>"[^"]*"|\S*)|"(?<phrase>[^"]*)"|(?<word>\S+))""")]
    private static partial Regex Terms();

    private sealed class Reading(IReadOnlyCollection<string> types)
    {
        private readonly List<string> named = [], words = [], without = [], unknown = [];
        private string? status, department;
        private string sort = DefaultSort;

        public ContentFilter Done => new(named, status, sort, words, without, unknown) { Department = department };

        public void Take(Match term)
        {
            if (term.Groups["key"].Success) TakeKey(term.Groups["key"].Value.ToLowerInvariant(), term.Groups["value"].Value.Trim('"'), term.Value);
            else if (ContentListing.Fold(term.Groups["phrase"].Value + term.Groups["word"].Value) is { Length: > 0 } word) (term.Groups["not"].Success ? without : words).Add(word);
        }

        private void TakeKey(string key, string value, string typed)
        {
            switch (key)
            {
                case "type":
                    foreach (var name in value.Split(',', StringSplitOptions.RemoveEmptyEntries))
                    {
                        if (Among(types, name) is { } type) named.Add(type);
                        else unknown.Add($"type:{name}");
                    }

                    break;
                case "status" when Among(Statuses, value) is { } known: status = known; break;
                case "sort" when Among(Sorts, value) is { } known: sort = known; break;
                case "department" when value.Length > 0: department = value; break;
                default: unknown.Add(typed); break;
            }
        }

        private static string? Among(IEnumerable<string> known, string name) => known.FirstOrDefault(k => string.Equals(k, name, StringComparison.OrdinalIgnoreCase));
    }
}
